package ie.tradsessions.adapters.lambda.feedback;

import ie.tradsessions.adapters.lambda.access.MemberRequest;
import ie.tradsessions.adapters.lambda.http.ChangeProblems;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.feedback.AnswerQuestion;
import ie.tradsessions.application.feedback.AskIfOn;
import ie.tradsessions.application.feedback.ConfirmNight;
import ie.tradsessions.application.feedback.FeedbackEdit;
import ie.tradsessions.application.feedback.SayGone;
import ie.tradsessions.application.feedback.SayStillOn;
import ie.tradsessions.application.feedback.TakeBackConfirmation;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What members say of whether a session is on. The response to each shows the session as it stands then. */
public final class FeedbackOperations {
    private static final String DATE = "date";

    private final UseCases useCases;
    private final BiFunction<Request, SessionId, Response> shown;

    /** @param shown a session as the member sees it */
    public FeedbackOperations(UseCases useCases, BiFunction<Request, SessionId, Response> shown) {
        this.useCases = useCases;
        this.shown = shown;
    }

    /** Those that these operations drive. */
    public record UseCases(
            ConfirmNight confirmNight,
            TakeBackConfirmation takeBackConfirmation,
            AskIfOn askIfOn,
            AnswerQuestion answerQuestion,
            SayGone sayGone,
            SayStillOn sayStillOn) {}

    public List<Route> routes() {
        return List.of(
                Route.member("POST", "/v1/sessions/{id}/confirmations", "confirmNight", this::confirm),
                Route.member(
                        "DELETE",
                        "/v1/sessions/{id}/confirmations/{date}",
                        "takeBackConfirmation",
                        this::takeBackConfirmation),
                Route.member("POST", "/v1/sessions/{id}/question", "askIfOn", this::ask),
                Route.member("POST", "/v1/sessions/{id}/question/answer", "answerQuestion", this::answer),
                Route.member("PUT", "/v1/sessions/{id}/gone", "sayGone", this::sayGone),
                Route.member("DELETE", "/v1/sessions/{id}/gone", "sayStillOn", this::sayStillOn));
    }

    private Response confirm(Request request) {
        request.parameters().check();
        return ofSession(request, id -> {
            NightWord word = NightWord.of(request.json());
            return switch (useCases.confirmNight()
                    .confirm(new ConfirmNight.Command(request.identity(), id, word.date(), word.on()))) {
                case FeedbackEdit edit -> response(request, id, edit);
                case ConfirmNight.Outcome.NotANight(var date) ->
                    request.invalid(
                            DATE,
                            "must be a night of the session, tonight or in the last 60 days; of an irregular session,"
                                    + " any of the last 14");
            };
        });
    }

    private Response takeBackConfirmation(Request request) {
        Parameters parameters = request.parameters();
        LocalDate given = parameters.value(DATE, request.variable(DATE), ParameterParsers::date);
        LocalDate date = parameters.into(() -> Objects.requireNonNull(given));
        return ofSession(request, id -> switch (useCases.takeBackConfirmation()
                .takeBack(new TakeBackConfirmation.Command(request.identity(), id, date))) {
            case FeedbackEdit edit -> response(request, id, edit);
        });
    }

    private Response ask(Request request) {
        request.parameters().check();
        return ofSession(request, id -> switch (useCases.askIfOn().ask(new AskIfOn.Command(request.identity(), id))) {
            case FeedbackEdit edit -> response(request, id, edit);
            case AskIfOn.Outcome.NoNight() ->
                ChangeProblems.conflict(request, "No night of it is known that one could ask about.");
            case AskIfOn.Outcome.AskedLately(var night) ->
                ChangeProblems.conflict(
                        request, "You have asked about " + night + ". One asks once a week whether a session is on.");
        });
    }

    private Response answer(Request request) {
        request.parameters().check();
        return ofSession(request, id -> {
            NightWord word = NightWord.of(request.json());
            return switch (useCases.answerQuestion()
                    .answer(new AnswerQuestion.Command(request.identity(), id, word.date(), word.on()))) {
                case FeedbackEdit edit -> response(request, id, edit);
                case AnswerQuestion.Outcome.NotAsked(var date) ->
                    request.invalid(DATE, "must be the night that somebody asks about, while it is to come");
                case AnswerQuestion.Outcome.NotAllowed() ->
                    ChangeProblems.notAllowed(
                            request, "Only its organiser, those who follow the session and moderators may answer.");
                case AnswerQuestion.Outcome.AnsweredAlready() ->
                    ChangeProblems.answeredAlready(request, "The organiser has answered otherwise.");
            };
        });
    }

    private Response sayGone(Request request) {
        request.parameters().check();
        return ofSession(request, id -> switch (useCases.sayGone().say(new SayGone.Command(request.identity(), id))) {
            case FeedbackEdit edit -> response(request, id, edit);
        });
    }

    private Response sayStillOn(Request request) {
        request.parameters().check();
        return ofSession(request, id -> switch (useCases.sayStillOn()
                .say(new SayStillOn.Command(request.identity(), id))) {
            case FeedbackEdit edit -> response(request, id, edit);
            case SayStillOn.Outcome.NotAllowed() ->
                ChangeProblems.notAllowed(
                        request, "Its organiser or a moderator says that it is gone, which members cannot take back.");
        });
    }

    private static Response ofSession(Request request, Function<SessionId, Response> edit) {
        return request.identifier("id", SessionId::new).map(edit).orElseGet(() -> noSuchSession(request));
    }

    private Response response(Request request, SessionId id, FeedbackEdit edit) {
        return switch (edit) {
            case FeedbackEdit.Said() -> shown.apply(request, id);
            case FeedbackEdit.NoSuchSession(var session) -> noSuchSession(request);
            case FeedbackEdit.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private static Response noSuchSession(Request request) {
        return request.notFound("There is no such session.");
    }
}

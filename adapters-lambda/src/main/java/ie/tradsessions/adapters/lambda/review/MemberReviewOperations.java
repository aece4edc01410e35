package ie.tradsessions.adapters.lambda.review;

import ie.tradsessions.adapters.lambda.access.MemberRequest;
import ie.tradsessions.adapters.lambda.http.ChangeProblems;
import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.review.AnswerReview;
import ie.tradsessions.application.review.MarkHelpful;
import ie.tradsessions.application.review.PostReview;
import ie.tradsessions.application.review.ReviewEdit;
import ie.tradsessions.application.review.WithdrawReview;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What members do with reviews. The response to each change shows the session as it stands then. */
public final class MemberReviewOperations {
    private static final int MAX_NUMBER = 999_999_999;

    private final UseCases useCases;
    private final BiFunction<Request, SessionId, Response> shown;

    /** @param shown a session as the member sees it */
    public MemberReviewOperations(UseCases useCases, BiFunction<Request, SessionId, Response> shown) {
        this.useCases = useCases;
        this.shown = shown;
    }

    /** Those that these operations drive. */
    public record UseCases(
            PostReview postReview, WithdrawReview withdrawReview, MarkHelpful markHelpful, AnswerReview answerReview) {}

    public List<Route> routes() {
        return List.of(
                Route.member("PUT", "/v1/sessions/{id}/reviews/mine", "postReview", this::post),
                Route.member("DELETE", "/v1/sessions/{id}/reviews/mine", "withdrawReview", this::withdraw),
                Route.member(
                        "PUT",
                        "/v1/sessions/{id}/reviews/{number}/helpful",
                        "markHelpful",
                        request -> mark(request, true)),
                Route.member(
                        "DELETE",
                        "/v1/sessions/{id}/reviews/{number}/helpful",
                        "unmarkHelpful",
                        request -> mark(request, false)),
                Route.member("PUT", "/v1/sessions/{id}/reviews/{number}/answer", "answerReview", this::answer));
    }

    private Response post(Request request) {
        request.parameters().check();
        return ofSession(request, id -> {
            Review.Content content = ReviewInput.of(request.json());
            return switch (useCases.postReview().post(new PostReview.Command(request.identity(), id, content))) {
                case ReviewEdit edit -> response(request, id, edit, "Whoever organises a session does not rate it.");
                case PostReview.Outcome.NotYet(var night) ->
                    request.invalid("night", "must be a night that has been, or tonight");
            };
        });
    }

    private Response withdraw(Request request) {
        request.parameters().check();
        return ofSession(request, id -> switch (useCases.withdrawReview()
                .withdraw(new WithdrawReview.Command(request.identity(), id))) {
            case ReviewEdit edit -> response(request, id, edit, "Only its author may withdraw it.");
        });
    }

    private Response mark(Request request, boolean helpful) {
        int number = number(request);
        return ofSession(request, id -> switch (useCases.markHelpful()
                .mark(new MarkHelpful.Command(request.identity(), id, number, helpful))) {
            case ReviewEdit edit -> response(request, id, edit, "Nobody marks a review of their own.");
        });
    }

    private Response answer(Request request) {
        int number = number(request);
        return ofSession(request, id -> {
            JsonBody json = request.json();
            String text = json.needed("text", given -> given);
            json.check();
            AnswerReview.Command command =
                    new AnswerReview.Command(request.identity(), id, number, Objects.requireNonNull(text));
            return switch (request.valid(() -> useCases.answerReview().answer(command))) {
                case ReviewEdit edit -> response(request, id, edit, "Only the organiser of the session may answer.");
                case AnswerReview.Outcome.AnsweredAlready() ->
                    ChangeProblems.answeredAlready(request, "You have answered it otherwise. One answers once.");
            };
        });
    }

    private static int number(Request request) {
        Parameters parameters = request.parameters();
        Integer number =
                parameters.value("number", request.variable("number"), ParameterParsers.wholeNumber(MAX_NUMBER));
        return parameters.into(() -> Objects.requireNonNull(number));
    }

    private static Response ofSession(Request request, Function<SessionId, Response> edit) {
        return request.identifier("id", SessionId::new).map(edit).orElseGet(() -> noSuchSession(request));
    }

    private Response response(Request request, SessionId id, ReviewEdit edit, String notAllowed) {
        return switch (edit) {
            case ReviewEdit.Done() -> shown.apply(request, id);
            case ReviewEdit.NoSuchSession(var session) -> noSuchSession(request);
            case ReviewEdit.NoSuchReview(var number) -> request.notFound("There is no such review.");
            case ReviewEdit.NotAllowed() -> ChangeProblems.notAllowed(request, notAllowed);
            case ReviewEdit.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private static Response noSuchSession(Request request) {
        return request.notFound("There is no such session.");
    }
}

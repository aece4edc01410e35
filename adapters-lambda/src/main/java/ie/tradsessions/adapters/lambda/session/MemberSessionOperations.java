package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.access.MemberRequest;
import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.ChangeProblems;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.session.ChangeSession;
import ie.tradsessions.application.session.EndSession;
import ie.tradsessions.application.session.ListSessionAgain;
import ie.tradsessions.application.session.OfferSession;
import ie.tradsessions.application.session.PublishSession;
import ie.tradsessions.application.session.SessionEdit;
import ie.tradsessions.application.session.SetOccurrence;
import ie.tradsessions.application.session.TakeDownSession;
import ie.tradsessions.application.session.TakeOverSession;
import ie.tradsessions.application.session.ViewMySession;
import ie.tradsessions.application.session.WithdrawOffer;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** What members do with sessions. The response to each change shows the session as it stands then. */
public final class MemberSessionOperations {
    private static final String ID = "id";

    private final UseCases useCases;

    public MemberSessionOperations(UseCases useCases) {
        this.useCases = useCases;
    }

    /** Those that these operations drive. */
    public record UseCases(
            PublishSession publishSession,
            ChangeSession changeSession,
            EndSession endSession,
            SetOccurrence setOccurrence,
            TakeDownSession takeDownSession,
            ListSessionAgain listSessionAgain,
            OfferSession offerSession,
            WithdrawOffer withdrawOffer,
            TakeOverSession takeOverSession,
            ViewMySession viewMySession) {}

    public List<Route> routes() {
        return List.of(
                Route.member("POST", "/v1/sessions", "publishSession", this::publish),
                Route.member("PUT", "/v1/sessions/{id}", "changeSession", this::change),
                Route.member("DELETE", "/v1/sessions/{id}", "endSession", this::end),
                Route.member("PUT", "/v1/sessions/{id}/occurrences/{date}", "setOccurrence", this::setOccurrence),
                Route.member("PUT", "/v1/sessions/{id}/takedown", "takeDownSession", this::takeDown),
                Route.member("DELETE", "/v1/sessions/{id}/takedown", "listSessionAgain", this::listAgain),
                Route.member("POST", "/v1/sessions/{id}/hand-over", "offerSession", this::offer),
                Route.member("DELETE", "/v1/sessions/{id}/hand-over", "withdrawOffer", this::withdraw),
                Route.member("POST", "/v1/sessions/{id}/organiser", "takeOverSession", this::takeOver),
                Route.member("GET", "/v1/me/sessions/{id}", "viewMySession", this::view));
    }

    private Response publish(Request request) {
        request.parameters().check();
        SessionInput input = SessionInput.ofNew(request.json());
        PublishSession.Command command = new PublishSession.Command(
                request.identity(),
                MemberRequest.key(request),
                input.venue(),
                input.description(),
                input.schedule(),
                input.another());
        return switch (request.valid(() -> useCases.publishSession().publish(command))) {
            case PublishSession.Outcome.Published(var id, var version) ->
                shown(request, id).created("/v1/sessions/" + id);
            case PublishSession.Outcome.NoSuchVenue(var venue) -> noSuchVenue(request, "venue");
            case PublishSession.Outcome.LooksLike(var candidates) ->
                ChangeProblems.looksAlike(
                        request,
                        "It looks like a session that is listed there. Is it another one?",
                        candidates,
                        SessionJson::card);
            case PublishSession.Outcome.IsTakenDown() -> ChangeProblems.takenDown(request);
            case PublishSession.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private Response change(Request request) {
        request.parameters().check();
        return edited(request, id -> {
            long version = request.expectedVersion();
            SessionInput input = SessionInput.ofChanged(request.json());
            ChangeSession.Command command = new ChangeSession.Command(
                    request.identity(),
                    id,
                    version,
                    input.venue(),
                    input.description(),
                    input.schedule(),
                    input.endedOn());
            return switch (request.valid(() -> useCases.changeSession().change(command))) {
                case SessionEdit edit -> response(request, id, edit);
                case ChangeSession.Outcome.NoSuchVenue(var venue) -> noSuchVenue(request, "venue");
                case ChangeSession.Outcome.IsTakenDown() -> ChangeProblems.takenDown(request);
            };
        });
    }

    private Response end(Request request) {
        Parameters parameters = request.parameters();
        LocalDate on = parameters.one("on", ParameterParsers::date);
        parameters.check();
        return edited(request, id -> {
            EndSession.Command command = new EndSession.Command(request.identity(), id, request.expectedVersion(), on);
            return response(
                    request, id, request.valid(() -> useCases.endSession().end(command)));
        });
    }

    private Response setOccurrence(Request request) {
        Parameters parameters = request.parameters();
        LocalDate date = parameters.value("date", request.variable("date"), ParameterParsers::date);
        parameters.check();
        return edited(request, id -> {
            long version = request.expectedVersion();
            OccurrenceStatus status = NightInput.of(request.json());
            SetOccurrence.Command command =
                    new SetOccurrence.Command(request.identity(), id, version, Objects.requireNonNull(date), status);
            return switch (request.valid(() -> useCases.setOccurrence().set(command))) {
                case SessionEdit edit -> response(request, id, edit);
                case SetOccurrence.Outcome.NoSuchVenue(var venue) -> noSuchVenue(request, "to");
                case SetOccurrence.Outcome.NotANight(var other) ->
                    request.invalid("date", "must be a date on which the session has a night");
            };
        });
    }

    private Response takeDown(Request request) {
        return ofVersion(
                request,
                (id, version) -> useCases.takeDownSession()
                        .takeDown(new TakeDownSession.Command(request.identity(), id, version)));
    }

    private Response listAgain(Request request) {
        return ofVersion(
                request,
                (id, version) -> useCases.listSessionAgain()
                        .listAgain(new ListSessionAgain.Command(request.identity(), id, version)));
    }

    private Response offer(Request request) {
        request.parameters().check();
        return edited(request, id -> switch (useCases.offerSession()
                .offer(new OfferSession.Command(request.identity(), id))) {
            case SessionEdit edit -> response(request, id, edit);
            case OfferSession.Outcome.Offered offered ->
                view(request, id)
                        .map(view -> answer(view, json -> MemberSessionJson.offer(json, offered, view))
                                .withStatus(201))
                        .orElseGet(() -> noSuchSession(request));
        });
    }

    private Response withdraw(Request request) {
        return ofVersion(
                request,
                (id, version) ->
                        useCases.withdrawOffer().withdraw(new WithdrawOffer.Command(request.identity(), id, version)));
    }

    /** An edit that needs nothing but the version that was seen. */
    private Response ofVersion(Request request, BiFunction<SessionId, Long, SessionEdit> edit) {
        request.parameters().check();
        return edited(request, id -> response(request, id, edit.apply(id, request.expectedVersion())));
    }

    private Response takeOver(Request request) {
        request.parameters().check();
        return edited(request, id -> {
            JsonBody json = request.json();
            Secret code = json.optional("code", Secret::new);
            json.check();
            TakeOverSession.Command command =
                    new TakeOverSession.Command(request.identity(), MemberRequest.key(request), id, code);
            return switch (request.valid(() -> useCases.takeOverSession().takeOver(command))) {
                case SessionEdit edit -> response(request, id, edit);
                case TakeOverSession.Outcome.WrongCode() ->
                    request.invalid("code", "must be that of an offer that is still open");
            };
        });
    }

    private Response view(Request request) {
        request.parameters().check();
        return edited(request, id -> shown(request, id));
    }

    private static Response edited(Request request, Function<SessionId, Response> edit) {
        return request.identifier(ID, SessionId::new).map(edit).orElseGet(() -> noSuchSession(request));
    }

    private Response response(Request request, SessionId id, SessionEdit edit) {
        return switch (edit) {
            case SessionEdit.Changed(var version) -> shown(request, id);
            case SessionEdit.NoSuchSession(var session) -> noSuchSession(request);
            case SessionEdit.Stale(var version) -> ChangeProblems.stale(request);
            case SessionEdit.NotAllowed() ->
                ChangeProblems.notAllowed(request, "Only its organiser may do that, or a moderator.");
            case SessionEdit.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    /** A session as the member sees it, for the other operations that change something about it. */
    public Response shown(Request request, SessionId id) {
        return view(request, id)
                .map(view -> answer(view, json -> MemberSessionJson.session(json, view)))
                .orElseGet(() -> noSuchSession(request));
    }

    private Optional<ViewMySession.View> view(Request request, SessionId id) {
        return useCases.viewMySession().view(new ViewMySession.Query(request.identity(), id));
    }

    private static Response answer(ViewMySession.View view, Consumer<JsonGenerator> body) {
        return Response.json(Json.bytes(body), Caching.NO_STORE)
                .withVersion(view.session().page().version());
    }

    private static Response noSuchSession(Request request) {
        return request.notFound("There is no such session.");
    }

    private static Response noSuchVenue(Request request, String field) {
        return request.invalid(field, "must be a venue that is known");
    }
}

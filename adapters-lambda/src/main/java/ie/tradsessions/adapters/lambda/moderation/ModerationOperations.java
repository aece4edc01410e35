package ie.tradsessions.adapters.lambda.moderation;

import ie.tradsessions.adapters.lambda.access.MemberRequest;
import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.ChangeProblems;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.moderation.Decide;
import ie.tradsessions.application.moderation.MergeVenues;
import ie.tradsessions.application.moderation.ObjectToDecision;
import ie.tradsessions.application.moderation.ReportSubject;
import ie.tradsessions.application.moderation.UndoMerge;
import ie.tradsessions.application.moderation.ViewLog;
import ie.tradsessions.application.moderation.ViewQueue;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** What members report and object to, and what moderators do about it. */
public final class ModerationOperations {
    private final UseCases useCases;
    private final Paging paging;
    private final Function<Request, Response> me;

    /** @param me the member's own page */
    public ModerationOperations(UseCases useCases, Paging paging, Function<Request, Response> me) {
        this.useCases = useCases;
        this.paging = paging;
        this.me = me;
    }

    /** Those that these operations drive. */
    public record UseCases(
            ReportSubject reportSubject,
            ObjectToDecision objectToDecision,
            ViewQueue viewQueue,
            ViewLog viewLog,
            Decide decide,
            MergeVenues mergeVenues,
            UndoMerge undoMerge) {}

    public List<Route> routes() {
        return List.of(
                Route.member("POST", "/v1/reports", "report", this::report),
                Route.member("POST", "/v1/me/decisions/{subject}/objection", "objectToDecision", this::object),
                Route.member("GET", "/v1/moderation/queue", "viewQueue", this::queue),
                Route.member("GET", "/v1/moderation/log", "viewLog", this::log),
                Route.member("POST", "/v1/moderation/decisions", "decide", this::decide),
                Route.member("POST", "/v1/moderation/merges", "mergeVenues", this::merge),
                Route.member("DELETE", "/v1/moderation/merges/{from}", "undoMerge", this::undo));
    }

    private Response report(Request request) {
        request.parameters().check();
        JsonBody json = request.json();
        Subject subject = json.needed("subject", Subject::parse);
        Reason reason = json.needed("reason", ParameterParsers.oneOf(Reason.class));
        String text = json.text("text");
        ReportSubject.Command command = json.into(() -> new ReportSubject.Command(
                request.identity(), Objects.requireNonNull(subject), Objects.requireNonNull(reason), text));
        return switch (request.valid(() -> useCases.reportSubject().report(command))) {
            case ReportSubject.Outcome.Reported() -> Response.noContent();
            case ReportSubject.Outcome.NoSuchSubject(var absent) ->
                request.notFound("There is nothing of that kind that you could report.");
            case ReportSubject.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private Response object(Request request) {
        request.parameters().check();
        return request.identifier("subject", Subject::parse)
                .map(subject -> objectTo(request, subject))
                .orElseGet(() -> noSuchDecision(request));
    }

    private Response objectTo(Request request, Subject subject) {
        JsonBody json = request.json();
        String text = json.needed("text", given -> given);
        json.check();
        ObjectToDecision.Command command =
                new ObjectToDecision.Command(request.identity(), subject, Objects.requireNonNull(text));
        return switch (request.valid(() -> useCases.objectToDecision().object(command))) {
            case ObjectToDecision.Outcome.Objected() -> me.apply(request);
            case ObjectToDecision.Outcome.NoSuchDecision(var absent) -> noSuchDecision(request);
            case ObjectToDecision.Outcome.MayNotObject() ->
                ChangeProblems.conflict(request, "One objects once, and to nothing that was kept.");
            case ObjectToDecision.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private static Response noSuchDecision(Request request) {
        return request.notFound("You were told of no decision about that.");
    }

    private Response queue(Request request) {
        request.parameters().check();
        return shownQueue(request);
    }

    private Response shownQueue(Request request) {
        return useCases.viewQueue()
                .view(request.identity())
                .map(items -> answer(json -> CaseJson.queue(json, items)))
                .orElseGet(() -> moderatorsOnly(request));
    }

    private Response log(Request request) {
        Parameters parameters = request.parameters();
        PageToken after = paging.after(parameters, request);
        parameters.check();
        return useCases.viewLog()
                .view(new ViewLog.Query(request.identity(), ViewLog.DEFAULT_LIMIT, after))
                .map(page -> paging.page(request, page, Caching.NO_STORE, DecisionJson::logged))
                .orElseGet(() -> moderatorsOnly(request));
    }

    private Response decide(Request request) {
        request.parameters().check();
        DecisionInput input = DecisionInput.of(request.json());
        Decide.Command command = new Decide.Command(
                request.identity(), input.subject(), input.decision(), input.note(), input.version());
        return switch (request.valid(() -> useCases.decide().decide(command))) {
            case Decide.Outcome.Done(var version) -> shownQueue(request);
            case Decide.Outcome.NotAllowed() -> moderatorsOnly(request);
            case Decide.Outcome.NoSuchSubject(var subject) ->
                request.notFound("It is gone: all that is left is to keep it so.");
            case Decide.Outcome.DoesNotGo(var allowed) -> request.invalid("decision", "must be " + names(allowed));
            case Decide.Outcome.NoAuthor() ->
                ChangeProblems.conflict(request, "No member is known who could be blocked.");
            case Decide.Outcome.VenueHasSessions(var sessions) ->
                ChangeProblems.conflict(
                        request, "Sessions are there: " + sessions + ". Remove them first, or merge the venue.");
            case Decide.Outcome.NoSuchVenue(var venue) -> request.invalid("into", "must be a venue that is known");
            case Decide.Outcome.IsMerged(var venue, var into) -> isMerged(request, venue, into);
            case Decide.Outcome.DecidedMeanwhile(var decided) -> decidedMeanwhile(request, decided);
            case Decide.Outcome.Stale(var version) -> ChangeProblems.stale(request);
        };
    }

    private static Response decidedMeanwhile(Request request, Decided decided) {
        return ChangeProblems.conflict(
                request,
                "Another moderator has decided meanwhile: " + decided.decision().kind() + ". The note says: "
                        + decided.note());
    }

    private static String names(Set<Decision.Kind> kinds) {
        return kinds.stream().map(Decision.Kind::name).collect(Collectors.joining(", "));
    }

    private Response merge(Request request) {
        request.parameters().check();
        JsonBody json = request.json();
        VenueId from = json.needed("from", VenueId::new);
        VenueId into = json.needed("into", VenueId::new);
        String note = json.needed("note", text -> text);
        MergeVenues.Command command = json.into(() -> new MergeVenues.Command(
                request.identity(),
                Objects.requireNonNull(from),
                Objects.requireNonNull(into),
                Objects.requireNonNull(note)));
        return switch (request.valid(() -> useCases.mergeVenues().merge(command))) {
            case MergeVenues.Outcome.Merged(var moved) ->
                answer(body -> {
                    body.writeStartObject();
                    body.writeStringProperty("from", command.from().value());
                    body.writeStringProperty("into", command.into().value());
                    sessions(body, moved);
                    body.writeEndObject();
                });
            case MergeVenues.Outcome.NotAllowed() -> moderatorsOnly(request);
            case MergeVenues.Outcome.NoSuchVenue(var venue) ->
                request.invalid(venue.equals(command.from()) ? "from" : "into", "must be a venue that is known");
            case MergeVenues.Outcome.IsMerged(var venue, var other) -> isMerged(request, venue, other);
        };
    }

    private Response undo(Request request) {
        request.parameters().check();
        return request.identifier("from", VenueId::new)
                .map(from -> undone(request, from))
                .orElseGet(() -> noSuchMerge(request));
    }

    private Response undone(Request request, VenueId from) {
        return switch (useCases.undoMerge().undo(new UndoMerge.Command(request.identity(), from))) {
            case UndoMerge.Outcome.Undone(var moved) ->
                answer(body -> {
                    body.writeStartObject();
                    body.writeStringProperty("from", from.value());
                    sessions(body, moved);
                    body.writeEndObject();
                });
            case UndoMerge.Outcome.NotAllowed() -> moderatorsOnly(request);
            case UndoMerge.Outcome.NoSuchMerge(var venue) -> noSuchMerge(request);
            case UndoMerge.Outcome.IsMerged(var venue, var into) -> isMerged(request, venue, into);
        };
    }

    private static void sessions(JsonGenerator json, List<SessionId> moved) {
        Json.array(json, "sessions", moved, (generator, id) -> generator.writeString(id.value()));
    }

    private static Response noSuchMerge(Request request) {
        return request.notFound("That venue is not merged into another one.");
    }

    private static Response isMerged(Request request, VenueId venue, VenueId into) {
        return ChangeProblems.conflict(
                request, "The venue " + venue + " is merged into " + into + ". Undo that first, or choose that one.");
    }

    private static Response moderatorsOnly(Request request) {
        return ChangeProblems.notAllowed(request, "Only moderators may do that.");
    }

    private static Response answer(Consumer<JsonGenerator> body) {
        return Response.json(Json.bytes(body), Caching.NO_STORE);
    }
}

package ie.tradsessions.adapters.lambda.venue;

import ie.tradsessions.adapters.lambda.access.MemberRequest;
import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.ChangeProblems;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.application.venue.RegisterVenue;
import ie.tradsessions.application.venue.SayVenueGone;
import ie.tradsessions.application.venue.SayVenueOpen;
import ie.tradsessions.application.venue.UndoVenueChange;
import ie.tradsessions.application.venue.VenueEdit;
import ie.tradsessions.application.venue.ViewMyVenue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What members do with venues. The response to each change shows the venue as it stands then. */
public final class MemberVenueOperations {
    private static final int MAX_VERSION = 999_999;

    private final UseCases useCases;

    public MemberVenueOperations(UseCases useCases) {
        this.useCases = useCases;
    }

    /** Those that these operations drive. */
    public record UseCases(
            RegisterVenue registerVenue,
            ChangeVenue changeVenue,
            UndoVenueChange undoVenueChange,
            SayVenueGone sayVenueGone,
            SayVenueOpen sayVenueOpen,
            ViewMyVenue viewMyVenue) {}

    public List<Route> routes() {
        return List.of(
                Route.member("POST", "/v1/venues", "registerVenue", this::register),
                Route.member("PUT", "/v1/venues/{id}", "changeVenue", this::change),
                Route.member("DELETE", "/v1/venues/{id}/changes/{version}", "undoVenueChange", this::undo),
                Route.member("PUT", "/v1/venues/{id}/gone", "sayVenueGone", this::sayGone),
                Route.member("DELETE", "/v1/venues/{id}/gone", "sayVenueOpen", this::sayOpen),
                Route.member("GET", "/v1/me/venues/{id}", "viewMyVenue", this::view));
    }

    private Response register(Request request) {
        request.parameters().check();
        VenueInput input = VenueInput.ofNew(request.json());
        RegisterVenue.Command command = new RegisterVenue.Command(
                request.identity(), MemberRequest.key(request), input.description(), input.another());
        return switch (request.valid(() -> useCases.registerVenue().register(command))) {
            case RegisterVenue.Outcome.Registered(var id, var version) ->
                shown(request, id).created("/v1/venues/" + id);
            case RegisterVenue.Outcome.LooksLike(var candidates) ->
                ChangeProblems.looksAlike(
                        request,
                        "It looks like a venue that is known. Is it another place?",
                        candidates,
                        (json, card) -> VenueJson.card(json, card, null));
            case RegisterVenue.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private Response change(Request request) {
        request.parameters().check();
        return edited(request, id -> {
            long version = request.expectedVersion();
            VenueInput input = VenueInput.ofChanged(request.json());
            ChangeVenue.Command command =
                    new ChangeVenue.Command(request.identity(), id, version, input.description(), input.closed());
            return response(
                    request, id, request.valid(() -> useCases.changeVenue().change(command)));
        });
    }

    private Response undo(Request request) {
        Parameters parameters = request.parameters();
        Integer change =
                parameters.value("version", request.variable("version"), ParameterParsers.wholeNumber(MAX_VERSION));
        parameters.check();
        return edited(request, id -> {
            UndoVenueChange.Command command = new UndoVenueChange.Command(
                    request.identity(), id, request.expectedVersion(), Objects.requireNonNull(change));
            return switch (useCases.undoVenueChange().undo(command)) {
                case VenueEdit edit -> response(request, id, edit);
                case UndoVenueChange.Outcome.NoSuchChange(var version) ->
                    request.notFound("There is no such change of this venue.");
                case UndoVenueChange.Outcome.Superseded() ->
                    ChangeProblems.conflict(request, "What it changed was changed again since.");
            };
        });
    }

    private Response sayGone(Request request) {
        request.parameters().check();
        return edited(
                request,
                id -> response(
                        request, id, useCases.sayVenueGone().say(new SayVenueGone.Command(request.identity(), id))));
    }

    private Response sayOpen(Request request) {
        request.parameters().check();
        return edited(
                request,
                id -> response(
                        request, id, useCases.sayVenueOpen().say(new SayVenueOpen.Command(request.identity(), id))));
    }

    private Response view(Request request) {
        request.parameters().check();
        return edited(request, id -> shown(request, id));
    }

    private static Response edited(Request request, Function<VenueId, Response> edit) {
        return request.identifier("id", VenueId::new).map(edit).orElseGet(() -> noSuchVenue(request));
    }

    private Response response(Request request, VenueId id, VenueEdit edit) {
        return switch (edit) {
            case VenueEdit.Changed(var version) -> shown(request, id);
            case VenueEdit.NoSuchVenue(var venue) -> noSuchVenue(request);
            case VenueEdit.Stale(var version) -> ChangeProblems.stale(request);
            case VenueEdit.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private Response shown(Request request, VenueId id) {
        return useCases.viewMyVenue()
                .view(new ViewMyVenue.Query(request.identity(), id))
                .map(view -> Response.json(Json.bytes(json -> MemberVenueJson.venue(json, view)), Caching.NO_STORE)
                        .withVersion(view.version()))
                .orElseGet(() -> noSuchVenue(request));
    }

    private static Response noSuchVenue(Request request) {
        return request.notFound("There is no such venue.");
    }
}

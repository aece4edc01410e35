package ie.tradsessions.adapters.lambda.member;

import ie.tradsessions.adapters.lambda.access.MemberRequest;
import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.ChangeProblems;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.member.DropFavourite;
import ie.tradsessions.application.member.ExportMember;
import ie.tradsessions.application.member.IssueCalendarAddress;
import ie.tradsessions.application.member.KeepFavourite;
import ie.tradsessions.application.member.RevokeCalendarAddress;
import ie.tradsessions.application.member.SaveProfile;
import ie.tradsessions.application.member.ViewProfile;
import ie.tradsessions.application.review.ViewMyReviews;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What members do with what belongs to them alone. */
public final class MemberOperations {
    private final UseCases useCases;

    public MemberOperations(UseCases useCases) {
        this.useCases = useCases;
    }

    /** Those that these operations drive. */
    public record UseCases(
            ViewProfile viewProfile,
            SaveProfile saveProfile,
            KeepFavourite keepFavourite,
            DropFavourite dropFavourite,
            IssueCalendarAddress issueCalendarAddress,
            RevokeCalendarAddress revokeCalendarAddress,
            ViewMyReviews viewMyReviews,
            ExportMember exportMember,
            DeleteMember deleteMember) {}

    public List<Route> routes() {
        return List.of(
                Route.member("GET", "/v1/me", "viewProfile", this::view),
                Route.member("PUT", "/v1/me", "saveProfile", this::save),
                Route.member("DELETE", "/v1/me", "deleteMember", this::delete),
                Route.member("GET", "/v1/me/reviews", "viewMyReviews", this::reviews),
                Route.member("GET", "/v1/me/export", "exportMember", this::export),
                Route.member("PUT", "/v1/me/favourites/{id}", "keepFavourite", this::keepFavourite),
                Route.member("DELETE", "/v1/me/favourites/{id}", "dropFavourite", this::dropFavourite),
                Route.member("POST", "/v1/me/calendar", "issueCalendarAddress", this::issueCalendarAddress),
                Route.member("DELETE", "/v1/me/calendar", "revokeCalendarAddress", this::revokeCalendarAddress));
    }

    private Response view(Request request) {
        request.parameters().check();
        return shown(request);
    }

    /** The member's own page, for the other operations that change something on it. */
    public Response shown(Request request) {
        Identity who = request.identity();
        ViewProfile.View view = useCases.viewProfile().view(who);
        return Response.json(Json.bytes(json -> MemberJson.me(json, who, view)), Caching.NO_STORE)
                .withVersion(view.file().profileVersion());
    }

    private Response save(Request request) {
        request.parameters().check();
        SaveProfile.Command command =
                new SaveProfile.Command(request.identity(), request.expectedVersion(), ProfileInput.of(request.json()));
        return switch (request.valid(() -> useCases.saveProfile().save(command))) {
            case SaveProfile.Outcome.Saved(var version) -> shown(request);
            case SaveProfile.Outcome.Stale(var version) -> ChangeProblems.stale(request);
            case SaveProfile.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private Response delete(Request request) {
        Parameters parameters = request.parameters();
        DeleteMember.Fate sessions = parameters.one("sessions", fates(DeleteMember.Fate.class));
        if (!parameters.has("sessions")) {
            parameters.refuse(
                    "sessions", "must be orphan or hand-over: what becomes of the sessions that you organise");
        }
        DeleteMember.ReviewFate reviews = parameters.one("reviews", fates(DeleteMember.ReviewFate.class));
        if (!parameters.has("reviews")) {
            parameters.refuse(
                    "reviews", "must be keep or remove: whether your reviews stay, as those of a former member");
        }
        parameters.check();
        DeleteMember.Deleted deleted = useCases.deleteMember()
                .delete(new DeleteMember.Command(
                        request.identity(), Objects.requireNonNull(sessions), Objects.requireNonNull(reviews)));
        return Response.json(Json.bytes(json -> MemberJson.deleted(json, deleted)), Caching.NO_STORE);
    }

    private static <E extends Enum<E>> Function<String, E> fates(Class<E> type) {
        return ParameterParsers.oneOf(
                type, fate -> fate.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Response reviews(Request request) {
        request.parameters().check();
        List<ViewMyReviews.Mine> reviews = useCases.viewMyReviews().view(request.identity());
        return Response.json(Json.bytes(json -> MemberJson.reviews(json, reviews)), Caching.NO_STORE);
    }

    private Response export(Request request) {
        request.parameters().check();
        ExportMember.Export export = useCases.exportMember().export(request.identity());
        return Response.json(Json.bytes(json -> MemberExportJson.export(json, export)), Caching.NO_STORE)
                .withHeader("Content-Disposition", "attachment; filename=\"tradsessions-about-me.json\"");
    }

    private Response keepFavourite(Request request) {
        request.parameters().check();
        return ofSession(request, id -> {
            KeepFavourite.Command command = new KeepFavourite.Command(request.identity(), id);
            return switch (request.valid(() -> useCases.keepFavourite().keep(command))) {
                case KeepFavourite.Outcome.Kept(var sessions) -> favourites(sessions);
                case KeepFavourite.Outcome.NoSuchSession(var session) -> noSuchSession(request);
                case KeepFavourite.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
            };
        });
    }

    private Response dropFavourite(Request request) {
        request.parameters().check();
        return ofSession(request, id -> switch (useCases.dropFavourite()
                .drop(new DropFavourite.Command(request.identity(), id))) {
            case DropFavourite.Outcome.Dropped(var sessions) -> favourites(sessions);
            case DropFavourite.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        });
    }

    private static Response favourites(List<SessionId> sessions) {
        return Response.json(Json.bytes(json -> MemberJson.favourites(json, sessions)), Caching.NO_STORE);
    }

    private Response issueCalendarAddress(Request request) {
        request.parameters().check();
        return switch (useCases.issueCalendarAddress().issue(new IssueCalendarAddress.Command(request.identity()))) {
            case IssueCalendarAddress.Outcome.Issued(var address) ->
                Response.json(
                                Json.bytes(json -> {
                                    json.writeStartObject();
                                    json.writeStringProperty("path", "/v1/calendars/" + address.text());
                                    json.writeEndObject();
                                }),
                                Caching.NO_STORE)
                        .withStatus(201);
            case IssueCalendarAddress.Outcome.NoProfile() ->
                ChangeProblems.conflict(request, "Save your profile first.");
            case IssueCalendarAddress.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private Response revokeCalendarAddress(Request request) {
        request.parameters().check();
        return switch (useCases.revokeCalendarAddress().revoke(new RevokeCalendarAddress.Command(request.identity()))) {
            case RevokeCalendarAddress.Outcome.Revoked() -> Response.noContent();
            case RevokeCalendarAddress.Outcome.Refused(var why) -> MemberRequest.refused(request, why);
        };
    }

    private static Response ofSession(Request request, Function<SessionId, Response> answer) {
        return request.identifier("id", SessionId::new).map(answer).orElseGet(() -> noSuchSession(request));
    }

    private static Response noSuchSession(Request request) {
        return request.notFound("There is no such session.");
    }
}

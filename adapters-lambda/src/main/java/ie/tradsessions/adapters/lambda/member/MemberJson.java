package ie.tradsessions.adapters.lambda.member;

import ie.tradsessions.adapters.lambda.feedback.FeedbackJson;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.moderation.DecisionJson;
import ie.tradsessions.adapters.lambda.review.ReviewJson;
import ie.tradsessions.adapters.lambda.session.SessionJson;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.member.ViewProfile;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.review.ViewMyReviews;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A member, for that member alone. */
final class MemberJson {
    private MemberJson() {}

    static void me(JsonGenerator json, Identity who, ViewProfile.View view) {
        MemberFile file = view.file();
        json.writeStartObject();
        json.writeStringProperty("id", who.member().value());
        profile(json, file.profile());
        json.writeBooleanProperty("moderator", who.moderator());
        Json.array(json, "organised", view.organised(), MemberJson::organised);
        Json.array(json, "favourites", view.favourites(), SessionJson::card);
        json.writeNumberProperty("version", file.profileVersion());
        Json.array(json, "questions", view.questions(), MemberJson::question);
        Json.array(json, "asked", view.asked(), MemberJson::asked);
        Json.array(json, "decisions", view.decisions(), DecisionJson::told);
        blocked(json, view.block());
        json.writeEndObject();
    }

    private static void question(JsonGenerator json, ViewProfile.OpenQuestion question) {
        json.writeStartObject();
        json.writeName("session");
        SessionJson.card(json, question.session());
        Json.text(json, "date", question.night());
        json.writeEndObject();
    }

    private static void asked(JsonGenerator json, ViewProfile.Asked asked) {
        json.writeStartObject();
        json.writeName("session");
        SessionJson.card(json, asked.session());
        FeedbackJson.question(json, "question", asked.question(), asked.names());
        json.writeEndObject();
    }

    private static void blocked(JsonGenerator json, @Nullable Block block) {
        if (block == null) {
            json.writeNullProperty("blocked");
            return;
        }
        json.writeObjectPropertyStart("blocked");
        Json.text(json, "until", block.until());
        json.writeStringProperty("note", block.note());
        json.writeEndObject();
    }

    static void reviews(JsonGenerator json, List<ViewMyReviews.Mine> reviews) {
        json.writeStartObject();
        Json.array(json, "items", reviews, (generator, mine) -> {
            generator.writeStartObject();
            generator.writeName("session");
            SessionJson.card(generator, mine.session());
            generator.writeName("review");
            ReviewJson.withVisibility(generator, mine.review(), mine.names());
            generator.writeEndObject();
        });
        json.writeEndObject();
    }

    /** Into an object that has begun. */
    static void profile(JsonGenerator json, @Nullable Profile profile) {
        County county = profile == null ? null : profile.homeCounty();
        json.writeStringProperty("displayName", profile == null ? null : profile.displayName());
        Json.names(json, "instruments", profile == null ? Set.of() : profile.instruments());
        json.writeStringProperty("homeCounty", county == null ? null : county.name());
        json.writeStringProperty("about", profile == null ? null : profile.about());
        Json.text(json, "since", profile == null ? null : profile.since());
        json.writeBooleanProperty("hasCalendar", profile != null && profile.calendarKey() != null);
    }

    private static void organised(JsonGenerator json, ViewProfile.Organised organised) {
        json.writeStartObject();
        json.writeName("card");
        SessionJson.card(json, organised.listing());
        json.writeBooleanProperty(
                "ended", organised.listing().card().timetable().endedOn() != null);
        json.writeBooleanProperty("takenDown", organised.takenDown());
        json.writeEndObject();
    }

    static void favourites(JsonGenerator json, List<SessionId> sessions) {
        json.writeStartObject();
        Json.array(json, "items", sessions, (generator, id) -> generator.writeString(id.value()));
        json.writeEndObject();
    }

    static void deleted(JsonGenerator json, DeleteMember.Deleted deleted) {
        json.writeStartObject();
        Json.array(json, "offers", deleted.offers(), (generator, offer) -> {
            generator.writeStartObject();
            generator.writeStringProperty("session", offer.session().value());
            generator.writeStringProperty("name", offer.name());
            generator.writeStringProperty("code", offer.code().value());
            generator.writeEndObject();
        });
        json.writeEndObject();
    }
}

package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.feedback.FeedbackJson;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.review.ReviewJson;
import ie.tradsessions.adapters.lambda.venue.VenueJson;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.application.session.OfferSession;
import ie.tradsessions.application.session.ViewMySession;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A session as a member sees it. */
final class MemberSessionJson {
    private MemberSessionJson() {}

    static void session(JsonGenerator json, ViewMySession.View view) {
        ViewSession.View shown = view.session();
        Timetable timetable = shown.page().session().timetable();
        json.writeStartObject();
        json.writeName("session");
        SessionJson.detail(json, shown);
        json.writeNumberProperty("version", shown.page().version());
        Json.text(json, "endedOn", timetable.endedOn());
        json.writeBooleanProperty("takenDown", shown.page().session().isTakenDown());
        Json.array(
                json,
                "changes",
                timetable.changes().entrySet(),
                (generator, change) -> night(generator, change.getKey(), change.getValue(), shown.movedTo()));
        json.writeObjectPropertyStart("rights");
        json.writeBooleanProperty("change", view.rights().change());
        json.writeBooleanProperty("takeOver", view.rights().takeOver());
        json.writeBooleanProperty("listAgain", view.rights().listAgain());
        json.writeBooleanProperty("answer", view.mayAnswer());
        json.writeBooleanProperty("answerReviews", view.rights().answerReviews());
        json.writeEndObject();
        handOver(json, view.offeredUntil());
        mine(json, view.mine());
        json.writeEndObject();
    }

    private static void mine(JsonGenerator json, ViewMySession.Mine mine) {
        json.writeObjectPropertyStart("mine");
        Review review = mine.review();
        if (review == null) {
            json.writeNullProperty("review");
        } else {
            json.writeName("review");
            ReviewJson.withVisibility(json, review, mine.names());
        }
        FeedbackJson.voice(json, mine.voice(), mine.gone());
        json.writeEndObject();
    }

    static void offer(JsonGenerator json, OfferSession.Outcome.Offered offered, ViewMySession.View view) {
        json.writeStartObject();
        json.writeStringProperty("code", offered.code().value());
        Json.text(json, "until", offered.until());
        json.writeName("session");
        session(json, view);
        json.writeEndObject();
    }

    private static void handOver(JsonGenerator json, @Nullable Instant until) {
        if (until == null) {
            json.writeNullProperty("handOver");
            return;
        }
        json.writeObjectPropertyStart("handOver");
        Json.text(json, "until", until);
        json.writeEndObject();
    }

    private static void night(
            JsonGenerator json, LocalDate date, OccurrenceStatus status, Map<VenueId, VenueSummary> venues) {
        json.writeStartObject();
        Json.text(json, "date", date);
        json.writeStringProperty("status", ScheduleJson.name(status));
        json.writeStringProperty("note", status.note());
        LocalTime at = null;
        VenueSummary to = null;
        if (status instanceof OccurrenceStatus.Moved moved) {
            at = moved.at();
            VenueId venue = moved.to();
            to = venue == null ? null : venues.get(venue);
        }
        Json.text(json, "at", at);
        if (to == null) {
            json.writeNullProperty("to");
        } else {
            json.writeName("to");
            VenueJson.summary(json, to);
        }
        json.writeEndObject();
    }
}

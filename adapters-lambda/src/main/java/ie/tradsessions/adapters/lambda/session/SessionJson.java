package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.feedback.FeedbackJson;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.place.PlaceJson;
import ie.tradsessions.adapters.lambda.review.ReviewJson;
import ie.tradsessions.adapters.lambda.venue.VenueJson;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.application.session.ListOccurrences;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Sessions, their nights, and how they stand. */
public final class SessionJson {
    private SessionJson() {}

    public static void card(JsonGenerator json, Listing listing) {
        SessionCard card = listing.card();
        json.writeStartObject();
        json.writeStringProperty("id", card.id().value());
        json.writeStringProperty("name", card.name());
        json.writeName("venue");
        VenueJson.summary(json, card.venue());
        json.writeName("schedule");
        ScheduleJson.schedule(json, card.timetable().schedule());
        nights(json, "nights", listing.nights(), card.movedTo());
        etiquette(json, card.etiquette());
        json.writeObjectPropertyStart("freshness");
        freshness(json, listing.freshness(), card.signs());
        json.writeEndObject();
        json.writeObjectPropertyStart("rating");
        rating(json, card.ratings());
        json.writeEndObject();
        PlaceJson.distance(json, listing.distanceMetres());
        json.writeBooleanProperty("sample", card.sample());
        Json.text(json, "askedFor", listing.askedFor());
        Json.text(json, "recentNight", listing.recentNight());
        json.writeEndObject();
    }

    static void detail(JsonGenerator json, ViewSession.View view) {
        Session session = view.page().session();
        json.writeStartObject();
        json.writeStringProperty("id", session.id().value());
        json.writeNumberProperty("version", view.page().version());
        json.writeStringProperty("name", session.name());
        json.writeName("venue");
        VenueJson.venue(json, view.venue());
        json.writeName("schedule");
        ScheduleJson.schedule(json, session.timetable().schedule());
        nights(json, "nights", view.nights(), view.movedTo());
        Json.array(json, "said", view.past(), SessionJson::pastNight);
        Json.text(json, "recentNight", view.recentNight());
        etiquette(json, session.etiquette());
        Json.names(json, "instruments", session.instruments());
        json.writeStringProperty("craic", session.craic());
        Feedback.LastWord lastWord = view.page().feedback().lastWord();
        json.writeObjectPropertyStart("freshness");
        freshness(json, view.freshness(), view.signs());
        json.writeStringProperty(
                "saidBy", lastWord == null ? null : lastWord.by().nameIn(view.names()));
        json.writeEndObject();
        RatingSummary ratings = view.page().feedback().ratings();
        json.writeObjectPropertyStart("rating");
        rating(json, ratings);
        Json.array(json, "histogram", ratings.histogram(), JsonGenerator::writeNumber);
        json.writeEndObject();
        shared(json, session.shared(), view.names());
        organiser(json, session.organiser(), view.names());
        json.writeBooleanProperty("sample", session.sample());
        reviews(json, view);
        FeedbackJson.question(json, "question", view.question(), view.names());
        FeedbackJson.gone(json, view.page().feedback(), view.names());
        json.writeEndObject();
    }

    private static void reviews(JsonGenerator json, ViewSession.View view) {
        List<Review> newest = view.page().newest();
        json.writeObjectPropertyStart("reviews");
        Json.array(json, "items", newest, (generator, review) -> ReviewJson.review(generator, review, view.names()));
        json.writeBooleanProperty("more", view.page().feedback().ratings().count() > newest.size());
        json.writeEndObject();
    }

    /** A session as it is stored, for the export of a member. */
    public static void stored(JsonGenerator json, Session session) {
        json.writeStartObject();
        json.writeStringProperty("id", session.id().value());
        json.writeStringProperty("venue", session.venue().value());
        json.writeStringProperty("name", session.name());
        json.writeName("schedule");
        ScheduleJson.schedule(json, session.timetable().schedule());
        Json.text(json, "endedOn", session.timetable().endedOn());
        etiquette(json, session.etiquette());
        Json.names(json, "instruments", session.instruments());
        json.writeStringProperty("craic", session.craic());
        Json.text(json, "sharedAt", session.shared().at());
        json.writeBooleanProperty("takenDown", session.isTakenDown());
        json.writeEndObject();
    }

    /** The nights between two dates: a list of one page. */
    static void nights(JsonGenerator json, ListOccurrences.Nights nights) {
        json.writeStartObject();
        nights(json, "items", nights.nights(), nights.movedTo());
        json.writeNullProperty("next");
        json.writeEndObject();
    }

    static void etiquette(JsonGenerator json, Etiquette etiquette) {
        json.writeStringProperty("admission", etiquette.admission().name());
        json.writeStringProperty("pace", etiquette.pace().name());
        json.writeStringProperty("leadership", etiquette.leadership().name());
        json.writeStringProperty("focus", etiquette.focus().name());
        Json.names(json, "dances", etiquette.dances());
    }

    private static void shared(JsonGenerator json, Shared shared, Map<MemberId, String> names) {
        json.writeObjectPropertyStart("shared");
        json.writeStringProperty("by", shared.by().nameIn(names));
        Json.text(json, "at", shared.at());
        json.writeEndObject();
    }

    private static void organiser(JsonGenerator json, @Nullable MemberId organiser, Map<MemberId, String> names) {
        if (organiser == null) {
            json.writeNullProperty("organiser");
            return;
        }
        json.writeObjectPropertyStart("organiser");
        json.writeStringProperty("name", names.get(organiser));
        json.writeEndObject();
    }

    private static void nights(
            JsonGenerator json, String name, List<Occurrence> nights, Map<VenueId, VenueSummary> movedTo) {
        Json.array(json, name, nights, (generator, night) -> night(generator, night, movedTo));
    }

    private static void night(JsonGenerator json, Occurrence night, Map<VenueId, VenueSummary> movedTo) {
        json.writeStartObject();
        Json.text(json, "date", night.date());
        json.writeStringProperty("start", withOffset(night.start()));
        ZonedDateTime end = night.end();
        json.writeStringProperty("end", end == null ? null : withOffset(end));
        json.writeStringProperty("status", ScheduleJson.name(night.status()));
        json.writeStringProperty("note", night.status().note());
        VenueSummary venue = night.status() instanceof OccurrenceStatus.Moved(var to, var at, var note) && to != null
                ? movedTo.get(to)
                : null;
        if (venue == null) {
            json.writeNullProperty("movedTo");
        } else {
            json.writeName("movedTo");
            VenueJson.summary(json, venue);
        }
        json.writeEndObject();
    }

    private static void pastNight(JsonGenerator json, ViewSession.PastNight night) {
        json.writeStartObject();
        Json.text(json, "date", night.date());
        json.writeNumberProperty("on", night.confirmations().on());
        json.writeNumberProperty("off", night.confirmations().off());
        json.writeStringProperty("status", ScheduleJson.name(night.status()));
        json.writeEndObject();
    }

    private static void freshness(JsonGenerator json, Freshness freshness, SignsOfLife signs) {
        json.writeStringProperty("state", freshness.name());
        Json.text(json, "lastNight", signs.lastNight());
        json.writeNumberProperty("confirmations", signs.confirmations());
        Json.text(json, "saidAt", signs.lastWordAt());
    }

    private static void rating(JsonGenerator json, RatingSummary ratings) {
        OptionalDouble mean = ratings.mean();
        if (mean.isEmpty()) {
            json.writeNullProperty("mean");
        } else {
            json.writeNumberProperty("mean", Math.round(mean.getAsDouble() * 100) / 100.0);
        }
        json.writeNumberProperty("count", ratings.count());
    }

    /** RFC 3339 wants the seconds that {@link LocalDateTime#toString} leaves out where there are none. */
    private static String withOffset(ZonedDateTime moment) {
        LocalDateTime local = moment.toLocalDateTime();
        String seconds = local.getSecond() == 0 && local.getNano() == 0 ? ":00" : "";
        return local + seconds + moment.getOffset();
    }
}

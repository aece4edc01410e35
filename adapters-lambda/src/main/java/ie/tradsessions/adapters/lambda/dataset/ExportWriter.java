package ie.tradsessions.adapters.lambda.dataset;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.application.dataset.ExportDataSet.Entry;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the open data set: everything that an import needs to have the same venues and sessions elsewhere.
 * {@link ExportReader} reads it back. It shares no writer with the API, because files outlive a version of the API.
 */
public final class ExportWriter {
    private ExportWriter() {}

    /** JSON Lines in UTF-8. */
    public static byte[] lines(Collection<Entry> entries) {
        return Json.bytes(json -> {
            entries.forEach(entry -> line(json, entry));
            if (!entries.isEmpty()) {
                json.writeRaw('\n');
            }
        });
    }

    private static void line(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        switch (entry) {
            case Entry.VenueEntry(var venue) -> venue(json, venue);
            case Entry.SessionEntry(var session, var feedback) -> {
                session(json, session);
                feedback(json, feedback);
                json.writeBooleanProperty(ExportFields.SAMPLE, session.sample());
            }
            case Entry.ReviewEntry(var review) -> review(json, review);
        }
        json.writeEndObject();
    }

    private static void venue(JsonGenerator json, Venue venue) {
        json.writeStringProperty(ExportFields.KIND, ExportFields.VENUE);
        json.writeStringProperty(ExportFields.ID, venue.id().value());
        json.writeStringProperty(ExportFields.NAME, venue.name());
        json.writeStringProperty(ExportFields.NAME_IRISH, venue.irishName());
        Json.array(json, ExportFields.OTHER_NAMES, venue.otherNames(), JsonGenerator::writeString);
        Json.array(json, ExportFields.FORMER_NAMES, venue.formerNames(), JsonGenerator::writeString);
        place(json, venue.place());
        json.writeObjectPropertyStart(ExportFields.LOCATION);
        json.writeNumberProperty(ExportFields.LATITUDE, venue.location().latitude());
        json.writeNumberProperty(ExportFields.LONGITUDE, venue.location().longitude());
        json.writeEndObject();
        json.writeStringProperty(ExportFields.TIME_ZONE, venue.timeZone().getId());
        Json.text(json, ExportFields.WEBSITE, venue.website());
        json.writeStringProperty(ExportFields.PHONE, venue.phone());
        json.writeBooleanProperty(ExportFields.SAMPLE, venue.sample());
        Json.array(json, ExportFields.SOURCES, venue.sources(), ExportWriter::source);
        closed(json, venue.closed());
    }

    private static void closed(JsonGenerator json, @Nullable Closure closed) {
        if (closed == null) {
            json.writeNullProperty(ExportFields.CLOSED);
            return;
        }
        json.writeObjectPropertyStart(ExportFields.CLOSED);
        Source source = closed.source();
        json.writeStringProperty(ExportFields.DATASET, source == null ? null : source.dataset());
        json.writeStringProperty(ExportFields.KEY, source == null ? null : source.key());
        Json.text(json, ExportFields.ON, closed.on());
        json.writeBooleanProperty(ExportFields.SURE, closed.sure());
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Place place) {
        json.writeStringProperty(ExportFields.STREET, place.street());
        json.writeStringProperty(ExportFields.TOWN, place.town());
        County county = place.county();
        json.writeStringProperty(ExportFields.COUNTY, county == null ? null : county.name());
        json.writeStringProperty(ExportFields.REGION, place.region());
        json.writeStringProperty(ExportFields.COUNTRY, place.country().code());
        json.writeBooleanProperty(ExportFields.GAELTACHT, place.gaeltacht());
    }

    private static void source(JsonGenerator json, Source source) {
        json.writeStartObject();
        json.writeStringProperty(ExportFields.DATASET, source.dataset());
        json.writeStringProperty(ExportFields.KEY, source.key());
        json.writeEndObject();
    }

    private static void session(JsonGenerator json, Session session) {
        json.writeStringProperty(ExportFields.KIND, ExportFields.SESSION);
        json.writeStringProperty(ExportFields.ID, session.id().value());
        json.writeStringProperty(ExportFields.VENUE_ID, session.venue().value());
        json.writeStringProperty(ExportFields.NAME, session.name());
        json.writeObjectPropertyStart(ExportFields.SCHEDULE);
        schedule(json, session.timetable().schedule());
        json.writeEndObject();
        Json.array(json, ExportFields.CHANGES, session.timetable().changes().entrySet(), ExportWriter::change);
        Json.text(json, ExportFields.ENDED_ON, session.timetable().endedOn());
        etiquette(json, session.etiquette());
        Json.names(json, ExportFields.INSTRUMENTS, session.instruments());
        json.writeStringProperty(ExportFields.CRAIC, session.craic());
        Shared shared = session.shared();
        byAt(json, ExportFields.SHARED, nameOf(shared.by()), shared.at());
        origin(json, session.origin());
    }

    /** Members are not named here: they may take another name, or leave. */
    private static @Nullable String nameOf(Author author) {
        return author instanceof Author.Named(var name) ? name : null;
    }

    private static void origin(JsonGenerator json, @Nullable Origin origin) {
        if (origin == null) {
            json.writeNullProperty(ExportFields.ORIGIN);
            return;
        }
        json.writeObjectPropertyStart(ExportFields.ORIGIN);
        json.writeStringProperty(ExportFields.DATASET, origin.dataset());
        json.writeStringProperty(ExportFields.KEY, origin.key());
        json.writeEndObject();
    }

    private static void schedule(JsonGenerator json, Schedule schedule) {
        switch (schedule.recurrence()) {
            case Recurrence.Weekly(var days) -> {
                json.writeStringProperty(ExportFields.KIND, ExportFields.WEEKLY);
                Json.names(json, ExportFields.DAYS, days);
            }
            case Recurrence.EveryNWeeks(int weeks, LocalDate anchor, DayOfWeek day) -> {
                json.writeStringProperty(ExportFields.KIND, ExportFields.EVERY_N_WEEKS);
                json.writeNumberProperty(ExportFields.WEEKS, weeks);
                Json.text(json, ExportFields.ANCHOR, anchor);
                json.writeStringProperty(ExportFields.DAY, day.name());
            }
            case Recurrence.NthWeekdayOfMonth(var ordinals, DayOfWeek day) -> {
                json.writeStringProperty(ExportFields.KIND, ExportFields.NTH_WEEKDAY_OF_MONTH);
                Json.names(json, ExportFields.ORDINALS, ordinals);
                json.writeStringProperty(ExportFields.DAY, day.name());
            }
            case Recurrence.Dates(var dates) -> {
                json.writeStringProperty(ExportFields.KIND, ExportFields.DATES_KIND);
                Json.array(
                        json, ExportFields.DATES, dates, (generator, date) -> generator.writeString(date.toString()));
            }
            case Recurrence.Irregular(String note) -> {
                json.writeStringProperty(ExportFields.KIND, ExportFields.IRREGULAR);
                json.writeStringProperty(ExportFields.NOTE, note);
            }
        }
        Json.text(json, ExportFields.START, schedule.start());
        Json.text(json, ExportFields.END, schedule.end());
        Season season = schedule.season();
        if (season == null) {
            json.writeNullProperty(ExportFields.SEASON);
        } else {
            json.writeObjectPropertyStart(ExportFields.SEASON);
            json.writeStringProperty(ExportFields.FROM, season.from().name());
            json.writeStringProperty(ExportFields.TO, season.to().name());
            json.writeEndObject();
        }
    }

    private static void change(JsonGenerator json, Map.Entry<LocalDate, OccurrenceStatus> change) {
        json.writeStartObject();
        Json.text(json, ExportFields.DATE, change.getKey());
        switch (change.getValue()) {
            case OccurrenceStatus.Scheduled() -> status(json, ExportFields.SCHEDULED, null, null, null);
            case OccurrenceStatus.Cancelled(String note) -> status(json, ExportFields.CANCELLED, note, null, null);
            case OccurrenceStatus.Moved(VenueId to, LocalTime at, String note) ->
                status(json, ExportFields.MOVED, note, to, at);
        }
        json.writeEndObject();
    }

    private static void status(
            JsonGenerator json, String name, @Nullable String note, @Nullable VenueId to, @Nullable LocalTime at) {
        json.writeStringProperty(ExportFields.STATUS, name);
        json.writeStringProperty(ExportFields.NOTE, note);
        Json.text(json, ExportFields.MOVED_TO_VENUE_ID, to);
        Json.text(json, ExportFields.MOVED_TO_TIME, at);
    }

    private static void etiquette(JsonGenerator json, Etiquette etiquette) {
        json.writeStringProperty(ExportFields.ADMISSION, etiquette.admission().name());
        json.writeStringProperty(ExportFields.PACE, etiquette.pace().name());
        json.writeStringProperty(ExportFields.LEADERSHIP, etiquette.leadership().name());
        json.writeStringProperty(ExportFields.FOCUS, etiquette.focus().name());
        Json.names(json, ExportFields.DANCES, etiquette.dances());
    }

    private static void feedback(JsonGenerator json, Feedback feedback) {
        Json.array(json, ExportFields.SAID, feedback.nights().entrySet(), ExportWriter::said);
        Feedback.LastWord word = feedback.lastWord();
        if (word == null) {
            json.writeNullProperty(ExportFields.LAST_WORD);
        } else {
            byAt(json, ExportFields.LAST_WORD, nameOf(word.by()), word.at());
        }
        Json.array(json, ExportFields.RATINGS, feedback.ratings().histogram(), JsonGenerator::writeNumber);
    }

    /** Without its author, who may take another name, or leave. */
    private static void review(JsonGenerator json, Review review) {
        json.writeStringProperty(ExportFields.KIND, ExportFields.REVIEW);
        json.writeStringProperty(ExportFields.SESSION_ID, review.session().value());
        json.writeNumberProperty(ExportFields.NUMBER, review.number());
        json.writeNumberProperty(ExportFields.RATING, review.rating());
        json.writeStringProperty(ExportFields.TEXT, review.text());
        Json.text(json, ExportFields.NIGHT, review.night());
        Json.text(json, ExportFields.WRITTEN_AT, review.writtenAt());
        Json.text(json, ExportFields.CHANGED_AT, review.changedAt());
        json.writeNumberProperty(ExportFields.HELPFUL, review.helpful());
        Review.Answer answer = review.answer();
        if (answer == null) {
            json.writeNullProperty(ExportFields.ANSWER);
            return;
        }
        json.writeObjectPropertyStart(ExportFields.ANSWER);
        json.writeStringProperty(ExportFields.TEXT, answer.text());
        Json.text(json, ExportFields.AT, answer.at());
        json.writeEndObject();
    }

    private static void said(JsonGenerator json, Map.Entry<LocalDate, Confirmations> said) {
        json.writeStartObject();
        Json.text(json, ExportFields.DATE, said.getKey());
        json.writeNumberProperty(ExportFields.ON, said.getValue().on());
        json.writeNumberProperty(ExportFields.OFF, said.getValue().off());
        json.writeEndObject();
    }

    private static void byAt(JsonGenerator json, String name, @Nullable String by, Instant at) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty(ExportFields.BY, by);
        Json.text(json, ExportFields.AT, at);
        json.writeEndObject();
    }
}

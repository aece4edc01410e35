package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads back what an export wrote of a venue or a session: all of it, as it was. */
final class ExportLine {
    private ExportLine() {}

    /** @throws InvalidValue naming the property that is not as it should be */
    static DataSet.Entry read(String line) {
        JsonObject json = JsonObject.of(line);
        return switch (json.needed("kind")) {
            case "VENUE" -> new DataSet.Entry.VenueEntry(venue(json));
            case "SESSION" -> session(json);
            default -> throw new InvalidValue("kind", "VENUE or SESSION");
        };
    }

    private static Venue venue(JsonObject json) {
        JsonObject location = json.neededObject("location");
        return new Venue(
                json.read("id", VenueId::new),
                json.needed("name"),
                json.text("nameIrish"),
                json.list("otherNames", name -> name),
                new Place(
                        json.text("street"),
                        json.text("town"),
                        json.optional("county", County::valueOf),
                        json.text("region"),
                        json.read("country", Country::new),
                        json.flag("gaeltacht")),
                new GeoPoint(location.read("lat", Double::valueOf), location.read("lon", Double::valueOf)),
                json.read("timeZone", ZoneId::of),
                json.optional("website", URI::create),
                json.text("phone"),
                json.objects("sources").stream()
                        .map(source -> new Source(source.needed("dataset"), source.needed("key")))
                        .toList(),
                json.flag("sample"));
    }

    private static DataSet.Entry session(JsonObject json) {
        SessionId id = json.read("id", SessionId::new);
        JsonObject shared = json.neededObject("shared");
        Session session = new Session(
                id,
                json.read("venueId", VenueId::new),
                json.text("name"),
                new Timetable(
                        schedule(json.neededObject("schedule")),
                        changes(json),
                        json.optional("endedOn", LocalDate::parse)),
                new Etiquette(
                        json.constant("admission", Admission.class),
                        json.constant("leadership", Leadership.class),
                        json.constant("pace", Pace.class),
                        json.constant("focus", Focus.class),
                        json.constants("dances", Dance.class)),
                json.constants("instruments", Instrument.class),
                json.text("craic"),
                new Shared(shared.needed("by"), shared.read("at", Instant::parse)),
                json.flag("sample"));
        return new DataSet.Entry.SessionEntry(session, feedback(id, json));
    }

    private static Schedule schedule(JsonObject json) {
        JsonObject season = json.object("season");
        return new Schedule(
                recurrence(json),
                json.read("start", LocalTime::parse),
                json.optional("end", LocalTime::parse),
                season == null
                        ? null
                        : new Season(season.constant("from", Month.class), season.constant("to", Month.class)));
    }

    private static Recurrence recurrence(JsonObject json) {
        return switch (json.needed("kind")) {
            case "WEEKLY" -> new Recurrence.Weekly(json.constants("days", DayOfWeek.class));
            case "EVERY_N_WEEKS" ->
                new Recurrence.EveryNWeeks(
                        json.read("weeks", Integer::valueOf),
                        json.read("anchor", LocalDate::parse),
                        json.constant("day", DayOfWeek.class));
            case "NTH_WEEKDAY_OF_MONTH" ->
                new Recurrence.NthWeekdayOfMonth(
                        json.constants("ordinals", Ordinal.class), json.constant("day", DayOfWeek.class));
            case "DATES" -> new Recurrence.Dates(json.list("dates", LocalDate::parse));
            case "IRREGULAR" -> new Recurrence.Irregular(json.needed("note"));
            default ->
                throw new InvalidValue(
                        "schedule.kind", "of WEEKLY, EVERY_N_WEEKS, NTH_WEEKDAY_OF_MONTH, DATES, IRREGULAR");
        };
    }

    private static NavigableMap<LocalDate, OccurrenceStatus> changes(JsonObject json) {
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        json.objects("changes").forEach(change -> changes.put(change.read("date", LocalDate::parse), status(change)));
        return changes;
    }

    private static OccurrenceStatus status(JsonObject json) {
        @Nullable String note = json.text("note");
        return switch (json.needed("status")) {
            case "SCHEDULED" -> new OccurrenceStatus.Scheduled();
            case "CANCELLED" -> new OccurrenceStatus.Cancelled(note);
            case "MOVED" ->
                new OccurrenceStatus.Moved(
                        json.optional("movedToVenueId", VenueId::new),
                        json.optional("movedToTime", LocalTime::parse),
                        note);
            default -> throw new InvalidValue("changes.status", "of SCHEDULED, CANCELLED, MOVED");
        };
    }

    private static Feedback feedback(SessionId id, JsonObject json) {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        json.objects("said")
                .forEach(night -> nights.put(
                        night.read("date", LocalDate::parse),
                        new Confirmations(night.read("on", Integer::valueOf), night.read("off", Integer::valueOf))));
        JsonObject word = json.object("lastWord");
        return new Feedback(
                id,
                nights,
                word == null ? null : new Feedback.LastWord(word.needed("by"), word.read("at", Instant::parse)),
                new RatingSummary(json.list("ratings", Integer::valueOf)));
    }
}

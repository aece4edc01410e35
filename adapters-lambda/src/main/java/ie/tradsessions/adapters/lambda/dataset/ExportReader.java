package ie.tradsessions.adapters.lambda.dataset;

import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.place.TimeZones;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link ExportWriter} wrote. */
public final class ExportReader {
    private static final Pattern BEGINNING = Pattern.compile(
            "\\s*\\{\\s*\"%s\"\\s*:\\s*\"(%s|%s|%s)\".*"
                    .formatted(ExportFields.KIND, ExportFields.VENUE, ExportFields.SESSION, ExportFields.REVIEW),
            Pattern.DOTALL);

    private ExportReader() {}

    /** Whether a text that begins like this is an export. */
    public static boolean recognises(String beginning) {
        return BEGINNING.matcher(beginning).matches();
    }

    /**
     * The venue, session or review of one line, its author aside, equal to what was written.
     *
     * @throws InvalidValue naming the property that is not as it should be
     */
    public static ExportDataSet.Entry read(String line) {
        JsonObject json = JsonObject.of(line);
        return switch (json.needed(ExportFields.KIND)) {
            case ExportFields.VENUE -> new ExportDataSet.Entry.VenueEntry(venue(json));
            case ExportFields.SESSION -> session(json);
            case ExportFields.REVIEW -> new ExportDataSet.Entry.ReviewEntry(review(json));
            default -> throw new InvalidValue(ExportFields.KIND, "VENUE, SESSION or REVIEW");
        };
    }

    private static Venue venue(JsonObject json) {
        JsonObject location = json.neededObject(ExportFields.LOCATION);
        return new Venue(
                json.read(ExportFields.ID, VenueId::new),
                json.needed(ExportFields.NAME),
                json.text(ExportFields.NAME_IRISH),
                json.list(ExportFields.OTHER_NAMES, name -> name),
                json.list(ExportFields.FORMER_NAMES, name -> name),
                new Place(
                        json.text(ExportFields.STREET),
                        json.text(ExportFields.TOWN),
                        json.optional(ExportFields.COUNTY, County::valueOf),
                        json.text(ExportFields.REGION),
                        json.read(ExportFields.COUNTRY, Country::new),
                        json.flag(ExportFields.GAELTACHT)),
                new GeoPoint(
                        location.read(ExportFields.LATITUDE, Double::valueOf),
                        location.read(ExportFields.LONGITUDE, Double::valueOf)),
                json.read(ExportFields.TIME_ZONE, name -> TimeZones.named(ExportFields.TIME_ZONE, name)),
                json.optional(ExportFields.WEBSITE, URI::create),
                json.text(ExportFields.PHONE),
                json.objects(ExportFields.SOURCES).stream()
                        .map(source -> new Source(source.needed(ExportFields.DATASET), source.needed(ExportFields.KEY)))
                        .toList(),
                json.flag(ExportFields.SAMPLE),
                closed(json.object(ExportFields.CLOSED)));
    }

    private static @Nullable Closure closed(@Nullable JsonObject json) {
        if (json == null) {
            return null;
        }
        Source source = json.text(ExportFields.DATASET) == null
                ? null
                : new Source(json.needed(ExportFields.DATASET), json.needed(ExportFields.KEY));
        return new Closure(source, json.read(ExportFields.ON, LocalDate::parse), json.flag(ExportFields.SURE));
    }

    private static ExportDataSet.Entry session(JsonObject json) {
        SessionId id = json.read(ExportFields.ID, SessionId::new);
        JsonObject shared = json.neededObject(ExportFields.SHARED);
        Session session = new Session(
                id,
                json.read(ExportFields.VENUE_ID, VenueId::new),
                json.text(ExportFields.NAME),
                new Timetable(
                        schedule(json.neededObject(ExportFields.SCHEDULE)),
                        changes(json),
                        json.optional(ExportFields.ENDED_ON, LocalDate::parse)),
                new Etiquette(
                        json.constant(ExportFields.ADMISSION, Admission.class),
                        json.constant(ExportFields.LEADERSHIP, Leadership.class),
                        json.constant(ExportFields.PACE, Pace.class),
                        json.constant(ExportFields.FOCUS, Focus.class),
                        json.constants(ExportFields.DANCES, Dance.class)),
                json.constants(ExportFields.INSTRUMENTS, Instrument.class),
                json.text(ExportFields.CRAIC),
                new Shared(author(shared.text(ExportFields.BY)), shared.read(ExportFields.AT, Instant::parse)),
                json.flag(ExportFields.SAMPLE),
                origin(json.object(ExportFields.ORIGIN)));
        return new ExportDataSet.Entry.SessionEntry(session, feedback(id, json));
    }

    /** A member is not named in an export, and is nobody's member elsewhere. */
    private static Author author(@Nullable String name) {
        return name == null ? new Author.FormerMember() : new Author.Named(name);
    }

    private static @Nullable Origin origin(@Nullable JsonObject json) {
        return json == null ? null : new Origin(json.needed(ExportFields.DATASET), json.text(ExportFields.KEY));
    }

    private static Schedule schedule(JsonObject json) {
        JsonObject season = json.object(ExportFields.SEASON);
        return new Schedule(
                recurrence(json),
                json.read(ExportFields.START, LocalTime::parse),
                json.optional(ExportFields.END, LocalTime::parse),
                season == null
                        ? null
                        : new Season(
                                season.constant(ExportFields.FROM, Month.class),
                                season.constant(ExportFields.TO, Month.class)));
    }

    private static Recurrence recurrence(JsonObject json) {
        return switch (json.needed(ExportFields.KIND)) {
            case ExportFields.WEEKLY -> new Recurrence.Weekly(json.constants(ExportFields.DAYS, DayOfWeek.class));
            case ExportFields.EVERY_N_WEEKS ->
                new Recurrence.EveryNWeeks(
                        json.read(ExportFields.WEEKS, Integer::valueOf),
                        json.read(ExportFields.ANCHOR, LocalDate::parse),
                        json.constant(ExportFields.DAY, DayOfWeek.class));
            case ExportFields.NTH_WEEKDAY_OF_MONTH ->
                new Recurrence.NthWeekdayOfMonth(
                        json.constants(ExportFields.ORDINALS, Ordinal.class),
                        json.constant(ExportFields.DAY, DayOfWeek.class));
            case ExportFields.DATES_KIND -> new Recurrence.Dates(json.list(ExportFields.DATES, LocalDate::parse));
            case ExportFields.IRREGULAR -> new Recurrence.Irregular(json.needed(ExportFields.NOTE));
            default ->
                throw new InvalidValue(
                        "schedule.kind", "of WEEKLY, EVERY_N_WEEKS, NTH_WEEKDAY_OF_MONTH, DATES, IRREGULAR");
        };
    }

    private static NavigableMap<LocalDate, OccurrenceStatus> changes(JsonObject json) {
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        json.objects(ExportFields.CHANGES)
                .forEach(change -> changes.put(change.read(ExportFields.DATE, LocalDate::parse), status(change)));
        return changes;
    }

    private static OccurrenceStatus status(JsonObject json) {
        @Nullable String note = json.text(ExportFields.NOTE);
        return switch (json.needed(ExportFields.STATUS)) {
            case ExportFields.SCHEDULED -> new OccurrenceStatus.Scheduled();
            case ExportFields.CANCELLED -> new OccurrenceStatus.Cancelled(note);
            case ExportFields.MOVED ->
                new OccurrenceStatus.Moved(
                        json.optional(ExportFields.MOVED_TO_VENUE_ID, VenueId::new),
                        json.optional(ExportFields.MOVED_TO_TIME, LocalTime::parse),
                        note);
            default -> throw new InvalidValue("changes.status", "of SCHEDULED, CANCELLED, MOVED");
        };
    }

    private static Feedback feedback(SessionId id, JsonObject json) {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        json.objects(ExportFields.SAID)
                .forEach(night -> nights.put(
                        night.read(ExportFields.DATE, LocalDate::parse),
                        new Confirmations(
                                night.read(ExportFields.ON, Integer::valueOf),
                                night.read(ExportFields.OFF, Integer::valueOf))));
        JsonObject word = json.object(ExportFields.LAST_WORD);
        return new Feedback(
                id,
                nights,
                word == null
                        ? null
                        : new Feedback.LastWord(
                                author(word.text(ExportFields.BY)), word.read(ExportFields.AT, Instant::parse)),
                // The ratings are those of the reviews, which have lines of their own.
                Tally.NONE);
    }

    private static Review review(JsonObject json) {
        JsonObject answer = json.object(ExportFields.ANSWER);
        return new Review(
                json.read(ExportFields.SESSION_ID, SessionId::new),
                json.read(ExportFields.NUMBER, Integer::valueOf),
                new Author.FormerMember(),
                json.read(ExportFields.RATING, Integer::valueOf),
                json.text(ExportFields.TEXT),
                json.optional(ExportFields.NIGHT, LocalDate::parse),
                json.read(ExportFields.WRITTEN_AT, Instant::parse),
                json.optional(ExportFields.CHANGED_AT, Instant::parse),
                Visibility.SHOWN,
                1,
                json.read(ExportFields.HELPFUL, Integer::valueOf),
                answer == null
                        ? null
                        : new Review.Answer(
                                answer.needed(ExportFields.TEXT), answer.read(ExportFields.AT, Instant::parse)));
    }
}

package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.HandOver;
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
import ie.tradsessions.domain.session.Takedown;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A session as attributes. */
final class SessionItem {
    private SessionItem() {}

    /** Everything but the identifier, which is in the key. */
    static Map<String, AttributeValue> attributes(Session session) {
        Timetable timetable = session.timetable();
        Etiquette etiquette = session.etiquette();
        Document changes = new Document();
        timetable.changes().forEach((date, status) -> changes.map(date.toString(), written(status)));
        Document written = new Document()
                .text("venue", session.venue())
                .text("name", session.name())
                .map("schedule", written(timetable.schedule()))
                .map("changes", changes)
                .text("endedOn", timetable.endedOn())
                .text("admission", etiquette.admission().name())
                .text("leadership", etiquette.leadership().name())
                .text("pace", etiquette.pace().name())
                .text("focus", etiquette.focus().name())
                .texts("dances", etiquette.dances())
                .texts("instruments", session.instruments())
                .text("craic", session.craic())
                .text("sharedAt", session.shared().at())
                .flag("sample", session.sample())
                .map("origin", written(session.origin()))
                .text("organiser", session.organiser())
                .map("takenDown", written(session.takenDown()))
                .map("handOver", written(session.handOver()));
        return Authors.write(written, "sharedBy", session.shared().by()).attributes();
    }

    /** @throws CorruptItem if it cannot be read */
    static Session session(SessionId id, Map<String, AttributeValue> attributes) {
        Fields fields = new Fields("session " + id, attributes);
        return fields.checked(() -> new Session(
                id,
                fields.value("venue", VenueId::new),
                fields.optionalText("name"),
                new Timetable(
                        schedule(fields.map("schedule")),
                        fields.entries("changes", LocalDate::parse, (changes, date) -> status(changes.map(date))),
                        fields.optional("endedOn", LocalDate::parse)),
                new Etiquette(
                        fields.constant(Admission.class, "admission"),
                        fields.constant(Leadership.class, "leadership"),
                        fields.constant(Pace.class, "pace"),
                        fields.constant(Focus.class, "focus"),
                        fields.constants(Dance.class, "dances")),
                fields.constants(Instrument.class, "instruments"),
                fields.optionalText("craic"),
                new Shared(Authors.read(fields, "sharedBy"), fields.value("sharedAt", Instant::parse)),
                fields.isTrue("sample"),
                origin(fields),
                fields.optional("organiser", MemberId::new),
                takedown(fields),
                handOver(fields)));
    }

    private static Document written(@Nullable Takedown takedown) {
        return takedown == null
                ? new Document()
                : new Document().text("at", takedown.at()).flag("byModerator", takedown.byModerator());
    }

    private static @Nullable Takedown takedown(Fields fields) {
        if (!fields.has("takenDown")) {
            return null;
        }
        Fields takedown = fields.map("takenDown");
        return new Takedown(takedown.value("at", Instant::parse), takedown.isTrue("byModerator"));
    }

    private static Document written(@Nullable HandOver offer) {
        return offer == null
                ? new Document()
                : new Document().text("code", offer.code().value()).text("until", offer.until());
    }

    private static @Nullable HandOver handOver(Fields fields) {
        if (!fields.has("handOver")) {
            return null;
        }
        Fields offer = fields.map("handOver");
        return new HandOver(offer.value("code", Secret.Hash::new), offer.value("until", Instant::parse));
    }

    private static Document written(Schedule schedule) {
        Document written = new Document().text("start", schedule.start()).text("end", schedule.end());
        Season season = schedule.season();
        if (season != null) {
            written.text("seasonFrom", season.from()).text("seasonTo", season.to());
        }
        return switch (schedule.recurrence()) {
            case Recurrence.Weekly(var days) -> written.text("kind", "WEEKLY").texts("days", days);
            case Recurrence.EveryNWeeks(var weeks, var anchor, var day) ->
                written.text("kind", "EVERY_N_WEEKS")
                        .number("weeks", weeks)
                        .text("anchor", anchor)
                        .text("day", day);
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) ->
                written.text("kind", "NTH_WEEKDAY_OF_MONTH")
                        .texts("ordinals", ordinals)
                        .text("day", day);
            case Recurrence.Dates(var dates) -> written.text("kind", "DATES").texts("dates", dates);
            case Recurrence.Irregular(var note) ->
                written.text("kind", "IRREGULAR").text("note", note);
        };
    }

    private static Document written(@Nullable Origin origin) {
        return origin == null
                ? new Document()
                : new Document().text("dataset", origin.dataset()).text("key", origin.key());
    }

    private static @Nullable Origin origin(Fields fields) {
        if (!fields.has("origin")) {
            return null;
        }
        Fields origin = fields.map("origin");
        return new Origin(origin.text("dataset"), origin.optionalText("key"));
    }

    private static Schedule schedule(Fields fields) {
        return fields.checked(() -> {
            Season season = season(fields);
            return new Schedule(
                    withinSeason(recurrence(fields), season),
                    fields.value("start", LocalTime::parse),
                    fields.optional("end", LocalTime::parse),
                    season);
        });
    }

    /** An earlier program took dates outside the season too, and never showed them. */
    private static Recurrence withinSeason(Recurrence recurrence, @Nullable Season season) {
        return season != null && recurrence instanceof Recurrence.Dates(var dates)
                ? new Recurrence.Dates(dates.stream().filter(season::contains).toList())
                : recurrence;
    }

    private static Recurrence recurrence(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case "WEEKLY" -> new Recurrence.Weekly(fields.constants(DayOfWeek.class, "days"));
            case "EVERY_N_WEEKS" ->
                new Recurrence.EveryNWeeks(
                        fields.number("weeks"),
                        fields.value("anchor", LocalDate::parse),
                        fields.constant(DayOfWeek.class, "day"));
            case "NTH_WEEKDAY_OF_MONTH" ->
                new Recurrence.NthWeekdayOfMonth(
                        fields.constants(Ordinal.class, "ordinals"), fields.constant(DayOfWeek.class, "day"));
            case "DATES" -> new Recurrence.Dates(fields.values("dates", LocalDate::parse));
            case "IRREGULAR" -> new Recurrence.Irregular(fields.text("note"));
            default -> throw fields.corrupt("kind", kind, null);
        };
    }

    private static @Nullable Season season(Fields fields) {
        return fields.has("seasonFrom")
                ? new Season(fields.constant(Month.class, "seasonFrom"), fields.constant(Month.class, "seasonTo"))
                : null;
    }

    private static Document written(OccurrenceStatus status) {
        return switch (status) {
            case OccurrenceStatus.Scheduled() -> new Document().text("status", "SCHEDULED");
            case OccurrenceStatus.Cancelled(var note) ->
                new Document().text("status", "CANCELLED").text("note", note);
            case OccurrenceStatus.Moved(var to, var at, var note) ->
                new Document()
                        .text("status", "MOVED")
                        .text("to", to)
                        .text("at", at)
                        .text("note", note);
        };
    }

    private static OccurrenceStatus status(Fields fields) {
        String status = fields.text("status");
        return fields.checked(() -> switch (status) {
            case "SCHEDULED" -> new OccurrenceStatus.Scheduled();
            case "CANCELLED" -> new OccurrenceStatus.Cancelled(fields.optionalText("note"));
            case "MOVED" ->
                new OccurrenceStatus.Moved(
                        fields.optional("to", VenueId::new),
                        fields.optional("at", LocalTime::parse),
                        fields.optionalText("note"));
            default -> throw fields.corrupt("status", status, null);
        });
    }
}

package ie.tradsessions.adapters.dynamodb.twins;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The few venues and sessions of a small world, each of which may look many ways. */
final class Possible {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static final List<VenueId> VENUES =
            IntStream.range(0, 4).mapToObj(i -> VenueBuilder.idOf("v" + i)).toList();
    static final List<SessionId> SESSIONS =
            IntStream.range(0, 5).mapToObj(i -> SessionBuilder.idOf("s" + i)).toList();
    static final List<Source> SOURCES = List.of(new Source("list", "1"), new Source("list", "2"));

    private static final List<String> NAMES = List.of(
            "The Crane",
            "Tigh Choil\u00ed",
            "O'Donoghue\u2019s",
            "?!",
            "The",
            "\ufb00ord",
            "\ud835\udd17he \ud835\udc9ecrane",
            "\ud83c\udfbb Fiddle",
            "\uff21rus",
            "Galway Bay",
            "Th",
            "\ufdfa".repeat(120),
            "\ud801\udc37".repeat(120),
            "\ud801\udc37".repeat(119) + "a");
    private static final List<String> TOWNS =
            List.of("Galway", "Doolin", "Belfast", "London", "Boston", "Suva", "Waiyevo", "Derry");

    /** Beside each other across the edges of cells and the 180th meridian, and where all meridians meet. */
    private static final List<GeoPoint> CORNERS = List.of(
            new GeoPoint(0, 0),
            new GeoPoint(-0.0, -1e-9),
            new GeoPoint(50.625, -11.25),
            new GeoPoint(50.624999, -11.250001),
            new GeoPoint(-17, 180),
            new GeoPoint(-17, -180),
            new GeoPoint(-17.01, 179.99),
            new GeoPoint(90, 12),
            new GeoPoint(89.9, -170),
            new GeoPoint(-90, 0));

    private Possible() {}

    static Venue venue(int which, int how) {
        Choice choice = new Choice(how);
        VenueBuilder builder = VenueBuilder.named(choice.of(NAMES))
                .as(VENUES.get(which % VENUES.size()))
                .in(choice.of(TOWNS));
        if (choice.oneIn(3)) {
            builder.at(choice.of(CORNERS));
        }
        if (choice.oneIn(3)) {
            builder.from(choice.of(SOURCES));
        }
        if (choice.oneIn(3)) {
            builder.inIrish("Tigh Bhr\u00f3g\u00e1in").alsoNamed("The Old House");
        }
        return builder.build();
    }

    static Session session(int which, int other, int how) {
        Choice choice = new Choice(how);
        SessionBuilder builder = SessionBuilder.at(VENUES.get(other % VENUES.size()))
                .as(SESSIONS.get(which % SESSIONS.size()))
                .by(Timetable.of(schedule(choice)));
        if (choice.oneIn(3)) {
            builder.named(choice.of(NAMES));
        }
        if (choice.oneIn(2)) {
            builder.pace(choice.of(List.of(Pace.values())));
            builder.focus(choice.of(List.of(Focus.values())));
            builder.admission(choice.of(List.of(Admission.values())));
        }
        if (choice.oneIn(2)) {
            builder.sharedAt(GeneratedSessions.NOW.minusSeconds(86_400L * 100 * choice.below(5)));
        }
        return builder.build();
    }

    private static Schedule schedule(Choice choice) {
        DayOfWeek day = DayOfWeek.of(1 + choice.below(7));
        Recurrence recurrence = switch (choice.below(6)) {
            case 0 -> new Recurrence.Weekly(Set.of(day));
            case 1 -> new Recurrence.Weekly(EnumSet.of(day, DayOfWeek.FRIDAY));
            case 2 -> new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.FIRST, Ordinal.LAST), day);
            case 3 -> new Recurrence.EveryNWeeks(3, TODAY, day);
            case 4 -> new Recurrence.Dates(List.of(TODAY.plusDays(day.getValue()), TODAY.plusDays(3)));
            default -> new Recurrence.Irregular("after the boats come in");
        };
        LocalTime start = choice.oneIn(3) ? LocalTime.of(2, 30) : LocalTime.of(21, 30);
        return choice.oneIn(4)
                ? new Schedule(recurrence, start, LocalTime.MIDNIGHT, new Season(Month.JUNE, Month.SEPTEMBER))
                : Schedule.of(recurrence, start);
    }

    /** A session with one night changed, or as it is where it has none. */
    static Session withNight(Session session, int other, int how) {
        Choice choice = new Choice(how);
        Timetable timetable = session.timetable();
        LocalDate from = TODAY.plusDays(choice.below(20) - 5);
        LocalDate night = timetable.schedule().recurrence() instanceof Recurrence.Irregular
                ? from
                : timetable.schedule().onOrAfter(from).orElse(null);
        if (night == null) {
            return session;
        }
        VenueId elsewhere = VENUES.get(other % VENUES.size());
        return session.withNight(
                night,
                switch (choice.below(4)) {
                    case 0 -> new OccurrenceStatus.Moved(elsewhere, null, "wedding");
                    case 1 -> new OccurrenceStatus.Cancelled(null);
                    case 2 -> new OccurrenceStatus.Moved(null, LocalTime.of(19, 0), null);
                    default -> new OccurrenceStatus.Scheduled();
                });
    }

    /** A session that ends on some day, or goes on. */
    static Session ending(Session session, int how) {
        LocalDate end = how % 4 == 3 ? null : TODAY.plusDays(how % 40 - 20);
        Timetable timetable = session.timetable();
        return new Session(
                session.id(),
                session.venue(),
                session.name(),
                new Timetable(timetable.schedule(), timetable.changes(), end),
                session.etiquette(),
                session.instruments(),
                session.craic(),
                session.shared(),
                session.sample());
    }

    static Feedback feedback(int which, int how) {
        Choice choice = new Choice(how);
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        int said = choice.below(5);
        for (int i = 0; i < said; i++) {
            nights.put(
                    TODAY.minusDays(1 + choice.below(6) + 7L * i), new Confirmations(choice.below(2), choice.below(3)));
        }
        return new Feedback(
                SESSIONS.get(which % SESSIONS.size()),
                nights,
                nights.isEmpty()
                        ? null
                        : new Feedback.LastWord(
                                "Paddy", nights.lastKey().atTime(23, 5).toInstant(ZoneOffset.UTC)),
                new RatingSummary(List.of(choice.below(2), 0, choice.below(3), 0, choice.below(4))));
    }
}

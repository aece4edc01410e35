package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.Tallies;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
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
import ie.tradsessions.domain.session.Takedown;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A small corpus in which every field and every rule has a part, and the hash of what it is packed to. Whoever changes
 * one of the fields, or how names fold, terms are made, rows are ordered or places are divided, meets this test: then
 * {@link Index#FORMAT} has to become another number too, so that no program reads what it would misunderstand.
 */
class SnapshotFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void what_is_packed_changes_only_together_with_the_format() throws Exception {
        assertThat(Index.FORMAT).isEqualTo(6);
        assertThat(hash(Index.empty().with(corpus())))
                .as("the fields or the rules have changed: give Index.FORMAT another number, and state it here")
                .isEqualTo("1eab69a89ee5378f11e88e1a8f34b12e430ce2ce3e62fd9ae943274dace79e0d");
    }

    /** Of the bytes before they are deflated, which not every machine does in the same way. */
    private static String hash(Index index) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Packer.pack(index.contents(), NOW).all().forEach((section, bytes) -> {
            digest.update((section.table() + " " + section.kind()).getBytes(StandardCharsets.UTF_8));
            boolean inBlocks = section.kind() == Section.Kind.RECORDS && section.table() != Section.Table.REST;
            if (inBlocks) {
                Blocks blocks = Blocks.read(bytes, 1);
                for (int block = 0; block < blocks.count(); block++) {
                    digest.update(blocks.block(block));
                }
            } else {
                digest.update(bytes);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<StoredAggregate> corpus() {
        List<StoredAggregate> corpus = new ArrayList<>();
        List<Venue> venues = venues();
        List<Timetable> timetables = timetables(venues.getLast().id());
        for (int i = 0; i < venues.size(); i++) {
            corpus.add(new StoredAggregate.OfVenue(venues.get(i), i == 3 ? 700 : 1));
        }
        // Some venues have no session.
        for (int i = 0; i < 24; i++) {
            Session session = session(i, venues.get(i), timetables.get(i % timetables.size()));
            corpus.add(new StoredAggregate.OfSession(session, i == 5 ? 70_000 : 1));
            if (i % 3 > 0) {
                corpus.add(new StoredAggregate.OfFeedback(feedback(i, session.id()), i == 7 ? 3 : 1));
            }
        }
        Venue merged = venue(
                905,
                "The Crane Bar",
                venues.getFirst().place(),
                venues.getFirst().location(),
                "Europe/Dublin");
        corpus.add(
                new StoredAggregate.OfVenue(merged.mergedInto(venues.getFirst().id()), 2));
        corpus.add(new StoredAggregate.Deleted(AggregateKey.of(venueId(900)), 4));
        corpus.add(new StoredAggregate.Deleted(AggregateKey.of(sessionId(900)), 2));
        corpus.add(new StoredAggregate.Deleted(AggregateKey.feedbackOf(sessionId(3)), 9));
        corpus.add(new StoredAggregate.OfFeedback(feedback(4, sessionId(901)), 1));
        Session waiting = session(902, venues.getFirst(), timetables.getFirst());
        corpus.add(new StoredAggregate.OfSession(
                new Session(
                        waiting.id(),
                        venueId(903),
                        "Waits for its venue",
                        waiting.timetable(),
                        waiting.etiquette(),
                        Set.of(),
                        null,
                        waiting.shared(),
                        false,
                        null),
                1));
        Session unlisted = session(904, venues.getFirst(), timetables.getFirst());
        corpus.add(new StoredAggregate.OfSession(unlisted.takenDown(new Takedown(NOW, true)), 2));
        return corpus;
    }

    /** One in each county, and some abroad. */
    private static List<Venue> venues() {
        List<String> names = List.of(
                "Tigh Choil\u00ed",
                "O'Donoghue's",
                "O\u2019Donoghue\u2019s",
                "The Crane",
                "crane",
                "\u00c1rus na nGael & Co.",
                "Z\u00fcm Fiddler",
                "\ufb01ne \u2167",
                "Bh\u00ed P\u00e1draig",
                "\ud801\udc37",
                "\ufa0e");
        List<Venue> venues = new ArrayList<>();
        for (County county : County.values()) {
            int i = venues.size();
            Place place = new Place(
                    i % 2 == 0 ? i + " Main Street" : null,
                    i % 5 == 0 ? null : "Town " + i % 4,
                    county,
                    null,
                    county.inNorthernIreland() ? Country.UNITED_KINGDOM : Country.IRELAND,
                    i % 7 == 2 && !county.inNorthernIreland());
            venues.add(venue(i, names.get(i % names.size()), place, county.centre(), "Europe/Dublin"));
        }
        venues.add(venue(
                venues.size(),
                "The Burren",
                new Place(null, "Somerville", null, "Massachusetts", new Country("US"), false),
                new GeoPoint(42.39661234567, -71.12301234567),
                "America/New_York"));
        venues.add(venue(
                venues.size(),
                "The Southern Cross",
                new Place(null, "Suva", null, null, new Country("FJ"), false),
                new GeoPoint(-18.1416, 180),
                "Pacific/Fiji"));
        return venues;
    }

    private static Venue venue(int i, String name, Place place, GeoPoint location, String zone) {
        return new Venue(
                venueId(i),
                name,
                i % 4 == 1 ? "Tigh Uimhir a " + i : null,
                i % 6 == 0 ? List.of("The Old House", "Number " + i) : List.of(),
                i % 5 == 2 ? List.of("The Former " + i, "O Brien & P. J. " + i) : List.of(),
                place,
                location,
                ZoneId.of(zone),
                i % 3 == 0 ? URI.create("https://venue-" + i + ".example/") : null,
                i % 3 == 1 ? "+353 1 555 " + (1000 + i) : null,
                i % 2 == 0 ? List.of(new Source(Source.OPENSTREETMAP, "node/" + i)) : List.of(),
                i % 8 == 0,
                i % 7 == 3 ? closedBy(i) : null);
    }

    private static List<Timetable> timetables(VenueId elsewhere) {
        LocalTime start = LocalTime.of(21, 30);
        Season winter = new Season(Month.OCTOBER, Month.JUNE);
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        changes.put(LocalDate.of(2026, 11, 26), new OccurrenceStatus.Cancelled("Closed for a funeral"));
        changes.put(LocalDate.of(2026, 12, 3), new OccurrenceStatus.Cancelled(null));
        changes.put(LocalDate.of(2026, 12, 10), new OccurrenceStatus.Moved(elsewhere, null, null));
        changes.put(LocalDate.of(2026, 12, 17), new OccurrenceStatus.Moved(null, LocalTime.of(19, 0), "Early"));
        NavigableMap<LocalDate, OccurrenceStatus> announced = new TreeMap<>();
        announced.put(TODAY.plusDays(2), new OccurrenceStatus.Scheduled());
        Recurrence thursdays = new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY));
        return List.of(
                Timetable.of(Schedule.of(new Recurrence.Weekly(EnumSet.allOf(DayOfWeek.class)), start)),
                new Timetable(Schedule.of(thursdays, start), changes, null),
                new Timetable(
                        new Schedule(thursdays, start, LocalTime.of(0, 30), winter),
                        Collections.emptyNavigableMap(),
                        null),
                Timetable.of(Schedule.of(new Recurrence.EveryNWeeks(2, TODAY, DayOfWeek.TUESDAY), LocalTime.of(14, 5))),
                Timetable.of(
                        new Schedule(new Recurrence.EveryNWeeks(52, TODAY, DayOfWeek.MONDAY), start, null, winter)),
                Timetable.of(Schedule.of(
                        new Recurrence.NthWeekdayOfMonth(EnumSet.allOf(Ordinal.class), DayOfWeek.SUNDAY), start)),
                new Timetable(
                        Schedule.of(new Recurrence.Dates(List.of(TODAY, TODAY.plusDays(40))), start),
                        Collections.emptyNavigableMap(),
                        null),
                new Timetable(Schedule.of(new Recurrence.Irregular("When the boats are in"), start), announced, null),
                new Timetable(Schedule.of(thursdays, start), Collections.emptyNavigableMap(), TODAY.plusDays(9)));
    }

    private static Closure closedBy(int i) {
        Source source = i == 3 ? null : new Source(Source.OPENSTREETMAP, "way/" + i);
        return new Closure(source, TODAY.minusDays(i), i % 2 == 1);
    }

    private static Session session(int i, Venue venue, Timetable timetable) {
        return new Session(
                sessionId(i),
                venue.id(),
                i % 4 == 2 ? "The Slow Session " + i % 3 : null,
                timetable,
                new Etiquette(
                        one(Admission.values(), i),
                        one(Leadership.values(), i / 3),
                        one(Pace.values(), i),
                        one(Focus.values(), i / 2),
                        i % 2 == 0 ? Set.of() : Set.of(one(Dance.values(), i))),
                Set.of(),
                null,
                new Shared("M\u00e1ire", NOW.minusSeconds(100_000L * i).plusNanos(i % 2)),
                i % 5 == 0,
                null);
    }

    private static <T> T one(T[] some, int i) {
        return List.of(some).get(i % some.length);
    }

    private static Feedback feedback(int i, SessionId session) {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        for (int week = 1; week <= i % 5; week++) {
            nights.put(TODAY.minusWeeks(week), new Confirmations(i % 3, i % 7 == 1 ? 9 : 0));
        }
        return new Feedback(
                session,
                nights,
                i % 4 == 0 ? null : new Feedback.LastWord(new Author.Named("Paddy"), NOW.minusSeconds(5_000L * i)),
                i % 6 == 5 ? Tally.NONE : Tallies.of(List.of(0, 1, i, 300, 5)),
                question(i),
                List.of());
    }

    /** Of some sessions nobody asks, of some somebody has answered. */
    private static @Nullable Question question(int i) {
        Question asked = Question.asked(TODAY.plusDays(i % 9), NOW.minusSeconds(i));
        return switch (i % 3) {
            case 0 -> null;
            case 1 -> asked;
            default -> asked.answered(new Question.Answer(true, new Author.FormerMember(), false, NOW));
        };
    }

    private static VenueId venueId(int i) {
        return new VenueId(Identifier.derivedFrom("format venue " + i));
    }

    private static SessionId sessionId(int i) {
        return new SessionId(Identifier.derivedFrom("format session " + i));
    }
}

package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Tallies;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The table takes items of 400 KB. Whatever the domain allows stays far below, be every letter as long as one can be;
 * whatever is more is refused by the domain, before anything is written.
 */
class LimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    /** Twice 34 KB, and the journal's entry. */
    private static final double MAX_VENUE_UNITS = 70;

    /** Twice 53 KB, and the journal's entry. */
    private static final double MAX_SESSION_UNITS = 108;

    /** Twice 4 KB, and the journal's entry. */
    private static final double MAX_FEEDBACK_UNITS = 10;

    /** A letter that takes four bytes. */
    private static final String LETTER = "\ud801\udc37";

    private final Counter counter = new Counter();
    private final Table table = LocalDynamo.newTable(counter);
    private final Storage storage = DynamoStorage.on(table, InstantSource.fixed(NOW));

    @Test
    void the_largest_venue_that_the_domain_allows_is_stored() {
        Venue venue = largestVenue();

        assertSaved(storage.venues().save(venue, SaveOutcome.NEW), MAX_VENUE_UNITS);

        assertThat(storage.venues().find(venue.id())).contains(new Versioned<>(venue, 1));
    }

    @Test
    void the_largest_session_and_the_largest_feedback_that_the_domain_allows_are_stored_and_shown() {
        List<VenueId> venues =
                IntStream.range(0, 21).mapToObj(i -> VenueBuilder.idOf("v" + i)).toList();
        Session session = largestSession(venues);
        Feedback feedback = largestFeedback(session);

        assertSaved(storage.sessions().save(session, SaveOutcome.NEW), MAX_SESSION_UNITS);
        assertSaved(storage.feedbacks().save(feedback, SaveOutcome.NEW), MAX_FEEDBACK_UNITS);
        storeNewestReviews(feedback);

        assertThat(storage.pages().session(session.id(), ReadConsistency.STRONG))
                .hasValueSatisfying(page -> {
                    assertThat(page.session()).isEqualTo(session);
                    assertThat(page.feedback()).isEqualTo(feedback);
                });
    }

    @Test
    void the_usual_aggregate_costs_four_units_to_save_and_the_usual_page_half_a_unit() {
        GeneratedSessions generated = GeneratedSessions.of(300, 3);
        counter.taken();
        generated.venues().forEach(venue -> assertSaved(storage.venues().save(venue, SaveOutcome.NEW), 4));
        generated.sessions().forEach(session -> assertSaved(storage.sessions().save(session, SaveOutcome.NEW), 4));
        generated
                .feedbacks()
                .forEach(feedback -> assertSaved(storage.feedbacks().save(feedback, SaveOutcome.NEW), 4));
        generated.feedbacks().forEach(this::storeNewestReviews);
        counter.taken();
        generated.sessions().forEach(session -> {
            storage.pages().session(session.id(), ReadConsistency.EVENTUAL);
            assertThat(counter.taken()).isEqualTo(new Counter.Cost(0.5, 0, 1, 1, 1));
        });
    }

    /** Those that a page shows, without a word in them. */
    private void storeNewestReviews(Feedback feedback) {
        for (Tally.Entry entry : feedback.tally().newest()) {
            Review review = new Review(
                    feedback.session(),
                    entry.number(),
                    new Author.FormerMember(),
                    5,
                    null,
                    null,
                    NOW,
                    null,
                    Visibility.SHOWN,
                    entry.revision(),
                    0,
                    null);
            assertThat(storage.changes().save(List.of(new Change.SaveReview(null, review))))
                    .isEqualTo(new ChangeOutcome.Saved());
        }
    }

    private void assertSaved(SaveOutcome outcome, double units) {
        assertThat(outcome).isEqualTo(new SaveOutcome.Saved(1));
        Counter.Cost cost = counter.taken();
        assertThat(cost.trips()).isEqualTo(1);
        assertThat(cost.readUnits()).isZero();
        assertThat(cost.writeUnits()).isEqualTo(units);
    }

    @Test
    void whatever_is_more_is_refused_before_it_is_stored() {
        Venue venue = largestVenue();
        Session session = SessionBuilder.at(venue).build();
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            nights.put(DAY.plusDays(i), new Confirmations(1, 0));
        }
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            changes.put(DAY.plusDays(i), new OccurrenceStatus.Cancelled("n".repeat(100)));
        }
        Schedule schedule = Schedule.of(new Recurrence.Irregular("now and then"), LocalTime.of(21, 30));

        assertThatThrownBy(() -> new Feedback(session.id(), nights, null, Tally.NONE))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("104 nights");
        assertThatThrownBy(() -> new Timetable(schedule, changes, null))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("200 changed nights");
        assertThatThrownBy(() -> VenueBuilder.named("n".repeat(10_000)).build())
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("1 to 120 characters");
        assertThatThrownBy(
                        () -> SessionBuilder.at(venue).named("n".repeat(10_000)).build())
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new Source("list", "k".repeat(2_100))).isInstanceOf(InvalidValue.class);
    }

    private static Venue largestVenue() {
        return new Venue(
                VenueBuilder.idOf("largest"),
                LETTER.repeat(120),
                "i" + LETTER.repeat(119),
                IntStream.range(0, 10)
                        .mapToObj(i -> "o" + i + LETTER.repeat(118))
                        .toList(),
                IntStream.range(0, 10)
                        .mapToObj(i -> "f" + i + LETTER.repeat(118))
                        .toList(),
                new Place(LETTER.repeat(200), LETTER.repeat(100), null, LETTER.repeat(100), new Country("AR"), false),
                new GeoPoint(-28.1234567890123, -65.1234567890123),
                ZoneId.of("America/Argentina/ComodRivadavia"),
                URI.create("https://venue.example/" + "w".repeat(278)),
                LETTER.repeat(40),
                IntStream.range(0, 20)
                        .mapToObj(i -> new Source(LETTER.repeat(60), "%04d".formatted(i) + LETTER.repeat(196)))
                        .toList(),
                true,
                new Closure(new Source(LETTER.repeat(60), LETTER.repeat(200)), DAY));
    }

    /** With as many notes, nights and other venues as there may be. */
    private static Session largestSession(List<VenueId> venues) {
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        List<VenueId> others = venues.subList(1, venues.size());
        for (int i = 0; i < 200; i++) {
            changes.put(
                    DAY.plusDays(i),
                    new OccurrenceStatus.Moved(others.get(i % others.size()), LocalTime.of(19, 1), LETTER.repeat(40)));
        }
        Session usual = SessionBuilder.at(venues.getFirst()).as("largest").build();
        return new Session(
                usual.id(),
                usual.venue(),
                LETTER.repeat(120),
                new Timetable(
                        Schedule.of(new Recurrence.Irregular(LETTER.repeat(200)), LocalTime.of(21, 30)), changes, null),
                usual.etiquette(),
                usual.instruments(),
                LETTER.repeat(2_000),
                usual.shared(),
                true,
                new Origin(LETTER.repeat(60), LETTER.repeat(200)));
    }

    private static Feedback largestFeedback(Session session) {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        for (int i = 0; i < 104; i++) {
            nights.put(DAY.minusDays(i), new Confirmations(Integer.MAX_VALUE, Integer.MAX_VALUE - 1));
        }
        return new Feedback(
                session.id(),
                nights,
                new Feedback.LastWord(new Author.Named(LETTER.repeat(60)), NOW.plusNanos(1)),
                Tallies.of(Collections.nCopies(5, 199_999_999)));
    }
}

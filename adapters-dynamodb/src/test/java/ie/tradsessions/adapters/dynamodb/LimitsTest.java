package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionOrder;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table takes items of 400 KB, and keys of 1 and 2 KB. Whatever the domain allows stays below, be every letter as
 * long as one can be; whatever is more is refused by the domain, before anything is written.
 */
class LimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final int MAX_BYTES = 400 * 1024;

    /** A letter that takes four bytes, and that folding keeps. */
    private static final String LETTER = "\ud801\udc37";

    @RegisterExtension
    final DynamoPorts dynamo = new DynamoPorts();

    @Test
    void the_largest_venue_that_the_domain_allows_is_stored_and_listed() {
        Ports ports = dynamo.ports();
        Venue venue = largestVenue();
        save(venue);
        dynamo.catchUp();

        assertThat(ports.venues().find(venue.id())).contains(new Versioned<>(venue, 1));
        assertThat(ports.venueDirectory()
                        .find(new VenueQuery(null, null, null), 5, null)
                        .items())
                .extracting(card -> card.venue().name())
                .containsExactly(venue.name());
        assertThat(ports.venueDirectory()
                        .find(new VenueQuery(venue.name(), null, null), 5, null)
                        .items())
                .hasSize(1);
        for (Source source : venue.sources()) {
            assertThat(ports.venueDirectory().from(source)).contains(venue.id());
        }
        assertThat(largestItem()).isLessThan(MAX_BYTES / 4);
    }

    @Test
    void the_largest_session_that_the_domain_allows_is_stored_listed_and_changed() {
        Ports ports = dynamo.ports();
        List<Venue> venues = IntStream.range(0, 21)
                .mapToObj(LimitsTest::venueOfTheLargestSummary)
                .toList();
        venues.forEach(this::save);
        Session session = largestSession(venues, "x");
        Feedback feedback = largestFeedback(session);
        assertThat(ports.sessions().save(session, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));
        assertThat(ports.feedbacks().save(feedback, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));
        dynamo.catchUp();

        Session changed = largestSession(venues, "y");
        assertThat(ports.sessions().save(changed, 1)).isEqualTo(new SaveOutcome.Saved(2));
        dynamo.catchUp();

        assertThat(ports.sessions().find(session.id())).contains(new Versioned<>(changed, 2));
        assertThat(ports.feedbacks().find(session.id())).contains(new Versioned<>(feedback, 1));
        assertThat(ports.sessionPages().session(session.id()).orElseThrow().movedTo())
                .hasSize(20);
        for (SessionOrder order : List.of(SessionOrder.RANK, SessionOrder.NAME, SessionOrder.NEXT)) {
            assertThat(ports.sessionDirectory()
                            .find(SessionQuery.builder().order(order).build(), NOW, 5, null)
                            .items())
                    .extracting(SessionCard::timetable)
                    .containsExactly(changed.timetable());
        }
        // Its manifest holds the card twice while it is changed, and more often after crashes.
        assertThat(largestItem()).isLessThan(MAX_BYTES / 4);
    }

    @Test
    @Tag("long")
    void a_page_of_the_largest_sessions_is_read_whole() {
        Ports ports = dynamo.ports();
        List<Venue> venues = IntStream.range(0, 21)
                .mapToObj(LimitsTest::venueOfTheLargestSummary)
                .toList();
        venues.forEach(this::save);
        for (int i = 0; i < 25; i++) {
            ports.sessions().save(largestSession(venues, "s" + i), SaveOutcome.NEW);
        }
        dynamo.catchUp();

        assertThat(ports.sessionDirectory()
                        .find(SessionQuery.builder().build(), NOW, 100, null)
                        .items())
                .hasSize(25);
        assertThat(ports.sessionPages()
                        .venue(venues.getFirst().id())
                        .orElseThrow()
                        .sessions())
                .hasSize(25);
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

        assertThatThrownBy(() -> new Feedback(session.id(), nights, null, RatingSummary.NONE))
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

    private void save(Venue venue) {
        assertThat(dynamo.ports().venues().save(venue, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));
    }

    private static Venue venueOfTheLargestSummary(int number) {
        return VenueBuilder.named(LETTER.repeat(118) + "%02d".formatted(number))
                .in(new Place(null, LETTER.repeat(100), null, LETTER.repeat(100), new Country("US"), false))
                .at(42.1234567890123, -71.1234567890123)
                .timedBy("America/Argentina/ComodRivadavia")
                .build();
    }

    private static Venue largestVenue() {
        return new Venue(
                VenueBuilder.idOf("largest"),
                LETTER.repeat(120),
                "i" + LETTER.repeat(119),
                IntStream.range(0, 10)
                        .mapToObj(i -> "o" + i + LETTER.repeat(118))
                        .toList(),
                new Place(LETTER.repeat(200), LETTER.repeat(100), null, LETTER.repeat(100), new Country("US"), false),
                new GeoPoint(42.1234567890123, -71.1234567890123),
                ZoneId.of("America/Argentina/ComodRivadavia"),
                URI.create("https://venue.example/" + "w".repeat(278)),
                LETTER.repeat(40),
                IntStream.range(0, 20)
                        .mapToObj(i -> new Source(LETTER.repeat(60), "%04d".formatted(i) + LETTER.repeat(196)))
                        .toList(),
                true);
    }

    /** With as many notes, nights and other venues as there may be; the word tells it from others. */
    private static Session largestSession(List<Venue> venues, String word) {
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        List<VenueId> others = new ArrayList<>();
        venues.subList(1, 21).forEach(venue -> others.add(venue.id()));
        for (int i = 0; i < 200; i++) {
            changes.put(
                    DAY.plusDays(i),
                    new OccurrenceStatus.Moved(others.get(i % others.size()), LocalTime.of(19, 1), LETTER.repeat(40)));
        }
        Session usual = SessionBuilder.at(venues.getFirst())
                .as(word.length() > 1 ? word : "largest")
                .build();
        return new Session(
                usual.id(),
                usual.venue(),
                LETTER.repeat(120 - word.length()) + word,
                new Timetable(
                        Schedule.of(new Recurrence.Irregular(LETTER.repeat(200)), LocalTime.of(21, 30)), changes, null),
                usual.etiquette(),
                usual.instruments(),
                LETTER.repeat(2_000),
                usual.shared(),
                true);
    }

    private static Feedback largestFeedback(Session session) {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        for (int i = 0; i < 104; i++) {
            nights.put(DAY.minusDays(i), new Confirmations(Integer.MAX_VALUE, Integer.MAX_VALUE - 1));
        }
        return new Feedback(
                session.id(),
                nights,
                new Feedback.LastWord(LETTER.repeat(60), NOW.plusNanos(1)),
                new RatingSummary(Collections.nCopies(5, Integer.MAX_VALUE)));
    }

    private int largestItem() {
        return dynamo.dynamo().client().scanPaginator(request -> request.tableName(LocalDynamo.TABLE)).items().stream()
                .mapToInt(item -> size(AttributeValue.fromM(item)))
                .max()
                .orElseThrow();
    }

    /** About as DynamoDB counts. */
    private static int size(AttributeValue value) {
        if (value.hasM()) {
            return value.m().entrySet().stream()
                    .mapToInt(entry -> utf8(entry.getKey()) + 1 + size(entry.getValue()))
                    .sum();
        }
        if (value.hasL()) {
            return value.l().stream().mapToInt(one -> 1 + size(one)).sum();
        }
        if (value.s() != null) {
            return utf8(value.s());
        }
        return value.b() != null ? value.b().asByteArrayUnsafe().length : 21;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

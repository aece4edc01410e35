package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.application.session.ViewSession.PastNight;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewSessionTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate LAST = THURSDAY.minusWeeks(1);
    private static final Instant LONG_AGO = Instant.parse("2026-02-01T12:00:00Z");
    private static final OccurrenceStatus SCHEDULED = new OccurrenceStatus.Scheduled();
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final Venue here = VenueBuilder.named("The Crane").in("Galway").build();
    private final Venue there = VenueBuilder.named("The Heron").in("Doolin").build();

    @BeforeEach
    void storeTheVenues() {
        ports.venues().save(here, SaveOutcome.NEW);
        ports.venues().save(there, SaveOutcome.NEW);
    }

    @Test
    void a_page_shows_the_next_eight_nights_and_what_was_said_of_the_last_eight() {
        Session session = store(SessionBuilder.at(here)
                .sharedAt(LONG_AGO)
                .with(THURSDAY, new OccurrenceStatus.Cancelled("funeral"))
                .with(LAST.minusWeeks(1), new OccurrenceStatus.Cancelled(null)));
        ports.feedbacks().save(Said.of(session.id()).on(LAST).rated(5).build(), SaveOutcome.NEW);

        ViewSession.View view = view(session.id(), GeneratedSessions.NOW);

        assertThat(view.nights())
                .extracting(Occurrence::date)
                .isEqualTo(Stream.iterate(THURSDAY, date -> date.plusWeeks(1))
                        .limit(8)
                        .toList());
        assertThat(view.nights().getFirst().status()).isEqualTo(new OccurrenceStatus.Cancelled("funeral"));
        assertThat(view.past())
                .hasSize(8)
                .isSortedAccordingTo((one, other) -> one.date().compareTo(other.date()));
        assertThat(view.past().reversed())
                .startsWith(
                        new PastNight(LAST, SCHEDULED, new Confirmations(1, 0)),
                        new PastNight(LAST.minusWeeks(1), new OccurrenceStatus.Cancelled(null), Confirmations.NONE),
                        new PastNight(LAST.minusWeeks(2), SCHEDULED, Confirmations.NONE));
        assertThat(view.freshness()).isEqualTo(Freshness.CONFIRMED);
        assertThat(view.signs().lastNight()).isEqualTo(LAST);
        assertThat(view.page().feedback().ratings().count()).isEqualTo(1);
    }

    @Test
    void nobody_could_speak_of_nights_before_the_session_was_shared() {
        Session session = store(SessionBuilder.at(here).sharedAt(Instant.parse("2026-11-13T02:00:00Z")));

        assertThat(view(session.id(), GeneratedSessions.NOW).past())
                .extracting(PastNight::date)
                .containsExactly(LAST.minusWeeks(1), LAST);
    }

    @Test
    void a_session_that_has_just_been_shared_has_no_past() {
        Session session = store(SessionBuilder.at(here).sharedAt(GeneratedSessions.NOW));

        assertThat(view(session.id(), GeneratedSessions.NOW).past()).isEmpty();
    }

    @Test
    void what_a_data_set_tells_of_earlier_nights_is_shown() {
        Session spokenOf = store(SessionBuilder.at(here).as("a").sharedAt(GeneratedSessions.NOW));
        ports.feedbacks().save(Said.of(spokenOf.id()).on(LAST.minusWeeks(2)).build(), SaveOutcome.NEW);
        Session cancelled = store(SessionBuilder.at(here)
                .as("b")
                .sharedAt(GeneratedSessions.NOW)
                .with(LAST.minusWeeks(1), new OccurrenceStatus.Cancelled(null)));

        assertThat(view(spokenOf.id(), GeneratedSessions.NOW).past())
                .extracting(PastNight::date)
                .containsExactly(LAST.minusWeeks(2), LAST.minusWeeks(1), LAST);
        assertThat(view(cancelled.id(), GeneratedSessions.NOW).past())
                .extracting(PastNight::date)
                .containsExactly(LAST.minusWeeks(1), LAST);
    }

    @Test
    void tonight_is_next_until_four_in_the_morning_and_past_after_that() {
        Session session = store(SessionBuilder.at(here).sharedAt(LONG_AGO));

        ViewSession.View late = view(session.id(), Instant.parse("2026-11-27T03:30:00Z"));
        ViewSession.View morning = view(session.id(), Instant.parse("2026-11-27T04:30:00Z"));

        assertThat(late.nights().getFirst().date()).isEqualTo(THURSDAY);
        assertThat(late.past().getLast().date()).isEqualTo(LAST);
        assertThat(morning.nights().getFirst().date()).isEqualTo(THURSDAY.plusWeeks(1));
        assertThat(morning.past().getLast().date()).isEqualTo(THURSDAY);
    }

    @Test
    void a_session_that_has_ended_keeps_its_page_and_says_so() {
        Session session = store(SessionBuilder.at(here).sharedAt(LONG_AGO).endedOn(THURSDAY.minusWeeks(4)));

        ViewSession.View view = view(session.id(), GeneratedSessions.NOW);

        assertThat(view.freshness()).isEqualTo(Freshness.ENDED);
        assertThat(view.nights()).isEmpty();
        assertThat(view.past().getLast().date()).isEqualTo(THURSDAY.minusWeeks(5));
    }

    @Test
    void what_nobody_knows_has_no_page() {
        SessionId nothing = SessionBuilder.idOf("nothing");

        assertThat(new ViewSession(ports.index(), ports.pages(), ports.names(CLOCK), CLOCK).view(nothing))
                .isEmpty();
        assertThat(new ListOccurrences(ports.index(), ports.pages(), CLOCK)
                        .list(new ListOccurrences.Query(nothing, null, null)))
                .isEmpty();
        assertThat(new ViewVenue(ports.index(), CLOCK).view(VenueBuilder.idOf("nothing")))
                .isEmpty();
    }

    @Test
    void nights_are_listed_between_two_dates_with_the_venues_to_which_they_are_moved() {
        Session session =
                store(SessionBuilder.at(here).with(THURSDAY, new OccurrenceStatus.Moved(there.id(), null, "wedding")));

        ListOccurrences.Nights nights = nights(session, THURSDAY, THURSDAY.plusWeeks(1));

        assertThat(nights.nights()).extracting(Occurrence::date).containsExactly(THURSDAY, THURSDAY.plusWeeks(1));
        assertThat(nights.movedTo()).isEqualTo(Map.of(there.id(), VenueSummary.of(there)));
    }

    @Test
    void nights_are_listed_from_tonight_for_ninety_days_where_nobody_says_otherwise() {
        Session session = store(SessionBuilder.at(here));

        List<Occurrence> nights = nights(session, null, null).nights();

        assertThat(nights.getFirst().date()).isEqualTo(THURSDAY);
        assertThat(nights.getLast().date()).isEqualTo(LocalDate.of(2027, 2, 18));
        assertThat(nights).hasSize(13);
        assertThat(nights(session, LocalDate.of(2020, 1, 1), null).nights()).hasSize(13);
    }

    @Test
    void nights_are_listed_for_a_year_at_most_and_never_backwards() {
        Session session = store(SessionBuilder.at(here));

        assertThat(nights(session, THURSDAY, THURSDAY.plusDays(366)).nights()).hasSize(53);
        for (LocalDate to : List.of(THURSDAY.plusDays(367), THURSDAY.minusDays(1))) {
            assertThatThrownBy(() -> nights(session, THURSDAY, to))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            refused -> assertThat(refused.field()).isEqualTo("to"));
        }
    }

    @Test
    void the_page_of_a_venue_shows_its_sessions_without_those_that_have_ended() {
        Session goesOn = store(SessionBuilder.at(here).as("a"));
        store(SessionBuilder.at(here).as("b").endedOn(THURSDAY.minusWeeks(1)));
        store(SessionBuilder.at(there).as("c"));

        ViewVenue.View view =
                new ViewVenue(ports.index(), CLOCK).view(here.id()).orElseThrow();

        assertThat(view.venue()).isEqualTo(here);
        assertThat(view.sessions()).extracting(listing -> listing.card().id()).containsExactly(goesOn.id());
        assertThat(view.sessions().getFirst().nights())
                .extracting(Occurrence::date)
                .containsExactly(THURSDAY);
    }

    @Test
    void at_a_venue_that_is_closed_for_good_a_session_is_in_doubt_on_its_page_and_on_that_of_the_venue() {
        Session session = store(SessionBuilder.at(here));
        ports.feedbacks().save(Said.of(session.id()).on(LAST).build(), SaveOutcome.NEW);
        ports.venues().save(here.closed(new Closure(new Source("csv", "1"), LAST)), 1);

        assertThat(view(session.id(), GeneratedSessions.NOW).freshness()).isEqualTo(Freshness.STALE);
        assertThat(new ViewVenue(ports.index(), CLOCK)
                        .view(here.id())
                        .orElseThrow()
                        .sessions()
                        .getFirst()
                        .freshness())
                .isEqualTo(Freshness.STALE);
    }

    private Session store(SessionBuilder builder) {
        Session session = builder.build();
        ports.sessions().save(session, SaveOutcome.NEW);
        return session;
    }

    private ViewSession.View view(SessionId id, Instant now) {
        return new ViewSession(
                        ports.index(), ports.pages(), ports.names(InstantSource.fixed(now)), InstantSource.fixed(now))
                .view(id)
                .orElseThrow();
    }

    private ListOccurrences.Nights nights(Session session, LocalDate from, LocalDate to) {
        return new ListOccurrences(ports.index(), ports.pages(), CLOCK)
                .list(new ListOccurrences.Query(session.id(), from, to))
                .orElseThrow();
    }
}

package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How an index follows what is stored: by version, in any order, and nothing is lost or comes back. */
@ParameterizedClass
@EnumSource(IndexForm.class)
class IndexChangesTest extends IndexTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
    private final Venue renamed =
            VenueBuilder.named("The Heron").as(venue.id()).in("Doolin").build();
    private final Session session = SessionBuilder.at(venue).build();
    private final Feedback feedback = Said.of(session.id()).rated(5, 4).build();

    IndexChangesTest(IndexForm form) {
        super(form);
    }

    @Test
    void what_is_not_known_has_version_0() {
        assertThat(index().versionOf(AggregateKey.of(venue.id()))).isZero();
        assertThat(index().versionOf(AggregateKey.of(session.id()))).isZero();
        assertThat(index().versionOf(AggregateKey.feedbackOf(session.id()))).isZero();
        assertThat(index().venue(venue.id())).isEmpty();
        assertThat(index().sessionsAt(venue.id())).isEmpty();
    }

    @Test
    void each_aggregate_has_a_version_of_its_own() {
        put(new StoredAggregate.OfVenue(venue, 3));
        put(new StoredAggregate.OfSession(session, 7));
        put(new StoredAggregate.OfFeedback(feedback, 4_000_000_000L));

        assertThat(index().versionOf(AggregateKey.of(venue.id()))).isEqualTo(3);
        assertThat(index().versionOf(AggregateKey.of(session.id()))).isEqualTo(7);
        assertThat(index().versionOf(AggregateKey.feedbackOf(session.id()))).isEqualTo(4_000_000_000L);
    }

    @Test
    void what_is_older_or_equal_changes_nothing() {
        put(new StoredAggregate.OfVenue(venue, 2));
        Index before = index();

        assertThat(before.with(List.of(new StoredAggregate.OfVenue(renamed, 1))))
                .isSameAs(before);
        assertThat(before.with(List.of(new StoredAggregate.OfVenue(renamed, 2))))
                .isSameAs(before);
        assertThat(before.with(List.of(new StoredAggregate.Deleted(AggregateKey.of(venue.id()), 2))))
                .isSameAs(before);
        assertThat(before.with(List.of())).isSameAs(before);
    }

    @Test
    void of_several_versions_that_come_together_the_newest_counts() {
        put(
                new StoredAggregate.OfVenue(renamed, 3),
                new StoredAggregate.OfVenue(venue, 2),
                new StoredAggregate.OfVenue(venue, 1));

        assertThat(index().venue(venue.id()).orElseThrow().value()).isEqualTo(renamed);
    }

    @Test
    void what_cannot_be_read_leaves_what_is_known() {
        put(new StoredAggregate.OfVenue(venue, 1));
        Index before = index();

        assertThat(before.with(List.of(new StoredAggregate.Unreadable(AggregateKey.of(venue.id()), 2, "damaged"))))
                .isSameAs(before);
    }

    @Test
    void an_index_that_was_given_out_never_changes() {
        put(new StoredAggregate.OfVenue(venue, 1));
        Index before = index();

        put(new StoredAggregate.OfVenue(renamed, 2));

        assertThat(before.venue(venue.id()).orElseThrow().value()).isEqualTo(venue);
    }

    @Test
    void a_session_is_listed_as_soon_as_its_venue_comes() {
        put(new StoredAggregate.OfSession(session, 1));
        assertThat(listed()).isEmpty();
        assertThat(index().sessionsAfter(null, 10)).containsExactly(session.id());
        assertThat(index().count(NOW).counties()).isEmpty();

        put(new StoredAggregate.OfVenue(venue, 1));
        assertThat(listed()).containsExactly(session.id());
    }

    @Test
    void feedback_counts_as_soon_as_its_session_comes() {
        put(new StoredAggregate.OfFeedback(feedback, 5));
        put(new StoredAggregate.OfVenue(venue, 1));
        assertThat(listed()).isEmpty();
        assertThat(index().sessionsAfter(null, 10)).isEmpty();

        put(new StoredAggregate.OfSession(session, 1));
        assertThat(cards()).extracting(SessionCard::ratings).containsExactly(feedback.ratings());
        assertThat(index().versionOf(AggregateKey.feedbackOf(session.id()))).isEqualTo(5);
    }

    @Test
    void a_deleted_venue_takes_its_sessions_out_of_the_lists_until_it_comes_back() {
        store(venue);
        store(session);
        store(feedback);

        delete(AggregateKey.of(venue.id()));
        assertThat(listed()).isEmpty();
        assertThat(index().sessionsAt(venue.id())).isEmpty();
        assertThat(index().venue(venue.id())).isEmpty();
        assertThat(index().venuesAfter(null, 10)).isEmpty();
        assertThat(index().sessionsAfter(null, 10)).containsExactly(session.id());
        assertThat(index().within(venue.location(), 1_000)).isEmpty();
        assertThat(index().versionOf(AggregateKey.of(venue.id()))).isEqualTo(2);

        put(new StoredAggregate.OfVenue(venue, 1));
        assertThat(listed()).isEmpty();

        put(new StoredAggregate.OfVenue(renamed, 3));
        assertThat(cards()).extracting(card -> card.venue().name()).containsExactly("The Heron");
        assertThat(cards()).extracting(SessionCard::ratings).containsExactly(feedback.ratings());
    }

    @Test
    void a_deleted_session_is_gone_and_its_feedback_waits() {
        store(venue);
        store(session);
        store(feedback);

        delete(AggregateKey.of(session.id()));
        assertThat(listed()).isEmpty();
        assertThat(index().sessionsAfter(null, 10)).isEmpty();
        assertThat(index().versionOf(AggregateKey.of(session.id()))).isEqualTo(2);
        assertThat(index().versionOf(AggregateKey.feedbackOf(session.id()))).isEqualTo(1);

        put(new StoredAggregate.OfSession(session, 1));
        assertThat(listed()).isEmpty();

        put(new StoredAggregate.OfSession(session, 3));
        assertThat(cards()).extracting(SessionCard::ratings).containsExactly(feedback.ratings());
    }

    @Test
    void deleted_feedback_does_not_come_back() {
        store(venue);
        store(session);
        store(feedback);

        delete(AggregateKey.feedbackOf(session.id()));
        put(new StoredAggregate.OfFeedback(feedback, 1));

        assertThat(cards()).extracting(card -> card.ratings().count()).containsExactly(0L);
        assertThat(index().versionOf(AggregateKey.feedbackOf(session.id()))).isEqualTo(2);
    }

    @Test
    void a_tombstone_may_come_before_what_it_deletes() {
        put(new StoredAggregate.Deleted(AggregateKey.of(venue.id()), 2));
        put(new StoredAggregate.OfVenue(venue, 1));

        assertThat(index().venue(venue.id())).isEmpty();
        assertThat(index().versionOf(AggregateKey.of(venue.id()))).isEqualTo(2);
    }

    @Test
    void a_night_that_is_moved_shows_the_other_venue_as_it_is_now_if_it_is_known() {
        Venue other = VenueBuilder.named("Elsewhere").build();
        store(venue);
        store(SessionBuilder.at(venue)
                .with(THURSDAY, new OccurrenceStatus.Moved(other.id(), null, null))
                .build());
        assertThat(namesOfMovedTo()).isEmpty();

        store(other);
        assertThat(namesOfMovedTo()).containsExactly("Elsewhere");

        store(VenueBuilder.named("Renamed").as(other.id()).build());
        assertThat(namesOfMovedTo()).containsExactly("Renamed");

        delete(AggregateKey.of(other.id()));
        assertThat(namesOfMovedTo()).isEmpty();
    }

    @Test
    void a_venue_that_changes_its_time_zone_changes_the_day_on_which_its_sessions_were_shared() {
        Instant late = Instant.parse("2026-10-20T04:30:00Z");
        Venue eastern = VenueBuilder.named("The Lark").in("New York").build();
        store(eastern);
        store(SessionBuilder.at(eastern).sharedAt(late).build());
        assertThat(cards()).extracting(card -> card.signs().vouchedOn()).containsExactly(LocalDate.of(2026, 10, 20));

        store(VenueBuilder.named("The Lark")
                .as(eastern.id())
                .in("New York")
                .timedBy("America/Chicago")
                .build());
        assertThat(cards()).extracting(card -> card.signs().vouchedOn()).containsExactly(LocalDate.of(2026, 10, 19));
    }

    @Test
    void all_identifiers_come_in_order_some_at_a_time() {
        GeneratedSessions generated = GeneratedSessions.of(40, 71);
        store(generated);
        List<VenueId> venues =
                generated.venues().stream().map(Venue::id).sorted().toList();
        List<SessionId> sessions =
                generated.sessions().stream().map(Session::id).sorted().toList();

        assertThat(index().venuesAfter(null, 1_000)).isEqualTo(venues);
        assertThat(index().venuesAfter(venues.get(3), 5)).isEqualTo(venues.subList(4, 9));
        assertThat(index().venuesAfter(venues.getLast(), 5)).isEmpty();
        assertThat(index().sessionsAfter(null, 1_000)).isEqualTo(sessions);
        assertThat(index().sessionsAfter(sessions.get(30), 5)).isEqualTo(sessions.subList(31, 36));
    }

    @Test
    void sessions_of_a_venue_come_by_identifier_those_that_have_ended_too() {
        Session ended = SessionBuilder.at(venue)
                .as("ended")
                .endedOn(LocalDate.of(2026, 1, 1))
                .build();
        Session other = SessionBuilder.at(venue).as("other").build();
        store(venue);
        store(session, ended, other);

        assertThat(index().sessionsAt(venue.id()))
                .extracting(SessionCard::id)
                .containsExactlyElementsOf(List.of(session, ended, other).stream()
                        .map(Session::id)
                        .sorted()
                        .toList());
    }

    @Test
    void differences_name_what_has_another_version_or_another_content() {
        store(venue);
        store(session);
        store(feedback);
        Index before = index();
        assertThat(before.differencesFrom(before)).isEmpty();

        store(feedback);
        assertThat(index().differencesFrom(before)).containsExactly(AggregateKey.feedbackOf(session.id()));
        assertThat(before.differencesFrom(index())).containsExactly(AggregateKey.feedbackOf(session.id()));

        assertThat(before.differencesFrom(Index.empty()))
                .containsExactly(
                        AggregateKey.of(venue.id()),
                        AggregateKey.of(session.id()),
                        AggregateKey.feedbackOf(session.id()));

        Index other = Index.empty()
                .with(List.of(
                        new StoredAggregate.OfVenue(renamed, 1),
                        new StoredAggregate.OfSession(session, 1),
                        new StoredAggregate.OfFeedback(feedback, 1)));
        assertThat(before.differencesFrom(other)).containsExactly(AggregateKey.of(venue.id()));
    }

    @Test
    void a_merged_venue_is_in_no_list_and_a_session_that_is_still_there_stays_listed() {
        store(venue);
        store(session);
        Venue other = VenueBuilder.named("Crane Bar").in("Galway").build();
        store(other);

        store(venue.mergedInto(other.id()));

        assertThat(index().find(new VenueQuery(null, null, null), NOW, 10, null).items())
                .extracting(card -> card.venue().id())
                .containsExactly(other.id());
        assertThat(index().find(new VenueQuery("Crane", null, null), NOW, 10, null)
                        .items())
                .hasSize(1);
        assertThat(index().within(venue.location(), 1_000)).containsExactly(other);
        assertThat(index().venuesAfter(null, 10)).containsExactly(other.id());
        assertThat(index().count(NOW).counties().values())
                .singleElement()
                .satisfies(count -> assertThat(count.venues()).isEqualTo(1));
        assertThat(listed()).containsExactly(session.id());
        assertThat(index().sessionsAt(venue.id())).hasSize(1);
        assertThat(index().venue(venue.id()).orElseThrow().value().mergedInto()).isEqualTo(other.id());
        assertThat(index().versionOf(AggregateKey.of(venue.id()))).isEqualTo(2);

        store(session.withVenue(other.id()));
        assertThat(listed()).containsExactly(session.id());
        assertThat(index().allSessionsAt(venue.id())).isEmpty();
        assertThat(index().allSessionsAt(other.id())).containsExactly(session.id());
        assertThat(index().compacted(NOW).differencesFrom(index())).isEmpty();

        store(venue);
        assertThat(index().venuesAfter(null, 10)).containsExactlyInAnyOrder(venue.id(), other.id());
    }

    @Test
    void a_source_leads_to_no_venue_that_was_merged() {
        Source source = new Source("csv", "1");
        Venue known = VenueBuilder.named("The Crane").from(source).build();
        store(known);
        store(known.mergedInto(VenueBuilder.idOf("other")));

        assertThat(index().from(source)).isEmpty();
    }

    @Test
    void sessions_have_ended_where_the_venue_is_surely_closed_and_else_have_not() {
        store(session);
        store(venue.closed(new Closure(null, LocalDate.of(2026, 11, 1))));
        assertThat(listed()).containsExactly(session.id());
        assertThat(cards().getFirst().venue().closed()).isTrue();
        assertThat(cards().getFirst().venue().surelyClosed()).isFalse();

        store(venue.closed(new Closure(null, LocalDate.of(2026, 11, 1), true)));
        assertThat(listed()).isEmpty();
        assertThat(index().sessionsAt(venue.id()))
                .singleElement()
                .satisfies(card -> assertThat(card.venue().surelyClosed()).isTrue());
        assertThat(index().venue(venue.id()).orElseThrow().value().isSurelyClosed())
                .isTrue();
        assertThat(index().count(NOW).counties().values())
                .singleElement()
                .satisfies(count -> assertThat(count.sessions()).isZero());

        store(venue);
        assertThat(listed()).containsExactly(session.id());
    }

    @Test
    void packing_changes_nothing_and_leaves_little_apart() {
        for (int i = 0; i < 600; i++) {
            store(VenueBuilder.named("Venue " + i).build());
        }
        store(venue);
        store(session);
        delete(AggregateKey.of(VenueBuilder.idOf("gone")));

        assertThat(index().compacted(NOW).hasLargeOverlay()).isFalse();
        assertThat(index().compacted(NOW).differencesFrom(index())).isEmpty();
    }

    private List<SessionCard> cards() {
        return index().find(SessionQuery.builder().build(), NOW, 100, null).items();
    }

    private List<SessionId> listed() {
        return cards().stream().map(SessionCard::id).toList();
    }

    private List<String> namesOfMovedTo() {
        return cards().getFirst().movedTo().values().stream()
                .map(VenueSummary::name)
                .toList();
    }
}

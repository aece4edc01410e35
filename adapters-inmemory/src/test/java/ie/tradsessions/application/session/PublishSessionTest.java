package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.application.session.PublishSession.Command;
import ie.tradsessions.application.session.PublishSession.Outcome;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Takedown;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PublishSessionTest {
    private static final SessionId NEW_ID = SessionBuilder.idOf("new");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final RequestKey KEY = RequestKey.of("publishSession", "1", "body");

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();

    @Test
    void a_session_is_published_at_a_venue_that_is_known_and_who_shares_it_organises_it() {
        ports.venues().save(venue, SaveOutcome.NEW);

        Outcome outcome = publish(() -> NEW_ID).publish(command(venue.id(), "The Late Session"));

        assertThat(outcome).isEqualTo(new Outcome.Published(NEW_ID, 1));
        Session stored = stored();
        Session told =
                SessionBuilder.at(venue).as(NEW_ID).named("The Late Session").build();
        assertThat(stored)
                .usingRecursiveComparison()
                .ignoringFields("shared", "organiser")
                .isEqualTo(told);
        assertThat(stored.shared())
                .isEqualTo(new Shared(new Author.Member(People.NIAMH.member()), GeneratedSessions.NOW));
        assertThat(stored.isOrganisedBy(People.NIAMH.member())).isTrue();
        assertThat(stored.sample()).isFalse();
        var contributions = ports.members()
                .of(People.NIAMH.member(), ReadConsistency.STRONG)
                .activity()
                .value()
                .contributions();
        assertThat(contributions.organised()).containsExactly(NEW_ID);
        assertThat(contributions.shared()).containsExactly(NEW_ID);
    }

    @Test
    void a_session_at_a_venue_that_nobody_knows_is_not_published() {
        VenueId unknown = VenueBuilder.idOf("nowhere");

        assertThat(publish(() -> NEW_ID).publish(command(unknown, null))).isEqualTo(new Outcome.NoSuchVenue(unknown));
        assertThat(ports.sessions().find(NEW_ID)).isEmpty();
    }

    @Test
    void a_session_that_looks_like_one_at_the_venue_answers_with_the_candidates() {
        Session known = known(SessionBuilder.at(venue).from(20, 0));
        known(SessionBuilder.at(venue).as("too early").from(19, 0));
        known(SessionBuilder.at(venue).as("another day").on(DayOfWeek.FRIDAY));
        known(SessionBuilder.at(venue).as("ended").endedOn(THURSDAY.minusWeeks(1)));

        Outcome outcome = publish(() -> NEW_ID).publish(command(venue.id(), null));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.LooksLike.class,
                        like -> assertThat(like.candidates())
                                .extracting(candidate -> candidate.card().id())
                                .containsExactly(known.id()));
        assertThat(ports.sessions().find(NEW_ID)).isEmpty();
    }

    @Test
    void one_that_shares_a_night_now_and_then_looks_like_it_too() {
        Session known = known(SessionBuilder.at(venue).by(new Recurrence.Dates(List.of(THURSDAY.plusWeeks(7)))));

        assertThat(publish(() -> NEW_ID).publish(command(venue.id(), null))).isInstanceOf(Outcome.LooksLike.class);

        ports.sessions()
                .save(
                        SessionBuilder.at(venue)
                                .by(new Recurrence.Dates(List.of(THURSDAY.plusWeeks(8))))
                                .build(),
                        1);
        assertThat(publish(() -> NEW_ID).publish(command(venue.id(), null))).isInstanceOf(Outcome.Published.class);
        assertThat(known.id()).isNotEqualTo(NEW_ID);
    }

    @Test
    void two_sessions_at_one_venue_are_not_duplicates_where_somebody_says_so() {
        Session known = known(SessionBuilder.at(venue));

        publish(() -> NEW_ID).publish(another(null));

        assertThat(ports.index().current().sessionsAt(venue.id()))
                .extracting(SessionCard::id)
                .containsExactlyInAnyOrder(NEW_ID, known.id());
    }

    @Test
    void what_was_taken_down_is_not_published_again_whoever_says_that_it_is_another() {
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions()
                .save(
                        SessionBuilder.at(venue)
                                .as("unlisted")
                                .from(22, 30)
                                .build()
                                .takenDown(new Takedown(GeneratedSessions.NOW, true)),
                        SaveOutcome.NEW);

        assertThat(publish(() -> NEW_ID).publish(another(null))).isEqualTo(new Outcome.IsTakenDown());
        assertThat(ports.sessions().find(NEW_ID)).isEmpty();
    }

    @Test
    void a_request_that_comes_again_publishes_nothing_again() {
        ports.venues().save(venue, SaveOutcome.NEW);
        Deque<SessionId> ids = new ArrayDeque<>(List.of(NEW_ID, SessionBuilder.idOf("another")));
        PublishSession publishSession = publish(ids::removeFirst);

        assertThat(publishSession.publish(another(KEY))).isEqualTo(new Outcome.Published(NEW_ID, 1));
        assertThat(publishSession.publish(another(KEY))).isEqualTo(new Outcome.Published(NEW_ID, 1));
        assertThat(publishSession.publish(another(RequestKey.of("publishSession", "1", "another body"))))
                .isEqualTo(new Outcome.Refused(new Refusal.KeyUsedForOther()));

        assertThat(ports.index().current().sessionsAt(venue.id())).hasSize(1);
    }

    @Test
    void an_identifier_that_is_taken_overwrites_nothing() {
        Session taken = known(SessionBuilder.at(venue).as(NEW_ID).on(DayOfWeek.MONDAY));

        assertThatThrownBy(() -> publish(() -> NEW_ID).publish(command(venue.id(), "Another")))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(ports.sessions().find(NEW_ID)).contains(new Versioned<>(taken, 1));
    }

    private Session known(SessionBuilder builder) {
        ports.venues().save(venue, SaveOutcome.NEW);
        Session known = builder.build();
        ports.sessions().save(known, SaveOutcome.NEW);
        return known;
    }

    private Session stored() {
        return ports.sessions().find(NEW_ID).map(Versioned::value).orElseThrow();
    }

    private PublishSession publish(Supplier<SessionId> newId) {
        return new PublishSession(
                ports.requests(InstantSource.fixed(GeneratedSessions.NOW)), ports.knownVenues(), ports.index(), newId);
    }

    private Command command(VenueId at, String name) {
        Session told = SessionBuilder.at(venue).named(name).build();
        return new Command(
                People.NIAMH, null, at, told.description(), told.timetable().schedule(), false);
    }

    private Command another(RequestKey key) {
        Session told = SessionBuilder.at(venue).build();
        return new Command(
                People.NIAMH,
                key,
                venue.id(),
                told.description(),
                told.timetable().schedule(),
                true);
    }
}

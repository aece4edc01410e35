package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.ModerationUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pub that is gone for good takes its sessions with it, once more than one says so, or somebody who must know. */
class SayVenueGoneTest {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), CLOCK);
    private final MemberUseCases members = new MemberUseCases(ports, CLOCK);
    private final ModerationUseCases moderation = new ModerationUseCases(ports, CLOCK);
    private final Venue crane = VenueBuilder.named("The Crane").build();
    private final Session niamhs = SessionBuilder.at(crane).build();
    private final SessionId id = niamhs.id();

    @BeforeEach
    void shareASession() {
        ports.venues().save(crane, SaveOutcome.NEW);
        members.publish(People.NIAMH, niamhs);
    }

    @Test
    void one_member_puts_the_sessions_in_doubt_however_often_it_is_said() {
        moderation.sayGone(People.CATHAL, crane.id());
        moderation.sayGone(People.CATHAL, crane.id());

        assertThat(stored().closed()).isEqualTo(new Closure(null, TODAY, false));
        assertThat(freshness()).isEqualTo(Freshness.STALE);
        assertThat(listed()).containsExactly(id);
        assertThat(ports.venueHistory().of(crane.id())).hasSize(1);
    }

    @Test
    void a_second_member_ends_them() {
        moderation.sayGone(People.CATHAL, crane.id());
        moderation.sayGone(People.member("Aoife"), crane.id());

        assertThat(stored().closed()).isEqualTo(new Closure(null, TODAY, true));
        assertThat(freshness()).isEqualTo(Freshness.ENDED);
        assertThat(listed()).isEmpty();
        assertThat(new ViewVenue(ports.index(), CLOCK)
                        .view(crane.id())
                        .orElseThrow()
                        .sessions())
                .isEmpty();
    }

    @Test
    void a_member_who_says_what_a_data_set_says_is_the_second() {
        Source source = new Source("csv", "1");
        ports.venues().save(crane.closed(new Closure(source, TODAY.minusDays(9))), 1);

        moderation.sayGone(People.CATHAL, crane.id());

        assertThat(stored().closed()).isEqualTo(new Closure(source, TODAY.minusDays(9), true));
    }

    @Test
    void the_organiser_of_a_session_there_and_a_moderator_need_no_second() {
        moderation.sayGone(People.NIAMH, crane.id());
        assertThat(stored().isSurelyClosed()).isTrue();

        moderation.sayOpen(People.CATHAL, crane.id());
        moderation.sayGone(People.MODERATOR, crane.id());
        assertThat(stored().isSurelyClosed()).isTrue();
    }

    @Test
    void the_organiser_of_a_session_elsewhere_is_a_member_like_any_other() {
        Venue anchor = VenueBuilder.named("The Anchor").build();
        ports.venues().save(anchor, SaveOutcome.NEW);

        moderation.sayGone(People.NIAMH, anchor.id());

        assertThat(ports.venues().find(anchor.id()).orElseThrow().value().isSurelyClosed())
                .isFalse();
    }

    @Test
    void one_tap_takes_it_back_and_everything_is_as_before() {
        moderation.sayGone(People.NIAMH, crane.id());

        assertThat(moderation.sayOpen(People.CATHAL, crane.id())).isEqualTo(new VenueEdit.Changed(3));

        assertThat(stored()).isEqualTo(crane);
        assertThat(listed()).containsExactly(id);
        assertThat(freshness()).isEqualTo(Freshness.CONFIRMED);
        assertThat(moderation.sayOpen(People.CATHAL, crane.id()))
                .as("it is open")
                .isEqualTo(new VenueEdit.Changed(3));
    }

    @Test
    void after_it_was_taken_back_it_takes_two_again() {
        moderation.sayGone(People.CATHAL, crane.id());
        moderation.sayOpen(People.NIAMH, crane.id());

        moderation.sayGone(People.CATHAL, crane.id());

        assertThat(stored().isSurelyClosed()).isFalse();
    }

    @Test
    void each_member_is_told_whether_their_word_stands() {
        Identity aoife = People.member("Aoife");
        moderation.sayGone(People.CATHAL, crane.id());
        assertThat(saysGone(People.CATHAL)).isTrue();
        assertThat(saysGone(aoife)).isFalse();

        moderation.sayGone(aoife, crane.id());
        assertThat(saysGone(People.CATHAL)).isTrue();
        assertThat(saysGone(aoife)).isTrue();
        assertThat(saysGone(People.NIAMH)).isFalse();

        members.undoVenueChange().undo(new UndoVenueChange.Command(People.NIAMH, crane.id(), 3, 3));
        assertThat(stored().isSurelyClosed()).as("the second word was undone").isFalse();
        assertThat(saysGone(People.CATHAL)).isTrue();
        assertThat(saysGone(aoife)).isFalse();

        moderation.sayOpen(aoife, crane.id());
        assertThat(saysGone(People.CATHAL)).isFalse();
    }

    private boolean saysGone(Identity who) {
        return members.viewMyVenue()
                .view(new ViewMyVenue.Query(who, crane.id()))
                .orElseThrow()
                .gone();
    }

    private Venue stored() {
        return ports.venues().find(crane.id()).orElseThrow().value();
    }

    private Freshness freshness() {
        return new ViewSession(ports.index(), ports.pages(), ports.names(CLOCK), CLOCK)
                .view(id)
                .orElseThrow()
                .freshness();
    }

    private List<SessionId> listed() {
        return new FindSessions(ports.index(), CLOCK)
                .find(new FindSessions.Query(SessionQuery.builder().build(), 10, null)).items().stream()
                        .map(listing -> listing.card().id())
                        .toList();
    }
}

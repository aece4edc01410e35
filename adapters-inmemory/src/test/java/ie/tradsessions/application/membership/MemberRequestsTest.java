package ie.tradsessions.application.membership;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.session.SessionEdit;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Every change counts against the quota of the member who makes it, and is made with it or not at all. */
class MemberRequestsTest {
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final Session session = SessionBuilder.at(venue).build();

    @Test
    void whoever_has_changed_much_waits_whatever_the_next_change_is() {
        // Somebody without a profile is a newcomer, who has half as much to spend.
        ports.venues().save(venue, SaveOutcome.NEW);
        members.publish(People.NIAMH, session);
        for (int i = 1; i < 30; i++) {
            assertThat(members.change(People.NIAMH, renamed("Name " + i))).isInstanceOf(SessionEdit.Changed.class);
        }

        assertThat(members.change(People.NIAMH, renamed("One more"))).isInstanceOf(SessionEdit.Refused.class);
        assertThat(members.takeDown(People.NIAMH, session.id())).isInstanceOf(SessionEdit.Refused.class);
        assertThat(members.keep(People.NIAMH, session.id()).toString()).contains("OverQuota");
        assertThat(members.name(People.NIAMH, "Niamh", 0).toString()).contains("OverQuota");
        assertThat(members.session(session.id()).name()).isEqualTo("Name 29");
        assertThat(members.keep(People.CATHAL, session.id()).toString()).contains("Kept");
        // Nobody is kept here.
        assertThat(members.delete(People.NIAMH, DeleteMember.Fate.ORPHAN).offers())
                .isEmpty();
    }

    @Test
    void who_is_blocked_changes_nothing_until_that_is_over() {
        ports.venues().save(venue, SaveOutcome.NEW);
        members.publish(People.NIAMH, session);
        Instant until = clock.instant().plusSeconds(60);
        Block block = new Block(People.NIAMH.member(), clock.instant(), until, "Two warnings were enough.");
        ports.changes().save(List.of(new Change.SaveBlock(block, 1)));

        assertThat(members.change(People.NIAMH, renamed("Another name")))
                .isEqualTo(new SessionEdit.Refused(new Refusal.Blocked(block)));
        clock.set(until);
        assertThat(members.change(People.NIAMH, renamed("Another name"))).isEqualTo(new SessionEdit.Changed(2));
    }

    @Test
    void what_changes_nothing_counts_for_nothing() {
        ports.venues().save(venue, SaveOutcome.NEW);
        members.publish(People.NIAMH, session);
        for (int i = 0; i < 100; i++) {
            members.change(People.NIAMH, session);
            members.change(People.CATHAL, renamed("Not allowed"));
        }

        assertThat(members.change(People.NIAMH, renamed("Another name"))).isEqualTo(new SessionEdit.Changed(2));
    }

    @Property(tries = 30)
    void a_member_makes_at_most_sixty_changes_in_an_hour_and_is_told_when_there_is_room_again(
            @ForAll @Size(min = 61, max = 120) List<@IntRange(max = 120) Integer> pauses) {
        SettableClock time = new SettableClock(GeneratedSessions.NOW);
        IndexedStorage store = IndexedStorage.of(InMemoryStores.empty(), time);
        MemberUseCases niamhs = new MemberUseCases(store, time);
        store.venues().save(venue, SaveOutcome.NEW);
        niamhs.publish(People.NIAMH, session);
        List<Instant> made = new ArrayList<>(List.of(time.instant()));
        for (int pause : pauses) {
            time.advance(Duration.ofSeconds(pause));
            switch (niamhs.change(People.NIAMH, renamed("Name " + made.size()))) {
                case SessionEdit.Changed changed -> made.add(time.instant());
                case SessionEdit.Refused(Refusal.OverQuota(var retryAfter)) -> {
                    time.advance(retryAfter);
                    assertThat(niamhs.change(People.NIAMH, renamed("Name " + made.size())))
                            .isInstanceOf(SessionEdit.Changed.class);
                    made.add(time.instant());
                }
                case Object other -> throw new AssertionError(other);
            }
            Instant hourAgo = time.instant().minus(Duration.ofHours(1));
            assertThat(made.stream().filter(hourAgo::isBefore)).hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void changes_that_a_member_makes_at_once_are_all_counted() throws Exception {
        ports.venues().save(venue, SaveOutcome.NEW);
        List<Callable<Object>> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Session told = SessionBuilder.at(venue).as("session " + i).build();
            attempts.add(() -> members.publish(People.NIAMH, told));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
            for (var outcome : threads.invokeAll(attempts)) {
                assertThat(outcome.get().toString()).contains("Published");
            }
        }

        assertThat(contributionsOf(People.NIAMH)).hasSize(6);
        assertThat(activityVersionOf(People.NIAMH)).isEqualTo(6);
    }

    private Collection<?> contributionsOf(Identity who) {
        return ports.members()
                .of(who.member(), ReadConsistency.STRONG)
                .activity()
                .value()
                .contributions()
                .organised();
    }

    private long activityVersionOf(Identity who) {
        return ports.members()
                .of(who.member(), ReadConsistency.STRONG)
                .activity()
                .version();
    }

    private Session renamed(String name) {
        return SessionBuilder.at(venue).named(name).build();
    }
}

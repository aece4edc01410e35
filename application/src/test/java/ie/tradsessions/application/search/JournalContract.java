package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Journal} promises. */
public abstract class JournalContract extends StorageContract {
    private static final int ALL = 1_000_000;

    private final Venue venue = VenueBuilder.named("Here").build();
    private final Session session = SessionBuilder.at(venue).build();

    private List<Journal.Entry> since(Instant from) {
        return storage().journal().since(from, ALL, ReadConsistency.STRONG).entries();
    }

    private Instant now() {
        return clock().instant();
    }

    @Test
    void a_journal_in_which_there_is_nothing_is_complete() {
        assertThat(storage().journal().since(Instant.EPOCH, ALL, ReadConsistency.EVENTUAL))
                .isEqualTo(new Journal.Tail(List.of(), true));
    }

    @Test
    void every_save_and_every_deletion_is_in_it_at_its_time() {
        Instant start = now();
        store(venue);
        clock().advance(Duration.ofMillis(1));
        store(session);
        clock().advance(Duration.ofSeconds(1));
        store(Said.of(session.id()).rated(5).build());
        storage().venues().delete(venue.id(), 1);

        assertThat(since(start))
                .containsExactlyInAnyOrder(
                        new Journal.Entry(start, AggregateKey.of(venue.id()), 1),
                        new Journal.Entry(start.plusMillis(1), AggregateKey.of(session.id()), 1),
                        new Journal.Entry(start.plusMillis(1_001), AggregateKey.feedbackOf(session.id()), 1),
                        new Journal.Entry(start.plusMillis(1_001), AggregateKey.of(venue.id()), 2));
    }

    @Test
    void what_is_not_saved_is_not_in_it() {
        store(venue);
        storage().venues().save(venue, SaveOutcome.NEW);
        storage().venues().save(venue, 5);
        storage().venues().delete(venue.id(), 5);

        assertThat(since(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void it_is_read_from_a_moment_on_in_order_of_time() {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            moments.add(now());
            store(VenueBuilder.named("Venue " + i).build());
            clock().advance(Duration.ofMillis(1 + i * 100L));
        }

        for (int i = 0; i < 30; i++) {
            assertThat(since(moments.get(i)))
                    .extracting(Journal.Entry::at)
                    .isEqualTo(moments.subList(i, moments.size()));
        }
        assertThat(since(now())).isEmpty();
    }

    @Test
    void more_than_was_asked_for_is_not_complete() {
        for (int i = 0; i < 5; i++) {
            store(VenueBuilder.named("Venue " + i).build());
        }

        assertThat(storage()
                        .journal()
                        .since(Instant.EPOCH, 4, ReadConsistency.STRONG)
                        .complete())
                .isFalse();
        assertThat(storage().journal().since(Instant.EPOCH, 5, ReadConsistency.STRONG))
                .satisfies(tail -> assertThat(tail.complete()).isTrue())
                .satisfies(tail -> assertThat(tail.entries()).hasSize(5));
    }

    @Test
    void a_clock_that_is_set_back_does_not_take_entries_back() {
        Instant start = now();
        store(venue);
        clock().set(start.minusSeconds(600));
        store(session);

        assertThat(since(start)).hasSize(2);
    }

    @Test
    void a_writer_whose_clock_is_slow_dates_by_the_newest_entry_that_it_knows() {
        Storage slow = store().process(new SettableClock(now().minusSeconds(600)));
        store(venue);
        slow.journal().since(Instant.EPOCH, ALL, ReadConsistency.STRONG);

        slow.sessions().save(session, SaveOutcome.NEW);

        assertThat(since(now())).extracting(Journal.Entry::key).contains(AggregateKey.of(session.id()));
    }

    @Test
    void what_another_process_saves_is_in_it() {
        SettableClock later = new SettableClock(now().plusSeconds(5));
        store().process(later).venues().save(venue, SaveOutcome.NEW);

        assertThat(since(now())).containsExactly(new Journal.Entry(later.instant(), AggregateKey.of(venue.id()), 1));
    }
}

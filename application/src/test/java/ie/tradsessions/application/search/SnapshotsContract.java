package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.StorageContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What {@link Snapshots} promises. */
public abstract class SnapshotsContract extends StorageContract {
    private static final int FORMAT = 7;
    private static final Instant MOMENT = Instant.parse("2026-11-24T19:00:00.123Z");
    private static final List<byte[]> CHUNKS = List.of(new byte[] {1, 2, 3}, new byte[] {0}, new byte[] {-1, 127});

    private Snapshots snapshots() {
        return storage().snapshots();
    }

    private static Snapshots.Head head(String id, Instant asOf, Instant madeAt) {
        return new Snapshots.Head(asOf, madeAt, id, CHUNKS.size());
    }

    private boolean publish(Snapshots.Head head) {
        return snapshots().publish(FORMAT, head, CHUNKS);
    }

    private void assertCurrent(Snapshots.Head head) {
        assertThat(snapshots().head(FORMAT)).contains(head);
        assertThat(snapshots().chunks(head))
                .hasValueSatisfying(found -> assertThat(found)
                        .usingElementComparator(Arrays::compare)
                        .isEqualTo(CHUNKS));
    }

    @Test
    void before_any_is_made_there_is_none() {
        assertThat(snapshots().head(FORMAT)).isEmpty();
        assertThat(snapshots().chunks(head("one", MOMENT, MOMENT))).isEmpty();
    }

    @Test
    void what_is_published_is_the_current_one() {
        assertThat(publish(head("one", MOMENT, MOMENT.plusSeconds(1)))).isTrue();

        assertCurrent(head("one", MOMENT, MOMENT.plusSeconds(1)));
    }

    @Test
    void a_later_moment_wins_in_whatever_order_they_come() {
        Snapshots.Head earlier = head("one", MOMENT, MOMENT.plusSeconds(60));
        Snapshots.Head later = head("two", MOMENT.plusMillis(1), MOMENT.plusSeconds(30));

        assertThat(publish(later)).isTrue();
        assertThat(publish(earlier)).isFalse();
        assertCurrent(later);
    }

    @Test
    void of_the_same_moment_the_one_that_was_made_later_wins() {
        Snapshots.Head first = head("one", MOMENT, MOMENT.plusSeconds(60));
        Snapshots.Head second = head("two", MOMENT, MOMENT.plusSeconds(61));

        assertThat(publish(first)).isTrue();
        assertThat(publish(second)).isTrue();
        assertThat(publish(first)).isFalse();
        assertCurrent(second);
    }

    @Test
    void each_format_has_a_current_one_of_its_own() {
        Snapshots.Head one = head("one", MOMENT, MOMENT);
        Snapshots.Head other = head("other", MOMENT.minusSeconds(9), MOMENT);
        publish(one);

        assertThat(snapshots().publish(FORMAT + 1, other, CHUNKS)).isTrue();

        assertCurrent(one);
        assertThat(snapshots().head(FORMAT + 1)).contains(other);
        assertThat(snapshots().chunks(other)).isPresent();
    }

    @Test
    void changing_the_bytes_afterwards_changes_nothing() {
        byte[] bytes = {1, 2, 3};
        Snapshots.Head head = new Snapshots.Head(MOMENT, MOMENT, "one", 1);
        snapshots().publish(FORMAT, head, List.of(bytes));

        bytes[0] = 9;
        snapshots().chunks(head).orElseThrow().getFirst()[1] = 9;

        assertThat(snapshots().chunks(head).orElseThrow().getFirst()).containsExactly(1, 2, 3);
    }

    @Test
    void many_large_chunks_come_back_in_their_order() {
        Random random = new Random(5);
        List<byte[]> chunks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            byte[] chunk = new byte[i % 3 == 0 ? Snapshots.MAX_CHUNK_BYTES : 1 + random.nextInt(1000)];
            random.nextBytes(chunk);
            chunks.add(chunk);
        }
        Snapshots.Head head = new Snapshots.Head(MOMENT, MOMENT, "large", chunks.size());

        assertThat(snapshots().publish(FORMAT, head, chunks)).isTrue();

        List<byte[]> found = snapshots().chunks(head).orElseThrow();
        assertThat(found).hasSameSizeAs(chunks);
        for (int i = 0; i < chunks.size(); i++) {
            assertThat(found.get(i)).as("chunk %d", i).isEqualTo(chunks.get(i));
        }
    }

    @Test
    void of_many_at_the_same_time_the_latest_is_current_in_the_end() throws Exception {
        List<Callable<Boolean>> publishers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Snapshots.Head head = head("number" + i, MOMENT.plusMillis(i), MOMENT);
            publishers.add(() -> publish(head));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(publishers.size())) {
            for (var published : threads.invokeAll(publishers)) {
                published.get();
            }
        }

        assertCurrent(head("number7", MOMENT.plusMillis(7), MOMENT));
    }
}

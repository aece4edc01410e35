package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The chunks in which an index is stored. */
class SnapshotTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final Index INDEX = index(300, 81);
    private static final List<byte[]> CHUNKS = INDEX.chunks(NOW);

    private static Index index(int sessions, long seed) {
        GeneratedSessions generated = GeneratedSessions.of(sessions, seed);
        List<StoredAggregate> all = new ArrayList<>();
        generated.venues().forEach(venue -> all.add(new StoredAggregate.OfVenue(venue, 1)));
        generated.sessions().forEach(session -> all.add(new StoredAggregate.OfSession(session, 1)));
        generated.feedbacks().forEach(feedback -> all.add(new StoredAggregate.OfFeedback(feedback, 1)));
        return Index.empty().with(all);
    }

    @Test
    void an_index_is_loaded_as_it_was_stored() {
        assertThat(Index.ofChunks(CHUNKS).differencesFrom(INDEX)).isEmpty();
        assertThat(Index.ofChunks(Index.empty().chunks(NOW)).differencesFrom(Index.empty()))
                .isEmpty();
    }

    @Test
    void equal_contents_at_one_moment_are_equal_bytes() {
        assertThat(Index.ofChunks(CHUNKS).chunks(NOW))
                .usingRecursiveComparison()
                .isEqualTo(CHUNKS);
        assertThat(INDEX.compacted(NOW.minusSeconds(90_000)).chunks(NOW))
                .usingRecursiveComparison()
                .isEqualTo(CHUNKS);
    }

    @Test
    void no_chunk_is_longer_than_a_store_takes() {
        Index many = index(7_600, 82);
        List<byte[]> chunks = many.chunks(NOW);

        assertThat(chunks)
                .hasSizeGreaterThan(1)
                .allSatisfy(chunk -> assertThat(chunk.length).isBetween(1, Snapshots.MAX_CHUNK_BYTES));
        assertThat(Index.ofChunks(chunks).count(NOW)).isEqualTo(many.count(NOW));
        assertUnreadable(chunks.reversed());
        assertUnreadable(chunks.subList(0, chunks.size() - 1));
        assertUnreadable(chunks.subList(1, chunks.size()));
    }

    @Test
    void no_chunks_are_no_snapshot() {
        assertUnreadable(List.of());
        assertUnreadable(List.of(new byte[0]));
    }

    @Test
    void chunks_of_another_format_are_refused() {
        byte[] chunk = CHUNKS.getFirst().clone();
        chunk[7]++;

        assertUnreadable(List.of(chunk));
    }

    @Test
    void chunks_that_are_cut_off_are_refused() {
        byte[] chunk = CHUNKS.getFirst();
        Random random = new Random(83);
        for (int i = 0; i < 300; i++) {
            assertUnreadable(List.of(Arrays.copyOf(chunk, i < 100 ? i : random.nextInt(chunk.length))));
        }
    }

    @Test
    void chunks_with_a_changed_bit_are_refused() {
        Random random = new Random(84);
        for (int i = 0; i < 500; i++) {
            byte[] chunk = CHUNKS.getFirst().clone();
            chunk[i < 100 ? i : random.nextInt(chunk.length)] ^= (byte) (1 << random.nextInt(8));

            assertUnreadable(List.of(chunk));
        }
    }

    @Test
    void chunks_of_anything_are_refused() {
        Random random = new Random(85);
        for (int i = 0; i < 500; i++) {
            byte[] chunk = new byte[random.nextInt(3_000)];
            random.nextBytes(chunk);

            assertUnreadable(List.of(chunk));
        }
    }

    @Test
    void even_with_a_right_checksum_damage_does_no_more_than_being_found() {
        Random random = new Random(86);
        for (int i = 0; i < 150; i++) {
            byte[] chunk = CHUNKS.getFirst().clone();
            int changes = 1 + random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                int at = 20 + (random.nextBoolean() ? random.nextInt(120) : random.nextInt(chunk.length - 20));
                chunk[at] = (byte) random.nextInt(256);
            }
            SnapshotCodec.writeChecksum(chunk);

            readOrFail(List.of(chunk));
        }
    }

    private static void assertUnreadable(List<byte[]> chunks) {
        assertThatThrownBy(() -> Index.ofChunks(chunks)).isInstanceOf(UnreadableSnapshot.class);
    }

    /** Nobody but this program writes snapshots: what it can never have written may fail later, but only by exceptions. */
    private static void readOrFail(List<byte[]> chunks) {
        try {
            Index index = Index.ofChunks(chunks);
            index.find(SessionQuery.builder().build(), NOW, 1_000, null);
            index.find(SessionQuery.builder().order(SessionOrder.NEXT).build(), NOW, 1_000, null);
            index.find(SessionQuery.builder().text("b").build(), NOW, 1_000, null);
            index.find(new VenueQuery(null, null, null), NOW, 1_000, null);
            index.differencesFrom(INDEX);
        } catch (RuntimeException e) {
            assertThat(e).isNotInstanceOf(NullPointerException.class);
        }
    }
}

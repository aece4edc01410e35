package ie.tradsessions.application.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps packed copies of the index, from which a fresh process starts. A copy is a number of opaque chunks, named by a
 * head; each format of the index has a head of its own. Chunks never change. Those that no head names expire, and so do
 * those of a head that nobody has replaced for {@link Journal#RETENTION}.
 */
public interface Snapshots {
    /** The most bytes of one chunk. */
    int MAX_CHUNK_BYTES = 380_000;

    /**
     * Which snapshot is the current one.
     *
     * @param asOf everything that the journal held before this moment is in it; whoever loads it reads on from here,
     *     less the overlap
     * @param madeAt when it was made, by the clock of whoever made it
     * @param id tells it from all others
     * @param chunks how many
     */
    record Head(Instant asOf, Instant madeAt, String id, int chunks) {}

    /** The current snapshot of a format, strongly consistent. */
    Optional<Head> head(int format);

    /** The chunks of a snapshot in their order; empty where any of them is gone. */
    Optional<List<byte[]>> chunks(Head head);

    /**
     * Stores a snapshot and makes it the current one of its format, in this order. Of two the one with the later
     * {@code asOf} wins, in whatever order they come; where that is the same, the one that was made later.
     *
     * @param chunks each of 1 to {@value #MAX_CHUNK_BYTES} bytes
     * @return whether it is the current one now; false where one was there that wins
     */
    boolean publish(int format, Head head, List<byte[]> chunks);
}

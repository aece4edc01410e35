package ie.tradsessions.adapters.lambda.http;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps encoded responses, so that the same one is not looked up, written and compressed again. They hold while the
 * content has the same version and the clock shows the same minute: what is on tonight, and which night is next, changes
 * at full minutes only. Where the limit is reached, the least recently used ones make room.
 */
public final class ResponseCache {
    public static final long DEFAULT_MAX_BYTES = 16L * 1024 * 1024;

    /** About what an entry takes beside its texts: objects, headers, the map's own. */
    private static final int ENTRY_OVERHEAD_BYTES = 1024;

    private final LongSupplier contentVersion;
    private final InstantSource clock;
    private final long maxBytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private Moment kept = new Moment(0, 0);
    private long bytes;

    /**
     * @param contentVersion another value whenever the content has changed. It is asked before each response: where the
     *     content is brought up to date only on demand, this has to do it
     * @param maxBytes about how much memory the responses may take
     */
    public ResponseCache(LongSupplier contentVersion, InstantSource clock, long maxBytes) {
        this.contentVersion = contentVersion;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** What a response depends on beside its request. */
    record Moment(long contentVersion, long minute) {}

    private record Entry(Representation representation, long bytes) {}

    /** To be asked before a response is looked up or made, so that one made during a change does not outlive it. */
    Moment now() {
        return new Moment(
                contentVersion.getAsLong(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond());
    }

    synchronized Optional<Representation> find(String key, Moment now) {
        return now.equals(kept) ? Optional.ofNullable(entries.get(key)).map(Entry::representation) : Optional.empty();
    }

    /** Keeps a response and returns it, encoded. */
    Representation keep(String key, Moment madeAt, Representation response) {
        Representation encoded = response.encoded();
        long size = size(key, encoded.body().get());
        synchronized (this) {
            if (!madeAt.equals(kept)) {
                entries.clear();
                bytes = 0;
                kept = madeAt;
            }
            if (size <= maxBytes) {
                Entry before = entries.put(key, new Entry(encoded, size));
                bytes += size - (before == null ? 0 : before.bytes());
                evict();
            }
        }
        return encoded;
    }

    private void evict() {
        Iterator<Entry> leastRecentlyUsed = entries.values().iterator();
        while (bytes > maxBytes) {
            bytes -= leastRecentlyUsed.next().bytes();
            leastRecentlyUsed.remove();
        }
    }

    /** Base64 takes a byte a letter; other text takes two as soon as one letter of it needs two. */
    private static long size(String key, EncodedBody body) {
        long letter = body.base64() ? 1 : 2;
        return ENTRY_OVERHEAD_BYTES + key.length() + letter * body.text().length();
    }

    /** How much memory the responses take by the count that the limit is about. */
    synchronized long bytes() {
        return bytes;
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an index up to what is stored: from the snapshot, and from there by the journal.
 *
 * <p>Each question asks again for what lies within {@link #OVERLAP} of the one before. An entry is met for sure if, from
 * the time it bears to the moment it can be read, less than that passes; that time is taken up by a save (10 s at most),
 * by what a read that is not strongly consistent lags behind (a second or so), and by clocks that differ.
 */
final class JournalReader {
    static final Duration OVERLAP = Duration.ofSeconds(60);

    /** A reader who was away this long reads no further: entries may have expired since. */
    private static final Duration MAX_ABSENCE = Journal.RETENTION.minusDays(1);

    private final Journal journal;
    private final Snapshots snapshots;
    private final DataSet dataSet;
    private final InstantSource clock;
    private final SearchIndex.Listener listener;

    JournalReader(
            Journal journal, Snapshots snapshots, DataSet dataSet, InstantSource clock, SearchIndex.Listener listener) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.dataSet = dataSet;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * An index, and how far the journal has been read for it.
     *
     * @param newest the time of the newest entry that was met, or of the beginning of time where none was
     * @param askedAt when the journal was asked, by this reader's clock
     * @param failed aggregates that are in the journal but could not be had, by the version that was looked for
     * @param changes how many aggregates were read because of the journal
     */
    record Following(Index index, Instant newest, Instant askedAt, Map<AggregateKey, Long> failed, int changes) {
        /** Before the journal has been read. */
        static Following of(Index index, Instant newest, Instant askedAt) {
            return new Following(index, newest, askedAt, Map.of(), 0);
        }

        Following {
            failed = Map.copyOf(failed);
        }

        /** The beginning of the journal. */
        static Following nothing() {
            return of(Index.empty(), Instant.EPOCH, Instant.EPOCH);
        }

        /**
         * Everything before this moment is in the index. A writer whose clock is slow dates its entries no earlier than
         * the newest entry that it knows, and one whose clock is fast does not hide what others date by theirs.
         */
        Instant asOf() {
            return newest.isBefore(askedAt) ? newest : askedAt;
        }

        Following with(Index other) {
            return new Following(other, newest, askedAt, failed, changes);
        }
    }

    /**
     * The current snapshot.
     *
     * @param following what it holds
     * @param chunks how many it has
     * @param bytes of all of them together
     */
    record Loaded(Following following, int chunks, long bytes) {}

    /**
     * The current snapshot; empty where there is none of {@link Index#FORMAT}, or where it has expired.
     *
     * @throws UnreadableSnapshot if it is damaged
     */
    Optional<Loaded> load() {
        Optional<Snapshots.Head> head = snapshots.head(Index.FORMAT);
        while (head.isPresent()) {
            Snapshots.Head current = head.get();
            Optional<Loaded> loaded = snapshots.chunks(current).map(chunks -> loaded(current, chunks));
            if (loaded.isPresent()) {
                return loaded;
            }
            // Its chunks may be gone because another one has taken its place.
            head = snapshots.head(Index.FORMAT).filter(next -> !next.equals(current));
        }
        return Optional.empty();
    }

    private static Loaded loaded(Snapshots.Head head, List<byte[]> chunks) {
        return new Loaded(
                Following.of(Index.ofChunks(chunks), head.asOf(), head.madeAt()),
                chunks.size(),
                chunks.stream().mapToLong(chunk -> chunk.length).sum());
    }

    /** Whether what expired in the journal may be missing. */
    boolean isTooFarBehind(Following following) {
        return clock.instant().isAfter(following.askedAt().plus(MAX_ABSENCE));
    }

    /**
     * The same index with everything that the journal tells, or empty where that is more than {@code max} entries.
     */
    Optional<Following> readOn(Following from, int max, ReadConsistency consistency) {
        Instant now = clock.instant();
        Journal.Tail tail = journal.since(less(from.asOf(), OVERLAP), max, consistency);
        if (!tail.complete()) {
            return Optional.empty();
        }
        Instant newest = from.newest();
        Map<AggregateKey, Long> wanted = new HashMap<>();
        for (Journal.Entry entry : tail.entries()) {
            if (entry.at().isAfter(newest)) {
                newest = entry.at();
            }
            if (isNews(from, entry)) {
                wanted.merge(entry.key(), entry.version(), Math::max);
            }
        }
        return Optional.of(applied(from, wanted, newest, now, consistency));
    }

    private static boolean isNews(Following from, Journal.Entry entry) {
        return from.index().versionOf(entry.key()) < entry.version()
                && from.failed().getOrDefault(entry.key(), 0L) < entry.version();
    }

    private Following applied(
            Following from, Map<AggregateKey, Long> wanted, Instant newest, Instant now, ReadConsistency consistency) {
        if (wanted.isEmpty()) {
            return new Following(from.index(), newest, now, from.failed(), from.changes());
        }
        List<StoredAggregate> read = dataSet.read(wanted.keySet(), consistency);
        Index index = from.index().with(read);
        Map<AggregateKey, Long> missing = stillWanted(wanted, index);
        if (!missing.isEmpty()) {
            // What the journal tells was stored with its entry: a read that is strongly consistent shows it.
            read = dataSet.read(missing.keySet(), ReadConsistency.STRONG);
            index = index.with(read);
            missing = stillWanted(missing, index);
            report(missing, read);
        }
        Map<AggregateKey, Long> failed = new HashMap<>(from.failed());
        failed.keySet().removeAll(wanted.keySet());
        failed.putAll(missing);
        return new Following(index, newest, now, failed, from.changes() + wanted.size());
    }

    private static Map<AggregateKey, Long> stillWanted(Map<AggregateKey, Long> wanted, Index index) {
        Map<AggregateKey, Long> missing = new HashMap<>(wanted);
        missing.entrySet().removeIf(one -> index.versionOf(one.getKey()) >= one.getValue());
        return missing;
    }

    private void report(Map<AggregateKey, Long> missing, Collection<StoredAggregate> read) {
        Map<AggregateKey, StoredAggregate> byKey = new HashMap<>();
        read.forEach(one -> byKey.put(one.key(), one));
        missing.forEach((key, version) -> {
            StoredAggregate found = byKey.get(key);
            listener.unreadable(
                    found instanceof StoredAggregate.Unreadable unreadable
                            ? unreadable
                            : new StoredAggregate.Unreadable(
                                    key, version, "the journal tells of this version, and it is not stored"));
        });
    }

    private static Instant less(Instant moment, Duration duration) {
        return moment.isBefore(Instant.EPOCH.plus(duration)) ? Instant.EPOCH : moment.minus(duration);
    }
}

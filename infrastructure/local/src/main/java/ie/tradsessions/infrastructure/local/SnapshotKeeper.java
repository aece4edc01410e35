package ie.tradsessions.infrastructure.local;

import ie.tradsessions.application.Storage;
import ie.tradsessions.application.search.FoldSnapshot;
import ie.tradsessions.application.search.RebuildSnapshot;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.UnreadableSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the snapshot of the index up to date, as a schedule does on AWS: makes it where there is none, folds it while the
 * program runs, and makes it from the aggregates once a day.
 */
final class SnapshotKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
    private static final Duration FOLD_EVERY = Duration.ofMinutes(10);
    private static final Duration REBUILD_EVERY = Duration.ofDays(1);

    private final FoldSnapshot foldSnapshot;
    private final RebuildSnapshot rebuildSnapshot;
    private final InstantSource clock;
    private Instant rebuiltAt;

    SnapshotKeeper(Storage storage, InstantSource clock, SearchIndex.Listener listener) {
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        foldSnapshot = new FoldSnapshot(storage, clock, ids, listener);
        rebuildSnapshot = new RebuildSnapshot(storage, clock, ids, listener);
        this.clock = clock;
        rebuiltAt = clock.instant();
    }

    /** Folds, if that is worth it; makes a snapshot from the aggregates where there is none to go on from. */
    void fold() {
        try {
            if (foldSnapshot.fold() instanceof FoldSnapshot.Outcome.NeedsRebuilding) {
                rebuild();
            }
        } catch (UnreadableSnapshot e) {
            LOG.atError().setCause(e).log("the snapshot of the index is made anew");
            rebuild();
        }
    }

    private void rebuild() {
        RebuildSnapshot.Outcome outcome = rebuildSnapshot.rebuild();
        rebuiltAt = clock.instant();
        outcome.unreadable()
                .forEach(one -> LOG.atError()
                        .addArgument(one.key())
                        .addArgument(one.reason())
                        .log("{} is in no list, for it cannot be read: {}"));
        outcome.wrong().forEach(key -> LOG.atError().addArgument(key).log("{} was wrong in the index"));
    }

    /** Goes on until the program ends. */
    void start() {
        Thread.ofVirtual().name("snapshots").start(() -> {
            while (true) {
                try {
                    Thread.sleep(FOLD_EVERY);
                } catch (InterruptedException e) {
                    return;
                }
                keep();
            }
        });
    }

    private void keep() {
        try {
            if (clock.instant().isBefore(rebuiltAt.plus(REBUILD_EVERY))) {
                fold();
            } else {
                rebuild();
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("the snapshot of the index is kept as it is");
        }
    }
}

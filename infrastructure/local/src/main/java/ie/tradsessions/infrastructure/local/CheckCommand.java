package ie.tradsessions.infrastructure.local;

import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.dataset.CheckReviews;
import ie.tradsessions.application.search.RebuildSnapshot;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.UnreadableSnapshot;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads everything that is stored, names what cannot be read, makes the index",
            "of the search anew and counts the reviews; sets right what was wrong, and",
            "says so."
        })
final class CheckCommand extends StoreCommand {
    /** Of each kind; more are counted. */
    private static final int MAX_NAMED = 20;

    CheckCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    void prepare() {
        // Takes nothing but the options.
    }

    @Override
    void work(Store store) throws IOException {
        store.begin();
        Storage ports = store.ports(clock(), saved -> {});
        CheckReviews.Outcome reviews = new CheckReviews(ports).check();
        // After it, since what it sets right is in the index too.
        RebuildSnapshot rebuild =
                new RebuildSnapshot(ports, clock(), () -> UUID.randomUUID().toString(), new ToldInTheEnd());
        RebuildSnapshot.Outcome outcome = rebuild.rebuild();
        out().printf(
                        Locale.ROOT,
                        "Looked at %,d venues, sessions and what was said of them, and at %,d reviews.%n",
                        outcome.aggregates(),
                        reviews.reviews());
        name(
                "cannot be read; repair them with ./run repair FILE, an export of before",
                outcome.unreadable(),
                one -> one.key() + ": " + one.reason());
        name("were wrong in the index, and are set right", outcome.wrong(), String::valueOf);
        name(
                "reviews and what members said cannot be read, so none of them was set right; restore a backup"
                        + " (./run restore FILE) into another folder",
                reviews.unreadable(),
                one -> one);
        name(
                "sessions had a summary that was not the recount of their reviews, and are set right",
                reviews.summaries(),
                one -> "SESSION " + one);
        name(
                "members named a review that is not there, or not the one that is, and are set right",
                reviews.voices(),
                one -> "member " + one.member() + ", SESSION " + one.session());
        if (outcome.unreadable().isEmpty() && outcome.wrong().isEmpty() && reviews.foundNothing()) {
            out().println("Nothing was wrong.");
        }
    }

    private <T> void name(String what, List<T> all, Function<T, String> line) {
        if (all.isEmpty()) {
            return;
        }
        out().printf(Locale.ROOT, "%,d %s:%n", all.size(), what);
        all.stream().limit(MAX_NAMED).forEach(one -> out().println("  " + line.apply(one)));
        if (all.size() > MAX_NAMED) {
            out().printf(Locale.ROOT, "  … and %,d more%n", all.size() - MAX_NAMED);
        }
    }

    /** What the journal leads to is among what was read. */
    private static final class ToldInTheEnd implements SearchIndex.Listener {
        @Override
        public void unreadable(StoredAggregate.Unreadable aggregate) {
            // The outcome names it.
        }

        @Override
        public void stale(Duration age, StorageUnavailable cause) {
            // Nothing is answered from this index.
        }

        @Override
        public void unreadable(UnreadableSnapshot snapshot) {
            // It is replaced.
        }
    }
}

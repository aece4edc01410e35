package ie.tradsessions.application.dataset;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate.Unreadable;
import ie.tradsessions.application.dataset.ExportDataSet.Entry;
import ie.tradsessions.domain.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Saves again, from an export of before, those aggregates that cannot be read, and no others. What was changed between
 * the export and the damage is lost.
 */
public final class RepairAggregates {
    private final Storage storage;

    public RepairAggregates(Storage storage) {
        this.storage = storage;
    }

    /**
     * @param repaired in the order of the export
     * @param left those that the export does not have, or that somebody else saved meanwhile
     */
    public record Outcome(List<AggregateKey> repaired, List<Unreadable> left) {
        public Outcome {
            repaired = List.copyOf(repaired);
            left = List.copyOf(left);
        }
    }

    public Outcome repair(Stream<Entry> export) {
        SortedMap<AggregateKey, Unreadable> unreadable = new TreeMap<>();
        storage.dataSet().readAll(one -> {
            if (one instanceof Unreadable found) {
                unreadable.put(found.key(), found);
            }
        });
        List<AggregateKey> repaired = new ArrayList<>();
        export.forEach(entry -> {
            switch (entry) {
                case Entry.VenueEntry(var venue) ->
                    repair(AggregateKey.of(venue.id()), storage.venues(), venue, unreadable, repaired);
                // They are no aggregates.
                case Entry.ReviewEntry review -> {}
                case Entry.SessionEntry(var session, var feedback) -> {
                    repair(AggregateKey.of(session.id()), storage.sessions(), session, unreadable, repaired);
                    // An export that was made after the damage has none.
                    if (!feedback.equals(Feedback.none(session.id()))) {
                        AggregateKey key = AggregateKey.feedbackOf(session.id());
                        repair(key, storage.feedbacks(), feedback, unreadable, repaired);
                    }
                }
            }
        });
        return new Outcome(repaired, List.copyOf(unreadable.values()));
    }

    private static <A> void repair(
            AggregateKey key,
            AggregateStore<?, A> store,
            A aggregate,
            SortedMap<AggregateKey, Unreadable> unreadable,
            List<AggregateKey> repaired) {
        Unreadable damaged = unreadable.get(key);
        if (damaged != null && store.save(aggregate, damaged.version()) instanceof SaveOutcome.Saved) {
            unreadable.remove(key);
            repaired.add(key);
        }
    }
}

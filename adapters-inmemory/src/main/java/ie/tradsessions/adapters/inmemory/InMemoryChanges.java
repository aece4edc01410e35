package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.StoredAggregate;
import java.util.List;
import java.util.function.Consumer;

final class InMemoryChanges implements Changes {
    private final InMemoryStore store;
    private final InMemoryJournal journal;
    private final Consumer<StoredAggregate> saved;

    InMemoryChanges(InMemoryStore store, InMemoryJournal journal, Consumer<StoredAggregate> saved) {
        this.store = store;
        this.journal = journal;
        this.saved = saved;
    }

    @Override
    public ChangeOutcome save(List<Change> changes) {
        ChangeOutcome outcome = store.save(changes, journal.now());
        if (outcome instanceof ChangeOutcome.Saved) {
            changes.forEach(change -> {
                if (change instanceof Change.Save(var next)) {
                    saved.accept(next);
                }
            });
        }
        return outcome;
    }
}

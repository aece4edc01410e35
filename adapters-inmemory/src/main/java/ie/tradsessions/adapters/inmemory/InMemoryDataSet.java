package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.dataset.DataSet;
import org.jspecify.annotations.Nullable;

public final class InMemoryDataSet implements DataSet {
    private final InMemoryStore store;

    public InMemoryDataSet(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page<Entry> read(int limit, @Nullable PageToken after) {
        return store.read(limit, after);
    }
}

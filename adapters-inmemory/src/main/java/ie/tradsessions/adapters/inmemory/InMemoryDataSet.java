package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.search.DataSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

final class InMemoryDataSet implements DataSet {
    private final InMemoryStore store;

    InMemoryDataSet(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<StoredAggregate> read(Collection<AggregateKey> keys, ReadConsistency consistency) {
        return store.all(keys);
    }

    @Override
    public void readAll(Consumer<StoredAggregate> each) {
        store.all().forEach(each);
    }
}

package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.search.Snapshots;
import java.util.List;
import java.util.Optional;

final class InMemorySnapshots implements Snapshots {
    private final InMemoryStore store;

    InMemorySnapshots(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Head> head(int format) {
        return store.head(format);
    }

    @Override
    public Optional<List<byte[]>> chunks(Head head) {
        return store.chunks(head);
    }

    @Override
    public boolean publish(int format, Head head, List<byte[]> chunks) {
        return store.publish(format, head, chunks);
    }
}

package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

final class InMemorySessionPages implements SessionPages {
    private final InMemoryStore store;

    InMemorySessionPages(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<SessionPage> session(SessionId id, ReadConsistency consistency) {
        return store.page(id);
    }
}

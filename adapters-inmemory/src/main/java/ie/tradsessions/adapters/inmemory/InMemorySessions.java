package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

public final class InMemorySessions implements Sessions {
    private final InMemoryStore store;

    public InMemorySessions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Session>> find(SessionId id) {
        return store.session(id);
    }

    @Override
    public SaveOutcome save(Session session, long expectedVersion) {
        return store.save(session, expectedVersion);
    }
}

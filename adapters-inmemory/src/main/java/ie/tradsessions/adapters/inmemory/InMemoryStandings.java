package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.session.Standings;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Standing;
import java.util.Optional;

public final class InMemoryStandings implements Standings {
    private final InMemoryStore store;

    public InMemoryStandings(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Standing>> find(SessionId id) {
        return store.standing(id);
    }

    @Override
    public SaveOutcome save(Standing standing, long expectedVersion) {
        return store.save(standing, expectedVersion);
    }
}

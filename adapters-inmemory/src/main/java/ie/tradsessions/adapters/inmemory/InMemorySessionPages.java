package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

public final class InMemorySessionPages implements SessionPages {
    private final InMemoryStore store;

    public InMemorySessionPages(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<SessionPage> session(SessionId id) {
        return store.sessionPage(id);
    }

    @Override
    public Optional<VenuePage> venue(VenueId id) {
        return store.venuePage(id);
    }
}

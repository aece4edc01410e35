package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionDirectory;
import ie.tradsessions.application.session.SessionQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public final class InMemorySessionDirectory implements SessionDirectory {
    private final InMemoryStore store;

    public InMemorySessionDirectory(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page<SessionCard> find(SessionQuery query, Instant now, int limit, @Nullable PageToken after) {
        return store.find(query, now, limit, after);
    }
}

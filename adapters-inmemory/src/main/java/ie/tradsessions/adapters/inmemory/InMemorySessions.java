package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;
import java.util.function.Consumer;

final class InMemorySessions extends InMemoryAggregates<SessionId, Session> implements Sessions {
    InMemorySessions(InMemoryStore store, InMemoryJournal journal, Consumer<StoredAggregate> saved) {
        super(store, journal, saved);
    }

    @Override
    AggregateKey key(SessionId id) {
        return AggregateKey.of(id);
    }

    @Override
    StoredAggregate stored(Session session, long version) {
        return new StoredAggregate.OfSession(session, version);
    }

    @Override
    Optional<Versioned<Session>> read(StoredAggregate stored) {
        return stored instanceof StoredAggregate.OfSession(var session, var version)
                ? Optional.of(new Versioned<>(session, version))
                : Optional.empty();
    }
}

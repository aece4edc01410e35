package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

public final class DynamoSessions implements Sessions {
    private final Aggregates aggregates;

    /** @param tokens gives a text that it has never given before */
    public DynamoSessions(Table table, Supplier<String> tokens) {
        this(table, tokens, partition -> {});
    }

    /** @param saved is told the partition of what has been saved, so that what is derived of it need not wait */
    public DynamoSessions(Table table, Supplier<String> tokens, Consumer<String> saved) {
        aggregates = new Aggregates(table, tokens, saved);
    }

    @Override
    public Optional<Versioned<Session>> find(SessionId id) {
        return aggregates.find(SessionItem.key(id), attributes -> SessionItem.session(id, attributes));
    }

    @Override
    public SaveOutcome save(Session session, long expectedVersion) {
        // Venues are never deleted: what is there now is there when the session is stored.
        if (!aggregates.isStored(VenueItem.key(session.venue()))) {
            throw new IllegalStateException("venue " + session.venue() + " is not stored");
        }
        return aggregates.save(SessionItem.key(session.id()), SessionItem.attributes(session), expectedVersion);
    }
}

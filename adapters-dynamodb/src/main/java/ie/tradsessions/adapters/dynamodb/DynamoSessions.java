package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

final class DynamoSessions extends DynamoAggregates<SessionId, Session> implements Sessions {
    DynamoSessions(Table table, JournalWriter journal) {
        super(table, journal);
    }

    @Override
    AggregateKey key(SessionId id) {
        return AggregateKey.of(id);
    }

    @Override
    SessionId id(Session session) {
        return session.id();
    }

    @Override
    Item item(Session session, long version) {
        return AggregateItems.item(session, version);
    }

    @Override
    Optional<Session> aggregate(StoredAggregate stored) {
        return stored instanceof StoredAggregate.OfSession(var session, var version)
                ? Optional.of(session)
                : Optional.empty();
    }
}

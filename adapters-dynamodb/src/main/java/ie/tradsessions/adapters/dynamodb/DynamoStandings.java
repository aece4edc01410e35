package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.item.StandingItem;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.session.Standings;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Standing;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

public final class DynamoStandings implements Standings {
    private final Aggregates aggregates;

    /** @param tokens gives a text that it has never given before */
    public DynamoStandings(Table table, Supplier<String> tokens) {
        this(table, tokens, partition -> {});
    }

    /** @param saved is told the partition of what has been saved, so that what is derived of it need not wait */
    public DynamoStandings(Table table, Supplier<String> tokens, Consumer<String> saved) {
        aggregates = new Aggregates(table, tokens, saved);
    }

    @Override
    public Optional<Versioned<Standing>> find(SessionId id) {
        return aggregates.find(StandingItem.key(id), attributes -> StandingItem.standing(id, attributes));
    }

    @Override
    public SaveOutcome save(Standing standing, long expectedVersion) {
        // Sessions are never deleted: what is there now is there when the standing is stored.
        if (!aggregates.isStored(SessionItem.key(standing.session()))) {
            throw new IllegalStateException("session " + standing.session() + " is not stored");
        }
        return aggregates.save(
                StandingItem.key(standing.session()), StandingItem.attributes(standing), expectedVersion);
    }
}

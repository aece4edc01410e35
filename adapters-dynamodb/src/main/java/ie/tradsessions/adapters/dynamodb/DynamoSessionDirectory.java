package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.list.SessionSearch;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionDirectory;
import ie.tradsessions.application.session.SessionQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers from lists, which follow the collections within about a second. */
public final class DynamoSessionDirectory implements SessionDirectory {
    private final Table table;

    public DynamoSessionDirectory(Table table) {
        this.table = table;
    }

    @Override
    public Page<SessionCard> find(SessionQuery query, Instant now, int limit, @Nullable PageToken after) {
        return new SessionSearch(table, query, now, limit, after).page();
    }
}

package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.derived.Tallies;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.place.SessionCounts;

/** Answers from counts, which follow the collections within about a second. */
public final class DynamoSessionCounts implements SessionCounts {
    private final Table table;

    public DynamoSessionCounts(Table table) {
        this.table = table;
    }

    @Override
    public Counts count() {
        return Tallies.read(table.queryAll(Range.whole(Tallies.PARTITION), Reading.EVENTUAL));
    }
}

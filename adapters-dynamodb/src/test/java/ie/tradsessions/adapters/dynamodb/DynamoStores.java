package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SharedStore;

/** Stores in which there is nothing yet, each a table of its own. */
final class DynamoStores {
    private DynamoStores() {}

    static SharedStore empty() {
        Table table = LocalDynamo.newTable();
        return (clock, saved) -> DynamoStorage.on(table, clock, saved);
    }
}

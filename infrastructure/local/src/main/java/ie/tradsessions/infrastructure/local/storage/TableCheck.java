package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.UnsupportedLayout;

/** Whether this program may use a table. */
final class TableCheck {
    private TableCheck() {}

    /** @throws UnusableStore if a restore into it was not finished, or if it is laid out by another program */
    static void check(Table table) throws UnusableStore {
        try {
            Restore.check(table);
            Layout.check(table);
        } catch (UnsupportedLayout e) {
            throw new UnusableStore(String.valueOf(e.getMessage()));
        }
    }
}

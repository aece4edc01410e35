package ie.tradsessions.adapters.dynamodb.table;

/** The table is not laid out as this program reads and writes it. Nothing was changed. */
public final class UnsupportedLayout extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnsupportedLayout(String message) {
        super(message);
    }
}

package ie.tradsessions.adapters.dynamodb.table;

import ie.tradsessions.application.ReadConsistency;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the table is laid out, as a number that stands in the table itself: which keys there are and what stands under
 * them. A program that lays it out otherwise has another number, and keeps its hands off.
 */
public final class Layout {
    /** That of this program. */
    public static final int VERSION = 2;

    private static final Key KEY = new Key("LAYOUT", "0");
    private static final String NUMBER = "v";

    private Layout() {}

    /**
     * Makes sure that the table is laid out as this program expects; one in which there is nothing yet is from now on.
     *
     * @throws UnsupportedLayout if it is not
     */
    public static void check(Table table) {
        Optional<Integer> stored = stored(table);
        if (stored.isEmpty()) {
            begin(table);
        } else if (stored.get() < VERSION) {
            throw new UnsupportedLayout(
                    "table " + table.name() + " has layout " + stored.get() + ", and this program needs " + VERSION
                            + ": run ./run export FILE with the program that wrote it, and then ./run import FILE"
                            + " with this one into an empty table");
        } else if (stored.get() > VERSION) {
            throw new UnsupportedLayout("table " + table.name() + " has layout " + stored.get()
                    + ", written by a newer program; this one knows " + VERSION + ": use the newer one");
        }
    }

    /** Whether an item tells the layout, rather than being laid out by it. */
    public static boolean isToldBy(Key key) {
        return key.equals(KEY);
    }

    private static Optional<Integer> stored(Table table) {
        return table.get(KEY, ReadConsistency.STRONG).map(item -> {
            AttributeValue number = item.attributes().get(NUMBER);
            if (number == null || number.n() == null) {
                throw new UnsupportedLayout("table " + table.name() + " does not tell its layout");
            }
            return Integer.valueOf(number.n());
        });
    }

    private static void begin(Table table) {
        if (!table.isEmpty()) {
            throw new UnsupportedLayout("table " + table.name()
                    + " holds something, but not by a layout of this program: name another table");
        }
        Item layout = new Item(KEY, Map.of(NUMBER, AttributeValue.fromN(Integer.toString(VERSION))));
        if (table.put(layout, Condition.ABSENT) instanceof PutOutcome.Refused) {
            // Somebody else has begun at the same moment.
            check(table);
        }
    }
}

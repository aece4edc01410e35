package ie.tradsessions.adapters.dynamodb.table;

import org.jspecify.annotations.Nullable;

/**
 * Some of a partition, in its order.
 *
 * @param from the first sort key, if there is such an item
 * @param to the last sort key, if there is such an item
 * @param after a sort key after which to go on, or null to begin at {@code from}
 * @param limit at most so many items; a call may bring fewer, since it ends at 1 MB
 */
public record Range(
        String partition, String from, String to, @Nullable String after, int limit) {
    /** Comes before every sort key. */
    public static final String FIRST = "\u0001";

    /** Comes after every sort key. */
    public static final String LAST = "\udbff\udfff";

    public static Range whole(String partition) {
        return new Range(partition, FIRST, LAST, null, Integer.MAX_VALUE);
    }

    /** All sort keys that begin like this. */
    public static Range beginning(String partition, String start) {
        return new Range(partition, start, start + LAST, null, Integer.MAX_VALUE);
    }

    public Range after(@Nullable String sort) {
        return new Range(partition, from, to, sort, limit);
    }

    public Range first(int most) {
        return new Range(partition, from, to, after, most);
    }
}

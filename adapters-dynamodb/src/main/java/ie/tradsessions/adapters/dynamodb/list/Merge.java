package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Rows;
import ie.tradsessions.adapters.dynamodb.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through lists of one order as if they were one, and reads no further than it must. What stands in several of
 * them, or twice because it is just being moved, is met once.
 *
 * @param <T> what stands in the lists
 */
final class Merge<T> {
    /** So many calls are made side by side. */
    static final int SIDE_BY_SIDE = 4;

    private static final int MAX_AT_ONCE = 4000;
    private static final int GROWTH = 4;

    /** What was met, and where it stands in the order. */
    record Met<T>(String place, T value) {}

    private static final class Source {
        Range rest;
        final Deque<Item> read = new ArrayDeque<>();
        boolean ended;

        Source(Range range) {
            rest = range;
        }

        void add(Rows rows) {
            read.addAll(rows.items());
            String last = rows.last();
            if (last == null) {
                ended = true;
            } else {
                rest = rest.after(last);
            }
        }
    }

    private final Table table;
    private final Function<Item, Optional<T>> reading;
    private final List<Source> sources;
    private final Set<String> met = new HashSet<>();
    private int most;

    /**
     * @param lists sort keys end with the identifier of what stands there
     * @param reading empty for what is left out
     * @param most how many items are asked for first; later ever more
     */
    Merge(Table table, List<Range> lists, Function<Item, Optional<T>> reading, int most) {
        this.table = table;
        this.reading = reading;
        this.most = most;
        sources = lists.stream().map(Source::new).toList();
    }

    /** The next {@code count} that are wanted, or as many as there are. */
    List<Met<T>> next(int count, Predicate<? super T> wanted) {
        List<Met<T>> found = new ArrayList<>();
        while (found.size() < count) {
            fill();
            Item item = poll();
            if (item == null) {
                break;
            }
            if (met.add(identifier(item))) {
                reading.apply(item)
                        .filter(wanted)
                        .ifPresent(value -> found.add(new Met<>(item.key().sort(), value)));
            }
        }
        return found;
    }

    /** Reads on wherever nothing is left of what was read. */
    private void fill() {
        fill(List.of(this));
    }

    /** Reads on in all of them, wherever nothing is left of what was read. */
    static <T> void fill(List<Merge<T>> merges) {
        List<Source> hungry = new ArrayList<>();
        List<Range> wanted = new ArrayList<>();
        for (Merge<T> merge : merges) {
            for (Source source : merge.sources) {
                if (source.read.isEmpty() && !source.ended) {
                    hungry.add(source);
                    wanted.add(source.rest.first(merge.most));
                }
            }
        }
        if (hungry.isEmpty()) {
            return;
        }
        Table table = merges.getFirst().table;
        for (int from = 0; from < hungry.size(); from += SIDE_BY_SIDE) {
            int to = Math.min(hungry.size(), from + SIDE_BY_SIDE);
            List<Rows> rows = table.query(wanted.subList(from, to), Reading.EVENTUAL);
            for (int i = from; i < to; i++) {
                hungry.get(i).add(rows.get(i - from));
            }
        }
        merges.forEach(merge ->
                merge.most = merge.most >= MAX_AT_ONCE ? merge.most : Math.min(MAX_AT_ONCE, merge.most * GROWTH));
        // A call may bring nothing and still not be the last.
        fill(merges);
    }

    /** Whether all that there is has been read. */
    boolean hasReadAll() {
        return sources.stream().allMatch(source -> source.ended);
    }

    /** How many of those that were read and not yet met are wanted. */
    long countRead(Predicate<? super T> wanted) {
        return sources.stream()
                .flatMap(source -> source.read.stream())
                .map(reading)
                .flatMap(Optional::stream)
                .filter(wanted)
                .count();
    }

    private @Nullable Item poll() {
        Source first = null;
        for (Source source : sources) {
            Item head = source.read.peek();
            if (head != null
                    && (first == null
                            || SortableText.ORDER.compare(
                                            head.key().sort(),
                                            first.read.element().key().sort())
                                    < 0)) {
                first = source;
            }
        }
        return first == null ? null : first.read.poll();
    }

    private static String identifier(Item item) {
        String sort = item.key().sort();
        return sort.substring(sort.length() - ListedSession.ID_LENGTH);
    }
}

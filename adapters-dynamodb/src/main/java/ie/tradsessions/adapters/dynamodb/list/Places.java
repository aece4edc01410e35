package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns places in an order into positions of pages and back. */
final class Places {
    private Places() {}

    /** @throws InvalidValue if the position is not one of this order, which is by number */
    static @Nullable String byNumber(@Nullable PageToken position, char order) {
        String place = of(position, order);
        if (place != null && !SortableText.isByNumber(place)) {
            throw foreign();
        }
        return place;
    }

    /** @throws InvalidValue if the position is not one of this order, which is by name */
    static @Nullable String byName(@Nullable PageToken position, char order) {
        String place = of(position, order);
        if (place != null && !SortableText.isByName(place)) {
            throw foreign();
        }
        return place;
    }

    /** @throws InvalidValue if the position is not of this order; nothing is said of the rest of it */
    static @Nullable String of(@Nullable PageToken position, char order) {
        if (position == null) {
            return null;
        }
        String value = position.value();
        if (value.isEmpty() || value.charAt(0) != order) {
            throw foreign();
        }
        return value.substring(1);
    }

    static InvalidValue foreign() {
        return new InvalidValue("cursor", "as an earlier answer gave it");
    }

    /** @param met one more than the page may hold, if there are so many */
    static <T, R> Page<R> page(List<Merge.Met<T>> met, int limit, char order, Function<T, R> shown) {
        List<R> items = new ArrayList<>();
        met.stream().limit(limit).forEach(one -> items.add(shown.apply(one.value())));
        PageToken next =
                met.size() > limit ? new PageToken(order + met.get(limit - 1).place()) : null;
        return new Page<>(items, next);
    }

    /** The first of many that were met in no order. */
    static <T> List<Merge.Met<T>> first(Iterable<T> all, Function<T, String> place, @Nullable String after, int count) {
        NavigableMap<String, T> ordered = new TreeMap<>(SortableText.ORDER);
        for (T one : all) {
            String at = place.apply(one);
            boolean wanted = after == null || SortableText.ORDER.compare(at, after) > 0;
            if (wanted && (ordered.size() < count || SortableText.ORDER.compare(at, ordered.lastKey()) < 0)) {
                ordered.put(at, one);
                if (ordered.size() > count) {
                    ordered.pollLastEntry();
                }
            }
        }
        List<Merge.Met<T>> first = new ArrayList<>();
        ordered.forEach((at, one) -> first.add(new Merge.Met<>(at, one)));
        return first;
    }
}

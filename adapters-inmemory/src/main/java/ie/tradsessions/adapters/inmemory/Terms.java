package ie.tradsessions.adapters.inmemory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Finds things by how the words about them begin. */
final class Terms<T> {
    /** Comes after every letter and digit. */
    private static final char LAST = '\uffff';

    private final NavigableMap<String, Set<T>> items = new TreeMap<>();

    void add(Collection<String> terms, T item) {
        for (String term : terms) {
            items.computeIfAbsent(term, some -> new HashSet<>()).add(item);
        }
    }

    void remove(Collection<String> terms, T item) {
        for (String term : terms) {
            items.computeIfPresent(term, (some, those) -> {
                those.remove(item);
                return those.isEmpty() ? null : those;
            });
        }
    }

    /**
     * The things about which a word begins with the rarest of the given words: few, and all that can match. The sets
     * overlap.
     */
    Collection<Set<T>> candidates(List<String> words) {
        Collection<Set<T>> fewest = List.of();
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            Collection<Set<T>> those = items.subMap(word, word + LAST).values();
            int count = those.stream().mapToInt(Set::size).sum();
            if (count < least) {
                least = count;
                fewest = those;
            }
        }
        return fewest;
    }
}

package ie.tradsessions.adapters.inmemory;

import java.util.Comparator;
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

    void add(Set<String> terms, T item) {
        for (String term : terms) {
            items.computeIfAbsent(term, some -> new HashSet<>()).add(item);
        }
    }

    void remove(Set<String> terms, T item) {
        for (String term : terms) {
            items.computeIfPresent(term, (some, those) -> {
                those.remove(item);
                return those.isEmpty() ? null : those;
            });
        }
    }

    /** Everything about which a word begins with the longest of the given words: few, and all that can match. */
    Set<T> candidates(List<String> words) {
        Set<T> found = new HashSet<>();
        words.stream()
                .max(Comparator.comparingInt(String::length))
                .ifPresent(longest -> items.subMap(longest, longest + LAST)
                        .values()
                        .forEach(found::addAll));
        return found;
    }

    /** Whether each of the words begins one of the terms. */
    static boolean match(Set<String> terms, List<String> words) {
        for (String word : words) {
            boolean begins = false;
            for (String term : terms) {
                if (term.startsWith(word)) {
                    begins = true;
                    break;
                }
            }
            if (!begins) {
                return false;
            }
        }
        return true;
    }
}

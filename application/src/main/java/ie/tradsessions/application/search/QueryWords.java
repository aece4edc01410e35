package ie.tradsessions.application.search;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.SearchText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query's text, and of which counties each of them begins a name; a text is found in a row as {@link
 * SearchText} says. Immutable.
 */
final class QueryWords {
    private static final SearchText NOTHING = new SearchText(List.of());

    private final List<String> words;
    private final List<Set<County>> counties;
    /** For each piece of the text its spellings, as places in the words. */
    private final int[][][] pieces;

    private QueryWords(SearchText text) {
        words = text.pieces().stream()
                .flatMap(piece -> piece.spellings().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        counties = words.stream().map(CountyNames::beginningWith).toList();
        pieces = text.pieces().stream()
                .map(piece -> piece.spellings().stream()
                        .map(spelling ->
                                spelling.stream().mapToInt(words::indexOf).toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    /** The terms of each county's names; worked out when a text is first looked for. */
    private static final class CountyNames {
        static final Map<County, List<String>> TERMS = terms();

        private static Map<County, List<String>> terms() {
            Map<County, List<String>> terms = new EnumMap<>(County.class);
            for (County county : County.values()) {
                terms.put(county, SearchTerms.sorted(SearchTerms.of(county)));
            }
            return Collections.unmodifiableMap(terms);
        }

        static Set<County> beginningWith(String word) {
            Set<County> counties = EnumSet.noneOf(County.class);
            TERMS.forEach((county, terms) -> {
                if (SearchTerms.anyBegins(terms, word)) {
                    counties.add(county);
                }
            });
            return counties;
        }
    }

    /** @param text as typed, or null */
    static QueryWords of(@Nullable String text) {
        return new QueryWords(text == null ? NOTHING : SearchText.of(text));
    }

    /** @throws InvalidValue on the field {@code q} if there is nothing to search for in a text */
    static void check(@Nullable String text) {
        if (text != null && SearchText.of(text).isEmpty()) {
            throw new InvalidValue("q", "text with a letter or a digit in it");
        }
    }

    int count() {
        return words.size();
    }

    String get(int word) {
        return words.get(word);
    }

    /** Not to be changed. */
    Set<County> counties(int word) {
        return counties.get(word);
    }

    /** For each piece of the text some rows among which all are that it is found in. */
    List<Candidates> candidates(IntFunction<Candidates> withWord) {
        List<Candidates> candidates = new ArrayList<>();
        for (int[][] spellings : pieces) {
            List<Candidates> found = new ArrayList<>();
            for (int[] spelling : spellings) {
                // The rarest of its words will do.
                found.add(IntStream.of(spelling)
                        .mapToObj(withWord)
                        .min(Comparator.comparingLong(Candidates::count))
                        .orElseThrow());
            }
            candidates.add(Candidates.anyOf(found));
        }
        return candidates;
    }

    /** Whether the text is found among the terms of the row and of its county's names. */
    boolean match(VenueRow row) {
        for (int[][] spellings : pieces) {
            if (!matchAny(spellings, row)) {
                return false;
            }
        }
        return true;
    }

    private boolean matchAny(int[][] spellings, VenueRow row) {
        for (int[] spelling : spellings) {
            if (matchAll(spelling, row)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchAll(int[] spelling, VenueRow row) {
        for (int word : spelling) {
            if (!row.hasTerm(word) && !isIn(counties.get(word), row.county())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(Set<County> counties, @Nullable County county) {
        return county != null && counties.contains(county);
    }
}

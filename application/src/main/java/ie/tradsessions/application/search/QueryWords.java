package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.FoldedText;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a query's text, and of which counties each of them begins a name. Immutable. */
final class QueryWords {
    private final List<String> words;
    private final List<Set<County>> counties;

    private QueryWords(List<String> words) {
        this.words = words;
        counties = words.stream().map(CountyNames::beginningWith).toList();
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
        return new QueryWords(text == null ? List.of() : FoldedText.words(text));
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

    /** Whether each word begins a term of the row or of its county's names. */
    boolean match(VenueRow row) {
        for (int word = 0; word < words.size(); word++) {
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

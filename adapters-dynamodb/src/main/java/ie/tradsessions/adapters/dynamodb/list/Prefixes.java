package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.domain.place.County;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The beginnings of words under which things are listed. Not of every length, because each list is one more write for
 * whatever stands in it: a word between two lengths is looked up in the list of the shorter one, most of which it begins
 * too.
 *
 * <p>Everything in a county is found by the county's names too: those lists exist already, so a word that could begin
 * such a name is looked up in both. Only the shortest words, with which the names of many counties begin, are listed
 * with the others.
 */
final class Prefixes {
    /** In letters. Lists of few letters are long ones, so there is one for each of them. */
    private static final int[] LENGTHS = {1, 2, 3, 5, 8};

    private static final int LONGEST = LENGTHS[LENGTHS.length - 1];

    private static final int LONGEST_WITH_COUNTIES = 2;

    private static final Map<County, List<String>> TERMS = terms();

    private Prefixes() {}

    static Set<String> of(Collection<String> terms, Collection<String> termsOfCounty) {
        Set<String> prefixes = new HashSet<>();
        terms.forEach(term -> add(prefixes, term, LONGEST));
        termsOfCounty.forEach(term -> add(prefixes, term, LONGEST_WITH_COUNTIES));
        return prefixes;
    }

    /** The one under which everything stands of which a term begins with a word. */
    static String of(String word) {
        return start(word, lengthFor(word));
    }

    private static int lengthFor(String word) {
        int letters = letters(word);
        int length = 0;
        for (int some : LENGTHS) {
            if (some <= letters) {
                length = some;
            }
        }
        return length;
    }

    /** The counties whose lists must be looked at too. */
    static List<County> counties(String word) {
        List<County> counties = new ArrayList<>();
        if (letters(word) > LONGEST_WITH_COUNTIES) {
            TERMS.forEach((county, terms) -> {
                if (SearchTerms.match(terms, List.of(word))) {
                    counties.add(county);
                }
            });
        }
        return counties;
    }

    private static Map<County, List<String>> terms() {
        Map<County, List<String>> terms = new EnumMap<>(County.class);
        for (County county : County.values()) {
            terms.put(county, SearchTerms.sorted(SearchTerms.of(county)));
        }
        return Collections.unmodifiableMap(terms);
    }

    private static void add(Set<String> prefixes, String term, int most) {
        int longest = Math.min(letters(term), most);
        for (int length : LENGTHS) {
            if (length <= longest) {
                prefixes.add(start(term, length));
            }
        }
    }

    private static int letters(String word) {
        return word.codePointCount(0, word.length());
    }

    private static String start(String word, int letters) {
        return word.substring(0, word.offsetByCodePoints(0, letters));
    }
}

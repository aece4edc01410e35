package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Venue;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folded words under which a venue, and whatever is on there, is found: those of its names, also former ones, its
 * town and its region, and those of its county's names in both languages.
 */
final class SearchTerms {
    private SearchTerms() {}

    /** Those of a venue, without the names of its county. */
    static Set<String> withoutCounty(Venue venue) {
        Set<String> terms = new HashSet<>();
        venue.names().forEach(name -> addTo(terms, name));
        venue.formerNames().forEach(name -> addTo(terms, name));
        addTo(terms, venue.place().town());
        addTo(terms, venue.place().region());
        return terms;
    }

    /** Those of a county's names, of which every venue in it is found. */
    static Set<String> of(County county) {
        Set<String> terms = new HashSet<>();
        addTo(terms, county.englishName());
        addTo(terms, county.irishName());
        county.aliases().forEach(name -> addTo(terms, name));
        return terms;
    }

    /** The form in which {@link #anyBegins} looks terms up. */
    static List<String> sorted(Collection<String> terms) {
        return terms.stream().distinct().sorted().toList();
    }

    /** Whether one of the sorted terms begins with a word. */
    static boolean anyBegins(List<String> sorted, String word) {
        int at = Collections.binarySearch(sorted, word);
        // Where the word itself is not, what begins with it comes next.
        return at >= 0 || (~at < sorted.size() && sorted.get(~at).startsWith(word));
    }

    private static void addTo(Set<String> terms, @Nullable String name) {
        if (name != null) {
            terms.addAll(FoldedText.terms(name));
        }
    }
}

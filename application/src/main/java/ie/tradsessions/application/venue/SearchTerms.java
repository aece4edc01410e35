package ie.tradsessions.application.venue;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Venue;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folded words under which a venue, and whatever is on there, is found. */
public final class SearchTerms {
    private SearchTerms() {}

    public static Set<String> of(Venue venue) {
        return with(venue.place().county(), withoutCounty(venue));
    }

    /** As {@link #of(Venue)}, without the names of the county. */
    public static Set<String> withoutCounty(Venue venue) {
        Set<String> terms = withoutCounty(VenueSummary.of(venue));
        venue.names().forEach(name -> addTo(terms, name));
        return terms;
    }

    /** Those that a summary tells; a venue's Irish name and its others are not among them. */
    public static Set<String> of(VenueSummary venue) {
        return with(venue.county(), withoutCounty(venue));
    }

    /** As {@link #of(VenueSummary)}, without the names of the county. */
    public static Set<String> withoutCounty(VenueSummary venue) {
        Set<String> terms = new HashSet<>(FoldedText.terms(venue.name()));
        addTo(terms, venue.town());
        addTo(terms, venue.region());
        return terms;
    }

    /** Those of a county's names, of which every venue in it is found. */
    public static Set<String> of(County county) {
        Set<String> terms = new HashSet<>(FoldedText.terms(county.englishName()));
        terms.addAll(FoldedText.terms(county.irishName()));
        county.aliases().forEach(name -> terms.addAll(FoldedText.terms(name)));
        return terms;
    }

    /** The form in which {@link #match} looks terms up. */
    public static List<String> sorted(Collection<String> terms) {
        return terms.stream().distinct().sorted().toList();
    }

    /** Whether each of the words begins one of the sorted terms. */
    public static boolean match(List<String> sorted, List<String> words) {
        for (String word : words) {
            int at = Collections.binarySearch(sorted, word);
            // Where the word itself is not, what begins with it comes next.
            if (at < 0 && (~at == sorted.size() || !sorted.get(~at).startsWith(word))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> with(@Nullable County county, Set<String> terms) {
        if (county != null) {
            terms.addAll(of(county));
        }
        return terms;
    }

    private static void addTo(Set<String> terms, @Nullable String name) {
        if (name != null) {
            terms.addAll(FoldedText.terms(name));
        }
    }
}

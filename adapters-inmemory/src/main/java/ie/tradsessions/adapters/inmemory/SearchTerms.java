package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Venue;
import java.util.HashSet;
import java.util.Set;

/** The folded words under which a venue, and whatever is on there, is found. */
final class SearchTerms {
    private SearchTerms() {}

    static Set<String> of(Venue venue) {
        Set<String> terms = new HashSet<>();
        venue.names().forEach(name -> terms.addAll(FoldedText.terms(name)));
        Place place = venue.place();
        if (place.town() != null) {
            terms.addAll(FoldedText.terms(place.town()));
        }
        if (place.region() != null) {
            terms.addAll(FoldedText.terms(place.region()));
        }
        County county = place.county();
        if (county != null) {
            terms.addAll(FoldedText.terms(county.englishName()));
            terms.addAll(FoldedText.terms(county.irishName()));
            county.aliases().forEach(name -> terms.addAll(FoldedText.terms(name)));
        }
        return terms;
    }
}

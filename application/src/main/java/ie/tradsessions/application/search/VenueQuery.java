package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.County;
import org.jspecify.annotations.Nullable;

/**
 * Which venues somebody looks for; what is null does not matter.
 *
 * @param text as typed; a venue matches if each of its words begins a word of the venue's names, town, county or region
 */
public record VenueQuery(
        @Nullable String text,
        @Nullable Nearby near,
        @Nullable County county) {
    /** @throws ie.tradsessions.domain.InvalidValue on the field {@code q} if there is nothing to search for in the text */
    public VenueQuery {
        QueryWords.check(text);
    }
}

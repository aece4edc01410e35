package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.VenueCard;
import ie.tradsessions.application.venue.VenueDirectory;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the venue that a row of a session means, among those that are known. */
final class VenueOfSession {
    private static final int PAGE = 100;

    private final Venues venues;
    private final VenueDirectory directory;

    VenueOfSession(Venues venues, VenueDirectory directory) {
        this.venues = venues;
        this.directory = directory;
    }

    /** By the key of a venue of our own files, or of an element of OpenStreetMap. */
    Optional<VenueId> byKey(String key) {
        if (key.length() > 200) {
            return Optional.empty();
        }
        String dataset = OsmTags.isElement(key) ? Source.OPENSTREETMAP : VenueColumns.FROM_FILES;
        return directory.from(new Source(dataset, key));
    }

    /**
     * By a name that only one venue has, in the town or county if one is given.
     *
     * @throws InvalidValue if none has it, or several
     */
    VenueId byName(String name, @Nullable String town, @Nullable County county) {
        Set<VenueId> named = new LinkedHashSet<>();
        @Nullable PageToken after = null;
        do {
            Page<VenueCard> page = directory.find(new VenueQuery(name, null, county), PAGE, after);
            page.items().stream()
                    .map(card -> card.venue().id())
                    .filter(id -> venues.find(id)
                            .map(Versioned::value)
                            .filter(venue -> isMeant(venue, name, town))
                            .isPresent())
                    .forEach(named::add);
            after = page.next();
        } while (after != null && named.size() < 2);
        if (named.isEmpty()) {
            throw new InvalidValue("venue", "a key or name of a known venue, or a name with lat and lon");
        }
        if (named.size() > 1) {
            throw new InvalidValue(
                    "venue", "a name that one venue has; several do: give its town, county or lat and lon");
        }
        return named.iterator().next();
    }

    private static boolean isMeant(Venue venue, String name, @Nullable String town) {
        String folded = FoldedText.fold(name);
        String itsTown = venue.place().town();
        return venue.names().stream().map(FoldedText::fold).anyMatch(folded::equals)
                && (town == null || (itsTown != null && FoldedText.fold(itsTown).equals(FoldedText.fold(town))));
    }
}

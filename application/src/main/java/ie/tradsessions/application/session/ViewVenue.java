package ie.tradsessions.application.session;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows a venue with its sessions, without those that have ended; where it is closed for good they are in doubt. */
public final class ViewVenue {
    private final SearchIndex index;
    private final InstantSource clock;

    public ViewVenue(SearchIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    /**
     * @param version the venue's
     * @param sessions in the order of their identifiers
     */
    public record View(long version, Venue venue, List<Listing> sessions) {}

    public Optional<View> view(VenueId id) {
        Index current = index.current();
        // Nobody is told that there is no such venue by an index that may be behind.
        Index newEnough = current.venue(id).isPresent() ? current : index.latest();
        return newEnough.venue(id).map(venue -> viewOf(venue, newEnough));
    }

    private View viewOf(Versioned<Venue> venue, Index current) {
        Instant now = clock.instant();
        return new View(
                venue.version(),
                venue.value(),
                current.sessionsAt(venue.value().id()).stream()
                        .map(card -> Listing.at(now, card, null))
                        .filter(listing -> listing.freshness() != Freshness.ENDED)
                        .toList());
    }
}

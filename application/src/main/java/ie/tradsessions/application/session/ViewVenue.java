package ie.tradsessions.application.session;

import ie.tradsessions.application.session.SessionPages.VenuePage;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows a venue with its sessions, without those that have ended. */
public final class ViewVenue {
    private final SessionPages pages;
    private final InstantSource clock;

    public ViewVenue(SessionPages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    public record View(VenuePage page, List<Listing> sessions) {}

    public Optional<View> view(VenueId id) {
        Instant now = clock.instant();
        return pages.venue(id)
                .map(page -> new View(
                        page,
                        page.sessions().stream()
                                .map(card -> Listing.at(now, card, null))
                                .filter(listing -> listing.freshness() != Freshness.ENDED)
                                .toList()));
    }
}

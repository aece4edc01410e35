package ie.tradsessions.application.venue;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

/** All venues. */
public interface Venues {
    Optional<Versioned<Venue>> find(VenueId id);

    /**
     * Stores a venue whole, or nothing of it.
     *
     * @param expectedVersion the version that the caller changed, or {@link SaveOutcome#NEW}
     */
    SaveOutcome save(Venue venue, long expectedVersion);
}

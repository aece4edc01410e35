package ie.tradsessions.application.venue;

import ie.tradsessions.domain.venue.Corrections;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueField;

/** Keeps what members corrected of venues from being overwritten by data sets. */
final class MemberCorrections {
    private final VenueHistory history;

    MemberCorrections(VenueHistory history) {
        this.history = history;
    }

    /**
     * The venue as a data set would have it, but for what members corrected; of more than
     * {@value VenueHistory#MAX_SHOWN} changes the latest count. The history is read only where the data set would alter
     * a field.
     */
    Venue keptIn(Venue known, Venue told) {
        return VenueField.differing(known, told).isEmpty()
                ? told
                : Corrections.in(known, history.of(known.id())).keptIn(told);
    }
}

package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

/** What merging venues has moved; {@link ie.tradsessions.application.Changes} store it. Every read is up to date. */
public interface Merges {
    /** Empty where the venue was not merged into another, or that is undone. */
    Optional<Versioned<MergeRecord>> of(VenueId from);
}

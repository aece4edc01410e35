package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.List;

/**
 * Merges a venue into another one that is the same: its sessions are there from then on, and its address leads there.
 * Asking again finishes what was interrupted. Moderators may.
 */
public final class MergeVenues {
    private final VenueMerging merging;
    private final InstantSource clock;

    public MergeVenues(Storage storage, SearchIndex index, InstantSource clock) {
        merging = new VenueMerging(storage, index, clock);
        this.clock = clock;
    }

    /** @param note why, for the log */
    public record Command(Identity who, VenueId from, VenueId into, String note) {}

    public sealed interface Outcome {
        /** @param moved the sessions that are at the other venue because of it */
        record Merged(List<SessionId> moved) implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** One of the two was merged into another before. */
        record IsMerged(VenueId venue, VenueId into) implements Outcome {}
    }

    /**
     * @throws ie.tradsessions.domain.InvalidValue if both are the same, have more sources together than one may have, or
     *     the note is empty or too long
     */
    public Outcome merge(Command command) {
        if (!command.who().moderator()) {
            return new Outcome.NotAllowed();
        }
        Decided decided = new Decided(new Decision.Merge(command.into()), command.note(), clock.instant());
        return switch (merging.merge(
                command.from(), command.into(), command.who().member(), decided.note())) {
            case VenueMerging.Result.Merged(var moved) -> new Outcome.Merged(moved);
            case VenueMerging.Result.NoSuchVenue(var venue) -> new Outcome.NoSuchVenue(venue);
            case VenueMerging.Result.IsMerged(var venue, var into) -> new Outcome.IsMerged(venue, into);
        };
    }
}

package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.List;

/**
 * Undoes that a venue was merged into another one: what was moved, and is still there, is moved back. Asking again
 * finishes what was interrupted. Moderators may.
 */
public final class UndoMerge {
    private static final String NOTE = "The merge was undone.";

    private final VenueMerging merging;

    public UndoMerge(Storage storage, SearchIndex index, InstantSource clock) {
        merging = new VenueMerging(storage, index, clock);
    }

    public record Command(Identity who, VenueId from) {}

    public sealed interface Outcome {
        /** @param moved the sessions that were moved back now */
        record Undone(List<SessionId> moved) implements Outcome {}

        record NotAllowed() implements Outcome {}

        /** It is not merged into another one. */
        record NoSuchMerge(VenueId from) implements Outcome {}

        /** The other venue was merged itself meanwhile; that has to be undone first. */
        record IsMerged(VenueId venue, VenueId into) implements Outcome {}
    }

    public Outcome undo(Command command) {
        if (!command.who().moderator()) {
            return new Outcome.NotAllowed();
        }
        return switch (merging.undo(command.from(), command.who().member(), NOTE)) {
            case VenueMerging.UndoResult.Undone(var moved) -> new Outcome.Undone(moved);
            case VenueMerging.UndoResult.NoSuchMerge none -> new Outcome.NoSuchMerge(command.from());
            case VenueMerging.UndoResult.IsMerged(var venue, var into) -> new Outcome.IsMerged(venue, into);
        };
    }
}

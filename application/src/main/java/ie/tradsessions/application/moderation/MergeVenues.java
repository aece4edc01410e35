package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges a venue into another one that is the same: its sessions are there from then on, and its address leads there. What
 * was reported of it is decided by that, and so is what was reported of the other one, where that is only that it is there
 * twice. Asking again finishes what was interrupted. Moderators may.
 */
public final class MergeVenues {
    private final VenueMerging merging;
    private final Cases cases;
    private final Changes changes;
    private final InstantSource clock;

    public MergeVenues(Storage storage, SearchIndex index, InstantSource clock) {
        merging = new VenueMerging(storage, index, clock);
        cases = storage.cases();
        changes = storage.changes();
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
        VenueMerging.Beginning begun = Attempts.untilSaved("venue " + command.from(), failed -> attempt(command));
        return switch (begun) {
            case VenueMerging.Beginning.Marked marked ->
                new Outcome.Merged(merging.finish(command.from(), command.into()));
            case VenueMerging.Beginning.NoSuchVenue(var venue) -> new Outcome.NoSuchVenue(venue);
            case VenueMerging.Beginning.IsMerged(var venue, var into) -> new Outcome.IsMerged(venue, into);
        };
    }

    /** Empty where somebody else was faster. */
    private Optional<VenueMerging.Beginning> attempt(Command command) {
        Optional<Versioned<Case>> waiting = cases.find(new Subject.OfVenue(command.from()))
                .filter(its -> its.value().isOpen());
        Decided decided = new Decided(new Decision.Merge(command.into()), command.note(), clock.instant());
        VenueMerging.Beginning begun =
                merging.begin(command.from(), command.into(), command.who().member(), decided);
        List<Change> all = new ArrayList<>();
        if (begun instanceof VenueMerging.Beginning.Marked(var marks)) {
            all.addAll(marks);
            waiting.ifPresent(
                    its -> all.add(new Change.SaveCase(its, its.value().with(decided))));
        }
        return all.isEmpty() || changes.save(all) instanceof ChangeOutcome.Saved
                ? Optional.of(begun)
                : Optional.empty();
    }
}

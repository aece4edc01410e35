package ie.tradsessions.application.venue;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.venue.VenueEditor.Edit;
import ie.tradsessions.application.venue.VenueEditor.Next;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

/**
 * Undoes what a member changed of a venue: what that change altered is as it was before, and the rest stays as it is.
 * Any member may: undoing is a change too, which is kept and can be undone.
 */
public final class UndoVenueChange {
    private final VenueEditor editor;
    private final VenueHistory history;

    public UndoVenueChange(MemberRequests requests, Venues venues, VenueHistory history) {
        editor = new VenueEditor(requests, venues);
        this.history = history;
    }

    /**
     * @param expectedVersion the version of the venue that was seen
     * @param change the version that the change made
     */
    public record Command(Identity who, VenueId venue, long expectedVersion, long change) {}

    public sealed interface Outcome permits VenueEdit, Outcome.NoSuchChange, Outcome.Superseded {
        /** There is none of that version among the latest {@value VenueHistory#MAX_SHOWN}. */
        record NoSuchChange(long change) implements Outcome {}

        /** Some of what it altered was changed again since; nothing was stored. */
        record Superseded() implements Outcome {}
    }

    public Outcome undo(Command command) {
        return editor.carryOut(new Edit<Outcome>(
                command.who(),
                command.venue(),
                command.expectedVersion(),
                edit -> edit,
                (venue, file, now) -> undone(venue, command)));
    }

    private Next<Outcome> undone(Venue venue, Command command) {
        Optional<VenueChange> change = history.of(command.venue()).stream()
                .filter(one -> one.version() == command.change())
                .findFirst();
        if (change.isEmpty()) {
            return new Next.Refused<>(new Outcome.NoSuchChange(command.change()));
        }
        return change.get()
                .undoneIn(venue)
                .<Next<Outcome>>map(Next.Is::new)
                .orElseGet(() -> new Next.Refused<>(new Outcome.Superseded()));
    }
}

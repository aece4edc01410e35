package ie.tradsessions.application.venue;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.venue.VenueEditor.Edit;
import ie.tradsessions.application.venue.VenueEditor.Next;
import ie.tradsessions.domain.venue.VenueId;

/**
 * Says that a venue is not closed, whoever said that it is: its sessions go on as they were. Any member may; as every
 * correction of a venue it is kept, and can be undone.
 */
public final class SayVenueOpen {
    private final VenueEditor editor;

    public SayVenueOpen(MemberRequests requests, Venues venues) {
        editor = new VenueEditor(requests, venues);
    }

    public record Command(Identity who, VenueId venue) {}

    public VenueEdit say(Command command) {
        return editor.carryOut(new Edit<VenueEdit>(
                command.who(), command.venue(), null, edit -> edit, (venue, file, now) -> new Next.Is<>(venue.open())));
    }
}

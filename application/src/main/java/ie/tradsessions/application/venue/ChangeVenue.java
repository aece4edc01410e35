package ie.tradsessions.application.venue;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.venue.VenueEditor.Edit;
import ie.tradsessions.application.venue.VenueEditor.Next;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Corrects what is known of a venue: all of it at once, as whoever corrects it saw it; also that it has closed for good,
 * or has not. Any member may: the change is kept, and can be undone.
 */
public final class ChangeVenue {
    private final VenueEditor editor;
    private final CountyBoundaries boundaries;

    public ChangeVenue(MemberRequests requests, Venues venues, CountyBoundaries boundaries) {
        editor = new VenueEditor(requests, venues);
        this.boundaries = boundaries;
    }

    /** @param expectedVersion the version that was seen */
    public record Command(
            Identity who, VenueId venue, long expectedVersion, VenueDescription description, boolean closed) {}

    /** @throws ie.tradsessions.domain.InvalidValue if the description is not of a venue */
    public VenueEdit change(Command command) {
        return editor.carryOut(new Edit<VenueEdit>(
                command.who(),
                command.venue(),
                command.expectedVersion(),
                edit -> edit,
                (venue, file, now) -> new Next.Is<>(changed(venue, command, now))));
    }

    private Venue changed(Venue venue, Command command, Instant now) {
        Venue described = command.description().toVenue(venue.id(), venue.sources(), venue.sample(), boundaries);
        if (!command.closed()) {
            return described;
        }
        Closure known = venue.closed();
        LocalDate today = LocalDate.ofInstant(now, venue.timeZone());
        return described.closed(
                known != null ? known : new Closure(null, today, command.who().moderator()));
    }
}

package ie.tradsessions.application.venue;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.venue.VenueEditor.Edit;
import ie.tradsessions.application.venue.VenueEditor.Next;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Says that a venue is closed for good. Any member may, and its sessions are in doubt then; they have ended once somebody
 * else says so too. The word of a moderator, or of whoever organises a session there, is enough. {@link SayVenueOpen}
 * takes it back.
 */
public final class SayVenueGone {
    private final VenueEditor editor;
    private final VenueHistory history;
    private final SearchIndex index;

    public SayVenueGone(MemberRequests requests, Venues venues, VenueHistory history, SearchIndex index) {
        editor = new VenueEditor(requests, venues);
        this.history = history;
        this.index = index;
    }

    public record Command(Identity who, VenueId venue) {}

    public VenueEdit say(Command command) {
        return editor.carryOut(new Edit<VenueEdit>(
                command.who(),
                command.venue(),
                null,
                edit -> edit,
                (venue, file, now) -> new Next.Is<>(closed(venue, command.who(), file, now))));
    }

    private Venue closed(Venue venue, Identity who, MemberFile file, Instant now) {
        Closure known = venue.closed();
        if (known != null && known.sure()) {
            return venue;
        }
        Closure closure = known != null ? known : new Closure(null, LocalDate.ofInstant(now, venue.timeZone()));
        boolean enough = who.moderator()
                || organisesASessionAt(venue.id(), file)
                || (known != null && !ClosingWords.isBy(who.member(), venue, history.of(venue.id())));
        return enough ? venue.surelyClosed(closure) : venue.closed(closure);
    }

    private boolean organisesASessionAt(VenueId venue, MemberFile file) {
        Index current = index.current();
        return file.activity().value().contributions().organised().stream()
                .flatMap(session -> current.session(session).stream())
                .anyMatch(session -> session.card().venue().id().equals(venue));
    }
}

package ie.tradsessions.application.member;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Shows members their own page: what is kept of them, the sessions that they organise, and those that they follow. */
public final class ViewProfile {
    private final Members members;
    private final SearchIndex index;
    private final InstantSource clock;

    public ViewProfile(Members members, SearchIndex index, InstantSource clock) {
        this.members = members;
        this.index = index;
        this.clock = clock;
    }

    /**
     * @param organised also those that have ended or were taken down, in the order of their identifiers
     * @param favourites in the order in which they were added; not those that were taken down
     */
    public record View(MemberFile file, List<Organised> organised, List<Listing> favourites) {}

    public record Organised(Listing listing, boolean takenDown) {}

    public View view(Identity who) {
        Instant now = clock.instant();
        MemberFile file = members.of(who.member(), ReadConsistency.STRONG);
        Collection<SessionId> organised =
                file.activity().value().contributions().organised();
        Index newEnough = knowing(organised);
        List<Organised> organisedNow = new ArrayList<>();
        for (SessionId id : organised) {
            newEnough
                    .session(id)
                    .ifPresent(
                            known -> organisedNow.add(new Organised(Listing.at(now, known.card()), known.takenDown())));
        }
        List<Listing> favourites = new ArrayList<>();
        for (SessionId id : file.favourites().value().sessions()) {
            newEnough
                    .session(id)
                    .filter(known -> !known.takenDown())
                    .ifPresent(known -> favourites.add(Listing.at(now, known.card())));
        }
        return new View(file, List.copyOf(organisedNow), List.copyOf(favourites));
    }

    /** A session that was shared a moment ago by another process may not have come yet. */
    private Index knowing(Collection<SessionId> sessions) {
        Index current = index.current();
        return sessions.stream().allMatch(id -> current.session(id).isPresent()) ? current : index.latest();
    }
}

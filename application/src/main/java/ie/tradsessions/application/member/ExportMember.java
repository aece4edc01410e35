package ie.tradsessions.application.member;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.VenueHistory;
import ie.tradsessions.domain.member.Contributions;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.VenueChange;
import java.util.List;

/** Gives members everything that is kept of them. */
public final class ExportMember {
    private final Members members;
    private final Sessions sessions;
    private final VenueHistory history;

    public ExportMember(Members members, Sessions sessions, VenueHistory history) {
        this.members = members;
        this.sessions = sessions;
        this.history = history;
    }

    /**
     * @param sessions those that the member organises or has shared
     * @param venueChanges those that the member made
     */
    public record Export(MemberFile file, List<Session> sessions, List<VenueChange> venueChanges) {}

    public Export export(Identity who) {
        MemberFile file = members.of(who.member(), ReadConsistency.STRONG);
        Contributions contributions = file.activity().value().contributions();
        return new Export(
                file,
                contributions.sessions().stream()
                        .flatMap(id -> sessions.find(id).stream())
                        .map(Versioned::value)
                        .toList(),
                contributions.changedVenues().stream()
                        .flatMap(venue -> history.by(who.member(), venue).stream())
                        .toList());
    }
}

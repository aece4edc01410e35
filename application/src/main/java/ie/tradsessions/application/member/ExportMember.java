package ie.tradsessions.application.member;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRecord;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.opinion.OwnReviews;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.VenueHistory;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.member.Contributions;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.VenueChange;
import java.util.List;

/** Gives members everything that is kept of them. */
public final class ExportMember {
    private final Members members;
    private final Sessions sessions;
    private final VenueHistory history;
    private final Reviews reviews;

    public ExportMember(Members members, Sessions sessions, VenueHistory history, Reviews reviews) {
        this.members = members;
        this.sessions = sessions;
        this.history = history;
        this.reviews = reviews;
    }

    /**
     * @param sessions those that the member organises or has shared
     * @param venueChanges those that the member made
     * @param voices what the member has said of sessions
     * @param reviews those that the member wrote, whoever else sees them
     * @param notices what the member was told of moderators' decisions
     */
    public record Export(
            MemberFile file,
            List<Session> sessions,
            List<VenueChange> venueChanges,
            List<Voice> voices,
            List<Review> reviews,
            List<Notice> notices) {}

    public Export export(Identity who) {
        MemberRecord everything = members.everything(who.member());
        MemberFile file = everything.file();
        Contributions contributions = file.activity().value().contributions();
        List<Voice> spoken = everything.voices().stream().map(Versioned::value).toList();
        return new Export(
                file,
                contributions.sessions().stream()
                        .flatMap(id -> sessions.find(id).stream())
                        .map(Versioned::value)
                        .toList(),
                contributions.changedVenues().stream()
                        .flatMap(venue -> history.by(who.member(), venue).stream())
                        .toList(),
                spoken,
                OwnReviews.of(spoken, reviews),
                everything.notices());
    }
}

package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision as its author is told of it.
 *
 * @param thing the name of the session or venue that it is about, or null where that is gone
 */
public record Told(Notice notice, @Nullable String thing) {
    public static List<Told> of(Collection<Notice> notices, Index index) {
        return notices.stream()
                .map(notice -> new Told(notice, nameOf(notice.subject(), index).orElse(null)))
                .toList();
    }

    /** What a subject is called: the session's own name or else its venue's, or that of the venue. */
    static Optional<String> nameOf(Subject subject, Index index) {
        return switch (subject) {
            case Subject.OfSession(var session) -> nameOf(session, index);
            case Subject.OfReview(var session, var number) -> nameOf(session, index);
            case Subject.HeldReviews(var session) -> nameOf(session, index);
            case Subject.OfVenue(var venue) ->
                index.venue(venue).map(Versioned::value).map(Venue::name);
        };
    }

    private static Optional<String> nameOf(SessionId session, Index index) {
        return index.session(session).map(known -> {
            SessionCard card = known.card();
            String own = card.name();
            return own != null ? own : card.venue().name();
        });
    }
}

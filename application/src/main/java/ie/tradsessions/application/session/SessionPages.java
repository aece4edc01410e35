package ie.tradsessions.application.session;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/** Answers what is stored of one session, as of one moment. */
public interface SessionPages {
    /**
     * The session, also one that has ended; empty where there is none.
     *
     * @throws ie.tradsessions.application.UnreadableAggregate if this program cannot read what is stored
     */
    Optional<SessionPage> session(SessionId id, ReadConsistency consistency);

    /**
     * Feedback and reviews are of one moment: whatever is saved meanwhile, these are the reviews that
     * {@link ie.tradsessions.domain.review.Tally#newest} names.
     *
     * @param version the session's
     * @param feedbackVersion that of the feedback or, where that was deleted, of its tombstone; 0 where there never was any
     * @param newest the newest reviews that are shown, newest first
     */
    record SessionPage(long version, Session session, long feedbackVersion, Feedback feedback, List<Review> newest) {
        public SessionPage {
            newest = List.copyOf(newest);
        }
    }
}

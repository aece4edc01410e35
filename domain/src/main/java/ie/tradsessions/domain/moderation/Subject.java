package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;

/**
 * What moderators decide about. As a text it is, for example, {@code review:0123456789abcdef:3}; {@link #parse} reads
 * that.
 */
public sealed interface Subject {
    record OfSession(SessionId session) implements Subject {
        @Override
        public String toString() {
            return "session:" + session;
        }
    }

    record OfVenue(VenueId venue) implements Subject {
        @Override
        public String toString() {
            return "venue:" + venue;
        }
    }

    /** @param number counts the reviews of the session from 1 on, in the order of posting */
    record OfReview(SessionId session, int number) implements Subject {
        public OfReview {
            if (number < 1) {
                throw new InvalidValue("subject", SubjectText.ALLOWED);
            }
        }

        @Override
        public String toString() {
            return "review:" + session + ":" + number;
        }
    }

    /** All reviews of one session that are held back, because many new members wrote them in a short while. */
    record HeldReviews(SessionId session) implements Subject {
        @Override
        public String toString() {
            return "held:" + session;
        }
    }

    /** @throws InvalidValue on the field {@code subject} if it is not of the form */
    static Subject parse(String text) {
        return SubjectText.parse(text);
    }
}

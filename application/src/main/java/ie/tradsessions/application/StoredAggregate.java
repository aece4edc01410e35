package ie.tradsessions.application;

import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;

/** What a store holds under one key: the aggregate with its version, that it was deleted, or what cannot be read. */
public sealed interface StoredAggregate {
    AggregateKey key();

    /** 1 after the first save, one more after each later one; a deletion counts as a save. */
    long version();

    record OfVenue(Venue venue, long version) implements StoredAggregate {
        @Override
        public AggregateKey key() {
            return AggregateKey.of(venue.id());
        }
    }

    record OfSession(Session session, long version) implements StoredAggregate {
        @Override
        public AggregateKey key() {
            return AggregateKey.of(session.id());
        }
    }

    record OfFeedback(Feedback feedback, long version) implements StoredAggregate {
        @Override
        public AggregateKey key() {
            return AggregateKey.feedbackOf(feedback.session());
        }
    }

    /** A tombstone: the aggregate was deleted by the save that gave it this version. */
    record Deleted(AggregateKey key, long version) implements StoredAggregate {}

    /**
     * Something that this program cannot read: it is damaged, or of a later program.
     *
     * @param version as far as it can be read, or 0
     * @param reason for people
     */
    record Unreadable(AggregateKey key, long version, String reason) implements StoredAggregate {}
}

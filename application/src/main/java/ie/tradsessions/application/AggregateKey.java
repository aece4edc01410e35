package ie.tradsessions.application;

import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Comparator;

/**
 * Names one stored aggregate.
 *
 * @param id the identifier of a venue or of a session; feedback has that of its session
 */
public record AggregateKey(Kind kind, String id) implements Comparable<AggregateKey> {
    private static final Comparator<AggregateKey> ORDER =
            Comparator.comparing(AggregateKey::kind).thenComparing(AggregateKey::id);

    /** What a list is made of. */
    public enum Kind {
        VENUE,
        SESSION,
        FEEDBACK
    }

    public static AggregateKey of(VenueId id) {
        return new AggregateKey(Kind.VENUE, id.value());
    }

    public static AggregateKey of(SessionId id) {
        return new AggregateKey(Kind.SESSION, id.value());
    }

    public static AggregateKey feedbackOf(SessionId id) {
        return new AggregateKey(Kind.FEEDBACK, id.value());
    }

    @Override
    public int compareTo(AggregateKey other) {
        return ORDER.compare(this, other);
    }

    /** As people write it, for example {@code SESSION 0123456789abcdef}. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}

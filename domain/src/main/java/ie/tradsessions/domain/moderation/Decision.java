package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a moderator decides. {@link #allowedFor} says which decision goes with what. */
public sealed interface Decision {
    /** It is in order, and is shown; what an earlier decision did to it and to its author is taken back. */
    record Keep() implements Decision {}

    /** Nobody sees it but its author and moderators. */
    record Hide() implements Decision {}

    /** It is deleted. */
    record Remove() implements Decision {}

    /** The venue is the same as another one, at which its sessions are from now on. */
    record Merge(VenueId into) implements Decision {}

    /**
     * It is hidden, and its author may not write here for a while.
     *
     * @param days how long, 1 to {@value #MAX_DAYS}, or null for good
     */
    record Block(@Nullable Integer days) implements Decision {
        private static final int MAX_DAYS = 365;

        public Block {
            if (days != null && (days < 1 || days > MAX_DAYS)) {
                throw new InvalidValue("days", "1 to " + MAX_DAYS + ", or none for good");
            }
        }
    }

    enum Kind {
        KEEP,
        HIDE,
        REMOVE,
        MERGE,
        BLOCK
    }

    default Kind kind() {
        return switch (this) {
            case Keep keep -> Kind.KEEP;
            case Hide hide -> Kind.HIDE;
            case Remove remove -> Kind.REMOVE;
            case Merge merge -> Kind.MERGE;
            case Block block -> Kind.BLOCK;
        };
    }

    /** The decisions that go with a subject, whatever its state. */
    static Set<Kind> allowedFor(Subject subject) {
        return Collections.unmodifiableSet(
                switch (subject) {
                    case Subject.OfSession session -> EnumSet.of(Kind.KEEP, Kind.HIDE, Kind.REMOVE, Kind.BLOCK);
                    case Subject.OfReview review -> EnumSet.of(Kind.KEEP, Kind.HIDE, Kind.REMOVE, Kind.BLOCK);
                    case Subject.HeldReviews held -> EnumSet.of(Kind.KEEP, Kind.HIDE, Kind.REMOVE, Kind.BLOCK);
                    // Nobody is the author of a venue, and without one its sessions were nowhere.
                    case Subject.OfVenue venue -> EnumSet.of(Kind.KEEP, Kind.REMOVE, Kind.MERGE);
                });
    }
}

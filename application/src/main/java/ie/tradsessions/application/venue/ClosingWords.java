package ie.tradsessions.application.venue;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whose word it is that a venue is closed for good: the history of the venue tells. */
final class ClosingWords {
    private ClosingWords() {}

    /**
     * Whether a member closed a venue that is closed now, or made sure of it where it is sure. A data set, and a former
     * member, is somebody else.
     *
     * @param history newest first
     */
    static boolean isBy(MemberId member, Venue venue, List<VenueChange> history) {
        Closure closed = venue.closed();
        return closed != null
                && (madeSo(member, history, closure -> closure != null)
                        || (closed.sure() && madeSo(member, history, closure -> closure != null && closure.sure())));
    }

    /** Whether the last change after which it is so, and was not before, is the member's. */
    private static boolean madeSo(MemberId member, List<VenueChange> history, Predicate<@Nullable Closure> isSo) {
        return history.stream()
                .filter(change -> !isSo.test(change.before().closed())
                        && isSo.test(change.after().closed()))
                .findFirst()
                .map(VenueChange::by)
                .filter(member::equals)
                .isPresent();
    }
}

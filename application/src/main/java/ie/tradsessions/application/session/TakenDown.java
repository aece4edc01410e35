package ie.tradsessions.application.session;

import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.VenueId;
import org.jspecify.annotations.Nullable;

/** Keeps sessions unlisted that were taken down: they are not added again under another identifier. */
final class TakenDown {
    private final SearchIndex index;

    TakenDown(SearchIndex index) {
        this.index = index;
    }

    /**
     * Whether a session with this venue and schedule would bring back one that was taken down there.
     *
     * @param before the session as it is stored until now, or null where it is new; where it was like the one that was
     *     taken down already, it may stay so
     */
    boolean bringsBack(VenueId venue, Schedule schedule, @Nullable Session before) {
        return index.current().takenDownAt(venue).stream()
                .filter(card -> before == null || !card.id().equals(before.id()))
                .filter(card -> before == null || !before.venue().equals(venue) || !isLike(card, schedule(before)))
                .anyMatch(card -> isLike(card, schedule));
    }

    private static boolean isLike(SessionCard card, Schedule schedule) {
        return card.timetable().schedule().mayBeTheSameAs(schedule);
    }

    private static Schedule schedule(Session session) {
        return session.timetable().schedule();
    }
}

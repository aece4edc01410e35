package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that one member has said of one session: so each counts once, however often it is said, and all of it is found when
 * the member leaves. Where somebody has spoken, there is one, even if it says nothing any more.
 *
 * @param nights of which the member said that they were on, or not; the latest {@value #MAX_NIGHTS}
 * @param review the number of the member's review, or null
 * @param helpful the numbers of the reviews that the member found helpful; the latest {@value #MAX_HELPFUL}
 * @param asked the night that the member last asked about, or null
 * @param gone whether the member has said that the session is gone for good
 */
public record Voice(
        MemberId member,
        SessionId session,
        NavigableMap<LocalDate, Boolean> nights,
        @Nullable Integer review,
        SortedSet<Integer> helpful,
        @Nullable LocalDate asked,
        boolean gone) {
    private static final int MAX_NIGHTS = Feedback.MAX_NIGHTS;
    private static final int MAX_HELPFUL = 200;

    public Voice {
        nights.keySet().forEach(night -> CalendarYears.checked("nights", night));
        TreeMap<LocalDate, Boolean> latest = new TreeMap<>(nights);
        while (latest.size() > MAX_NIGHTS) {
            latest.pollFirstEntry();
        }
        nights = Collections.unmodifiableNavigableMap(latest);
        if (review != null && review < 1) {
            throw new InvalidValue("review", "1 or more");
        }
        TreeSet<Integer> marked = new TreeSet<>(helpful);
        while (marked.size() > MAX_HELPFUL) {
            marked.removeFirst();
        }
        helpful = Collections.unmodifiableSortedSet(marked);
        if (asked != null) {
            CalendarYears.checked("asked", asked);
        }
    }

    public static Voice none(MemberId member, SessionId session) {
        return new Voice(member, session, new TreeMap<>(), null, new TreeSet<>(), null, false);
    }

    /** @param on null where the member says nothing of that night any more */
    public Voice saying(LocalDate night, @Nullable Boolean on) {
        TreeMap<LocalDate, Boolean> changed = new TreeMap<>(nights);
        if (on == null) {
            changed.remove(night);
        } else {
            changed.put(night, on);
        }
        return new Voice(member, session, changed, review, helpful, asked, gone);
    }

    /** @param number null where the member has none any more */
    public Voice withReview(@Nullable Integer number) {
        return new Voice(member, session, nights, number, helpful, asked, gone);
    }

    public Voice finding(int number, boolean isHelpful) {
        TreeSet<Integer> marked = new TreeSet<>(helpful);
        if (isHelpful) {
            marked.add(number);
        } else {
            marked.remove(number);
        }
        return new Voice(member, session, nights, review, marked, asked, gone);
    }

    public Voice asking(LocalDate night) {
        return new Voice(member, session, nights, review, helpful, night, gone);
    }

    public Voice sayingGone(boolean isGone) {
        return new Voice(member, session, nights, review, helpful, asked, isGone);
    }
}

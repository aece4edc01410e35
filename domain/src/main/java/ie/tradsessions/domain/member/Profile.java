package ie.tradsessions.domain.member;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member tells of themselves. The name is kept here and nowhere else: who takes another is known by it everywhere.
 *
 * @param displayName the name that others see, 1 to {@value #MAX_NAME_LENGTH} characters
 * @param instruments those that the member plays
 * @param homeCounty where the member lives, or null where the member has not said
 * @param about a few words, at most {@value #MAX_ABOUT_LENGTH} characters, or null
 * @param since when the profile was made
 * @param calendarKey opens the member's calendar, or null where it has no address
 */
public record Profile(
        MemberId id,
        String displayName,
        Set<Instrument> instruments,
        @Nullable County homeCounty,
        @Nullable String about,
        Instant since,
        @Nullable CalendarKey calendarKey) {
    public static final int MAX_NAME_LENGTH = 60;
    public static final int MAX_ABOUT_LENGTH = 500;

    private static final Duration NEWCOMER = Duration.ofDays(1);

    public Profile {
        displayName = Text.line("displayName", displayName, MAX_NAME_LENGTH);
        EnumSet<Instrument> ordered = EnumSet.noneOf(Instrument.class);
        ordered.addAll(instruments);
        instruments = Collections.unmodifiableSet(ordered);
        about = Text.optionalLines("about", about, MAX_ABOUT_LENGTH);
        CalendarYears.checked("since", since);
    }

    /** The first profile of a member, without a calendar. */
    public static Profile of(MemberId id, Description description, Instant since) {
        return new Profile(
                id,
                description.displayName(),
                description.instruments(),
                description.homeCounty(),
                description.about(),
                since,
                null);
    }

    /** What a member may write of themselves; as in {@link Profile}. */
    public record Description(
            String displayName,
            Set<Instrument> instruments,
            @Nullable County homeCounty,
            @Nullable String about) {
        public Description {
            displayName = Text.line("displayName", displayName, MAX_NAME_LENGTH);
        }
    }

    public Profile with(Description description) {
        return new Profile(
                id,
                description.displayName(),
                description.instruments(),
                description.homeCounty(),
                description.about(),
                since,
                calendarKey);
    }

    /** @param key opens the calendar from now on, and the key of before does not; null where the calendar is closed */
    public Profile withCalendar(@Nullable CalendarKey key) {
        return new Profile(id, displayName, instruments, homeCounty, about, since, key);
    }

    /** Whether the member is here for less than a while. */
    public boolean isYoungerThan(Duration age, Instant now) {
        return now.isBefore(since.plus(age));
    }

    /** Whether the member has less to spend as yet; who has no profile is one too. */
    public boolean isNewcomer(Instant now) {
        return isYoungerThan(NEWCOMER, now);
    }
}

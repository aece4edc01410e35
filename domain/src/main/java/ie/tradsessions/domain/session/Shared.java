package ie.tradsessions.domain.session;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Who shared a session with the others, and when. */
public record Shared(Sharer by, Instant at) {
    /** The greatest length of a name that a data set tells. */
    public static final int MAX_NAME_LENGTH = 60;

    public Shared {
        CalendarYears.checked("shared.at", at);
    }

    /** By somebody whom a data set names. */
    public Shared(String by, Instant at) {
        this(new Sharer.Named(by), at);
    }

    /** On a day of which nobody knows the hour: at noon. */
    public static Shared on(LocalDate day, ZoneId zone, Sharer by) {
        return new Shared(by, day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    /** Whether a member shared it. */
    public boolean isBy(MemberId member) {
        return by.equals(new Sharer.Member(member));
    }

    /** The same, by somebody who was a member. */
    public Shared byFormerMember() {
        return new Shared(new Sharer.FormerMember(), at);
    }
}

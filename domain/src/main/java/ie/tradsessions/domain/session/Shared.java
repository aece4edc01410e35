package ie.tradsessions.domain.session;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Who shared a session with the others, and when. */
public record Shared(Author by, Instant at) {
    public Shared {
        CalendarYears.checked("shared.at", at);
    }

    /** By somebody whom a data set names. */
    public Shared(String by, Instant at) {
        this(new Author.Named(by), at);
    }

    /** On a day of which nobody knows the hour: at noon. */
    public static Shared on(LocalDate day, ZoneId zone, Author by) {
        return new Shared(by, day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    /** Whether a member shared it. */
    public boolean isBy(MemberId member) {
        return by.is(member);
    }

    /** The same, by somebody who was a member. */
    public Shared byFormerMember() {
        return new Shared(new Author.FormerMember(), at);
    }
}

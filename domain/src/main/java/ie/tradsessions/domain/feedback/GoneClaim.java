package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import java.time.Instant;

/** Somebody says that a session is gone for good. */
public record GoneClaim(Author by, Role role, Instant at) {
    /** In which role; the later one weighs more. */
    public enum Role {
        MEMBER,
        ORGANISER,
        MODERATOR;

        /** Whether a claim in this role needs no second one. */
        boolean isEnough() {
            return this != MEMBER;
        }

        /** Whether somebody in this role may take back a claim in another. */
        boolean takesBack(Role other) {
            return compareTo(other) >= 0;
        }
    }

    public GoneClaim {
        CalendarYears.checked("gone.at", at);
    }

    GoneClaim without(MemberId member) {
        return new GoneClaim(by.without(member), role, at);
    }
}

package ie.tradsessions.domain.review;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Guards a session against many new members who rate it at once: {@value #MANY} reviews by new members within a day are a
 * burst. They are all held, and so is every further one by a new member, until a moderator has decided.
 *
 * @param recent the latest reviews by new members; where a burst is open, those that opened it
 */
public record Burst(List<Posted> recent, boolean open) {
    public static final Burst NONE = new Burst(List.of(), false);

    /** For how long somebody is a new member to those whose session they review. */
    public static final Duration NEW_MEMBER = Duration.ofDays(7);

    private static final int MANY = 3;
    private static final Duration WITHIN = Duration.ofHours(24);

    /** @param number the review's */
    public record Posted(int number, Instant at) {
        public Posted {
            if (number < 1) {
                throw new InvalidValue("number", "1 or more");
            }
            CalendarYears.checked("at", at);
        }
    }

    public Burst {
        recent = List.copyOf(recent);
        if (recent.size() > MANY) {
            throw new InvalidValue("recent", "at most " + MANY + " reviews");
        }
    }

    /** With one more review by a new member, which may open a burst. One that is open stays as it is. */
    public Burst with(Posted posted) {
        if (open) {
            return this;
        }
        List<Posted> all = new ArrayList<>(recent);
        all.removeIf(earlier -> !earlier.at().isAfter(posted.at().minus(WITHIN)));
        all.add(posted);
        return new Burst(all, all.size() == MANY);
    }

    /** Without a review that was withdrawn. A burst that is open stays so: a moderator decides on the others. */
    public Burst without(int number) {
        return new Burst(
                recent.stream().filter(posted -> posted.number() != number).toList(), open);
    }
}

package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.session.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What players say that may be a sign of life of a session. Which of it counts depends on its timetable: what they say of a
 * night that was called off does not.
 *
 * @param nightsOn the last nights of which they say that they were on, newest first; {@value #MAX_NIGHTS_ON} at most, so
 *     that one that is called off has others behind it
 * @param vouch the answer that the night that was asked about is on, or null
 * @param lastWordAt when somebody spoke last, or null where nobody has
 * @param over whether they say that it is over
 * @param askedFor the night of which members ask whether it is on, while nobody has answered; else null
 */
public record Testimony(
        List<NightOn> nightsOn,
        @Nullable Vouch vouch,
        @Nullable Instant lastWordAt,
        boolean over,
        @Nullable LocalDate askedFor) {
    public static final int MAX_NIGHTS_ON = 3;
    public static final Testimony NONE = new Testimony(List.of(), null, null, false, null);

    /** @param confirmations how many members say that it was on */
    public record NightOn(LocalDate date, int confirmations) {}

    /**
     * @param on the day on which somebody answered
     * @param night the one that they were asked about
     */
    public record Vouch(LocalDate on, LocalDate night) {}

    public Testimony {
        nightsOn = List.copyOf(nightsOn);
    }

    /** @param sharedOn the day on which the session was shared, at its venue */
    public SignsOfLife signs(LocalDate sharedOn, Timetable timetable) {
        NightOn last = nightsOn.stream()
                .filter(night -> !timetable.isCalledOff(night.date()))
                .findFirst()
                .orElse(null);
        return new SignsOfLife(
                vouchedOn(sharedOn, timetable),
                last == null ? null : last.date(),
                last == null ? 0 : last.confirmations(),
                lastWordAt,
                over,
                askedFor);
    }

    private LocalDate vouchedOn(LocalDate sharedOn, Timetable timetable) {
        return vouch == null || vouch.on().isBefore(sharedOn) || timetable.isCalledOff(vouch.night())
                ? sharedOn
                : vouch.on();
    }
}

package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands with those who go there: what they said of its nights, and their ratings. It is kept apart from
 * the {@link Session}, so that a player's word never stands in the way of an organiser's edit.
 *
 * @param nights what was said, by the date of the night; at most {@value #MAX_NIGHTS} nights
 * @param lastWord who spoke last, or null where nobody has
 */
public record Feedback(
        SessionId session,
        NavigableMap<LocalDate, Confirmations> nights,
        @Nullable LastWord lastWord,
        RatingSummary ratings) {
    private static final int MAX_NIGHTS = 104;

    /** So many nights in a row of which players say that it was not on, and a session is taken to have ended. */
    private static final int SILENT_NIGHTS = 3;

    /** @param by the name under which that member is known here */
    public record LastWord(String by, Instant at) {
        public LastWord {
            by = Text.line("lastWord.by", by, 60);
            CalendarYears.checked("lastWord.at", at);
        }
    }

    public Feedback {
        if (nights.size() > MAX_NIGHTS) {
            throw new InvalidValue("said", "at most " + MAX_NIGHTS + " nights");
        }
        nights.keySet().forEach(night -> CalendarYears.checked("said.date", night));
        nights = Collections.unmodifiableNavigableMap(new TreeMap<>(nights));
    }

    /** Of a session about which nobody has said anything. */
    public static Feedback none(SessionId session) {
        return new Feedback(session, Collections.emptyNavigableMap(), null, RatingSummary.NONE);
    }

    /** Whether nobody has said anything. */
    public boolean isNone() {
        return equals(none(session));
    }

    public Confirmations confirmations(LocalDate night) {
        return nights.getOrDefault(night, Confirmations.NONE);
    }

    /** @param sharedOn the day on which the session was shared, at its venue */
    public SignsOfLife signs(LocalDate sharedOn) {
        LocalDate lastNight = nights.descendingMap().entrySet().stream()
                .filter(night -> night.getValue().wasOn())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return new SignsOfLife(
                sharedOn,
                lastNight,
                lastNight == null ? 0 : confirmations(lastNight).on(),
                lastWord == null ? null : lastWord.at(),
                saidToBeOver());
    }

    /** Whether players say of each of the last three nights that they spoke of that it was not on. */
    public boolean saidToBeOver() {
        return nights.descendingMap().values().stream()
                        .filter(confirmations -> !confirmations.equals(Confirmations.NONE))
                        .limit(SILENT_NIGHTS)
                        .filter(Confirmations::wasNot)
                        .count()
                == SILENT_NIGHTS;
    }
}

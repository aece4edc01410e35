package ie.tradsessions.domain.session;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.review.RatingSummary;
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
 * @param nights what was said, by the date of the night; at most {@value #MOST_NIGHTS} nights
 * @param lastWord who spoke last, or null where nobody has
 */
public record Standing(
        SessionId session,
        NavigableMap<LocalDate, Tally> nights,
        @Nullable LastWord lastWord,
        RatingSummary ratings) {
    private static final int MOST_NIGHTS = 104;

    /** So many nights in a row of which players say that it was not on, and a session is taken to have ended. */
    private static final int SILENT_NIGHTS = 3;

    /** @param by the name under which that member is known here */
    public record LastWord(String by, Instant at) {
        public LastWord {
            by = Text.line("lastWord.by", by, 60);
        }
    }

    public Standing {
        if (nights.size() > MOST_NIGHTS) {
            throw new InvalidValue("said", "at most " + MOST_NIGHTS + " nights");
        }
        nights = Collections.unmodifiableNavigableMap(new TreeMap<>(nights));
    }

    /** Of a session about which nobody has said anything. */
    public static Standing none(SessionId session) {
        return new Standing(session, Collections.emptyNavigableMap(), null, RatingSummary.NONE);
    }

    public Tally said(LocalDate night) {
        return nights.getOrDefault(night, Tally.NONE);
    }

    /** @param sharedOn the day on which the session was shared, at its venue */
    public SignsOfLife signs(LocalDate sharedOn) {
        LocalDate lastNight = nights.descendingMap().entrySet().stream()
                .filter(night -> night.getValue().wasOn())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return new SignsOfLife(sharedOn, lastNight, lastWord, saidToBeOver());
    }

    /** Whether players say of each of the last three nights that they spoke of that it was not on. */
    public boolean saidToBeOver() {
        return nights.descendingMap().values().stream()
                        .filter(tally -> !tally.equals(Tally.NONE))
                        .limit(SILENT_NIGHTS)
                        .filter(Tally::wasNot)
                        .count()
                == SILENT_NIGHTS;
    }
}

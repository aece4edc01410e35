package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.session.Timetable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nights of a session that are over, as far as anybody here could speak of them.
 *
 * @param since the night from which they are known
 */
public record PastNights(Timetable timetable, LocalDate since) {
    private static final int RECENT_DAYS = 7;

    /**
     * From the night on which the session was shared, or an earlier one of which something is said.
     *
     * @param sharedOn the night on which it was shared
     * @param firstSaid the first night of which players said something, or null
     */
    public static PastNights of(Timetable timetable, LocalDate sharedOn, @Nullable LocalDate firstSaid) {
        LocalDate firstChanged =
                timetable.changes().isEmpty() ? null : timetable.changes().firstKey();
        return new PastNights(timetable, earlier(earlier(sharedOn, firstSaid), firstChanged));
    }

    private static LocalDate earlier(LocalDate date, @Nullable LocalDate other) {
        return other != null && other.isBefore(date) ? other : date;
    }

    /**
     * The dates of the last {@code max}, in order, cancelled ones among them.
     *
     * @param tonight the date of tonight at the venue; it is not over
     */
    public List<LocalDate> last(int max, LocalDate tonight) {
        return timetable.datesBefore(tonight, max).stream()
                .filter(date -> !date.isBefore(since))
                .toList();
    }

    /**
     * The last one, about which people may be asked while they remember it: null where it is longer ago than seven days,
     * or was called off.
     */
    public @Nullable LocalDate recent(LocalDate tonight) {
        List<LocalDate> last = last(1, tonight);
        if (last.isEmpty()
                || last.getFirst().isBefore(tonight.minusDays(RECENT_DAYS))
                || timetable.isCalledOff(last.getFirst())) {
            return null;
        }
        return last.getFirst();
    }
}

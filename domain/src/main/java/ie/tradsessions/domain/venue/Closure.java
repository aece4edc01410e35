package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.CalendarYears;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a venue is closed for good.
 *
 * @param source the record that says so, or null where a member does
 * @param on the date on which it was first seen to say so; the door may have closed long before
 */
public record Closure(@Nullable Source source, LocalDate on) {
    public Closure {
        on = CalendarYears.checked("closed.on", on);
    }
}

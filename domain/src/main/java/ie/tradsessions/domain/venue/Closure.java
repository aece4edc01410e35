package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.CalendarYears;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a venue is closed for good.
 *
 * @param source the record that says so, or null where a member does
 * @param on the date on which it was first seen to say so; the door may have closed long before
 * @param sure whether more than one said so, or somebody who must know: then its sessions have ended, and else they are
 *     in doubt
 */
public record Closure(@Nullable Source source, LocalDate on, boolean sure) {
    public Closure {
        on = CalendarYears.checked("closed.on", on);
    }

    /** As one alone says so. */
    public Closure(@Nullable Source source, LocalDate on) {
        this(source, on, false);
    }

    /** The same, said by somebody else too, or by somebody who must know. */
    public Closure confirmed() {
        return new Closure(source, on, true);
    }
}

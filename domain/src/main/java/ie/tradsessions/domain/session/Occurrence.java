package ie.tradsessions.domain.session;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One dated night of a session.
 *
 * @param date the date of the {@link Night}; it stays the same where the night was moved to another time
 * @param start when it starts in the venue's time zone; of a cancelled night, when it would have started
 * @param end when it ends, or null where nobody has said
 */
public record Occurrence(
        LocalDate date, ZonedDateTime start, @Nullable ZonedDateTime end, OccurrenceStatus status) {}

package ie.tradsessions.domain.session;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What is to happen on one dated night of a session. A cancelled night is shown, not hidden. */
public sealed interface OccurrenceStatus {
    int MAX_NOTE = 200;

    /** Why it is not as the schedule says, in somebody's words, or null. */
    @Nullable
    String note();

    /** As the schedule says or, where a session is irregular, as somebody announced it. */
    record Scheduled() implements OccurrenceStatus {
        @Override
        public @Nullable String note() {
            return null;
        }
    }

    /** @param note why, in somebody's words, or null */
    record Cancelled(@Nullable String note) implements OccurrenceStatus {
        public Cancelled {
            note = Text.optionalLine("note", note, MAX_NOTE);
        }
    }

    /**
     * To another venue, to another time of the same date, or both.
     *
     * @param to the other venue, or null where it stays
     * @param at the other time, or null where it stays
     */
    record Moved(
            @Nullable VenueId to,
            @Nullable LocalTime at,
            @Nullable String note) implements OccurrenceStatus {
        public Moved {
            if (to == null && at == null) {
                throw new InvalidValue("status", "a moved night needs another venue, another time, or both");
            }
            at = at == null ? null : at.withSecond(0).withNano(0);
            note = Text.optionalLine("note", note, MAX_NOTE);
        }
    }
}

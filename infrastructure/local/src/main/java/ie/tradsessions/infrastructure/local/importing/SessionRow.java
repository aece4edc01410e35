package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.SessionDescription;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record that describes a session.
 *
 * @param key what identifies it in its data set, or null where only its venue and schedule do
 * @param venue what it says of its venue: a key or a name
 */
public record SessionRow(
        @Nullable String key,
        String venue,
        SessionDescription description,
        Schedule schedule,
        @Nullable String sharedBy,
        @Nullable LocalDate sharedOn) {}

package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Schedule;
import java.time.LocalDate;
import java.util.Set;
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
        @Nullable String name,
        Schedule schedule,
        Etiquette etiquette,
        Set<Instrument> instruments,
        @Nullable String craic,
        @Nullable String sharedBy,
        @Nullable LocalDate sharedOn) {}

package ie.tradsessions.domain.session;

import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recurring gathering of players at a venue. It is published once, changed by its organiser, single nights of it are
 * cancelled or moved, and one day it ends; ended sessions are kept, but no longer listed.
 *
 * @param name its own name, 1 to 120 characters, or null where it goes by the venue's
 * @param instruments those heard there, or none where nobody has said
 * @param craic what it is like, in the words of the person who shared it, at most 2,000 characters, or null
 * @param sample whether it was invented to show what the app does
 */
public record Session(
        SessionId id,
        VenueId venue,
        @Nullable String name,
        Timetable timetable,
        Etiquette etiquette,
        Set<Instrument> instruments,
        @Nullable String craic,
        Shared shared,
        boolean sample) {
    public Session {
        name = Text.optionalLine("name", name, 120);
        instruments = Etiquette.inOrder(Instrument.class, instruments);
        craic = Text.optionalLines("craic", craic, 2000);
    }

    /**
     * With one night cancelled, moved or again as scheduled.
     *
     * @throws ie.tradsessions.domain.InvalidValue if the session has no night on {@code date}
     */
    public Session withNight(LocalDate date, OccurrenceStatus status) {
        return new Session(
                id, venue, name, timetable.with(date, status), etiquette, instruments, craic, shared, sample);
    }
}

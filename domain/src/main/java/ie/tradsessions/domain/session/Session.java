package ie.tradsessions.domain.session;

import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A recurring gathering of players at a venue. It is published once, changed by its organiser, single nights of it are
 * cancelled or moved, and one day it ends; ended sessions are kept, but no longer listed.
 *
 * <p>A new one is made by {@link #of}, a changed one by the {@code with} methods; the constructor is for adapters that
 * read back what they have written.
 *
 * @param name as in {@link SessionDescription}, like {@code etiquette}, {@code instruments} and {@code craic}
 * @param sample whether it was invented to show what the app does
 * @param origin where it was imported from, or null where a member shared it here
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
        boolean sample,
        @Nullable Origin origin) {
    public Session {
        SessionDescription description = new SessionDescription(name, etiquette, instruments, craic);
        name = description.name();
        instruments = description.instruments();
        craic = description.craic();
    }

    /** A real session; see {@link #asSample}. */
    public static Session of(
            SessionId id, VenueId venue, SessionDescription description, Timetable timetable, Shared shared) {
        return of(id, venue, description, timetable, shared, false, null);
    }

    public SessionDescription description() {
        return new SessionDescription(name, etiquette, instruments, craic);
    }

    public Session withVenue(VenueId other) {
        return of(id, other, description(), timetable, shared, sample, origin);
    }

    public Session withDescription(SessionDescription other) {
        return of(id, venue, other, timetable, shared, sample, origin);
    }

    public Session withTimetable(Timetable other) {
        return of(id, venue, description(), other, shared, sample, origin);
    }

    /**
     * With one night cancelled, moved or again as scheduled.
     *
     * @throws ie.tradsessions.domain.InvalidValue if the session has no night on {@code date}
     */
    public Session withNight(LocalDate date, OccurrenceStatus status) {
        return withTimetable(timetable.with(date, status));
    }

    /** With other identifiers for its venue and for those to which nights are moved. */
    public Session withVenues(UnaryOperator<VenueId> identifiers) {
        return of(
                id, identifiers.apply(venue), description(), timetable.withVenues(identifiers), shared, sample, origin);
    }

    /** The same, invented to show what the app does. */
    public Session asSample() {
        return of(id, venue, description(), timetable, shared, true, origin);
    }

    /** The same, imported from a record of a data set. */
    public Session importedFrom(Origin record) {
        return of(id, venue, description(), timetable, shared, sample, record);
    }

    private static Session of(
            SessionId id,
            VenueId venue,
            SessionDescription description,
            Timetable timetable,
            Shared shared,
            boolean sample,
            @Nullable Origin origin) {
        return new Session(
                id,
                venue,
                description.name(),
                timetable,
                description.etiquette(),
                description.instruments(),
                description.craic(),
                shared,
                sample,
                origin);
    }
}

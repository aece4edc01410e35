package ie.tradsessions.domain.session;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
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
 * @param organiser the member who organises it, or null where nobody does
 * @param takenDown set where it is not listed, else null
 * @param handOver the last offer to another organiser, which may have ended, or null
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
        @Nullable Origin origin,
        @Nullable MemberId organiser,
        @Nullable Takedown takenDown,
        @Nullable HandOver handOver) {
    public Session {
        SessionDescription description = new SessionDescription(name, etiquette, instruments, craic);
        name = description.name();
        instruments = description.instruments();
        craic = description.craic();
    }

    /** One that no member organises. */
    public Session(
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
        this(id, venue, name, timetable, etiquette, instruments, craic, shared, sample, origin, null, null, null);
    }

    /** A real session, without an organiser; see {@link #asSample} and {@link #organisedBy}. */
    public static Session of(
            SessionId id, VenueId venue, SessionDescription description, Timetable timetable, Shared shared) {
        return new Session(
                id,
                venue,
                description.name(),
                timetable,
                description.etiquette(),
                description.instruments(),
                description.craic(),
                shared,
                false,
                null);
    }

    public SessionDescription description() {
        return new SessionDescription(name, etiquette, instruments, craic);
    }

    public Session withVenue(VenueId other) {
        return with(other, description(), timetable, shared, sample, origin);
    }

    public Session withDescription(SessionDescription other) {
        return with(venue, other, timetable, shared, sample, origin);
    }

    public Session withTimetable(Timetable other) {
        return with(venue, description(), other, shared, sample, origin);
    }

    public Session withShared(Shared other) {
        return with(venue, description(), timetable, other, sample, origin);
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
        return with(identifiers.apply(venue), description(), timetable.withVenues(identifiers), shared, sample, origin);
    }

    /** The same, invented to show what the app does. */
    public Session asSample() {
        return with(venue, description(), timetable, shared, true, origin);
    }

    /** The same, imported from a record of a data set. */
    public Session importedFrom(Origin record) {
        return with(venue, description(), timetable, shared, sample, record);
    }

    // Who organises it, and whether it is listed

    /** The same, organised by a member, or by nobody (null); an offer to somebody else is void then. */
    public Session organisedBy(@Nullable MemberId member) {
        return kept(member, takenDown, null);
    }

    public boolean isOrganisedBy(MemberId member) {
        return member.equals(organiser);
    }

    /** @param offer the only one that holds from now on, or null for none */
    public Session offered(@Nullable HandOver offer) {
        return kept(organiser, takenDown, offer);
    }

    public boolean isTakenDown() {
        return takenDown != null;
    }

    /** The same, not listed any more; an offer to another organiser is void then. */
    public Session takenDown(Takedown takedown) {
        return kept(organiser, takedown, null);
    }

    public Session listedAgain() {
        return kept(organiser, null, handOver);
    }

    /**
     * Whether a member may become its organiser: with the code of an open offer, or without one where nobody organises it
     * and no offer is open. Never while it is taken down.
     *
     * @param code null where the member has none
     */
    public boolean mayBeTakenOver(@Nullable Secret code, Instant now) {
        if (isTakenDown()) {
            return false;
        }
        if (code != null) {
            return handOver != null && handOver.isAcceptedBy(code, now);
        }
        return organiser == null && (handOver == null || !handOver.isOpen(now));
    }

    /**
     * The same, with what members decided about it before: who organises it, whether it is listed, and whether it is
     * offered.
     *
     * @param other the session as it was before
     */
    public Session keptAs(Session other) {
        return kept(other.organiser, other.takenDown, other.handOver);
    }

    private Session kept(@Nullable MemberId member, @Nullable Takedown takedown, @Nullable HandOver offer) {
        return new Session(
                id,
                venue,
                name,
                timetable,
                etiquette,
                instruments,
                craic,
                shared,
                sample,
                origin,
                member,
                takedown,
                offer);
    }

    private Session with(
            VenueId newVenue,
            SessionDescription description,
            Timetable newTimetable,
            Shared newShared,
            boolean newSample,
            @Nullable Origin newOrigin) {
        return new Session(
                id,
                newVenue,
                description.name(),
                newTimetable,
                description.etiquette(),
                description.instruments(),
                description.craic(),
                newShared,
                newSample,
                newOrigin,
                organiser,
                takenDown,
                handOver);
    }
}

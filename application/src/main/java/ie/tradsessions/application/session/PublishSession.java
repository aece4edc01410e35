package ie.tradsessions.application.session;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a session at a venue that is known, unless it looks like one already listed there and nobody has said
 * otherwise. Who shares it is its organiser. Any member may.
 */
public final class PublishSession {
    private static final long FIRST_VERSION = 1;

    private final MemberRequests requests;
    private final KnownVenues venues;
    private final SearchIndex index;
    private final TakenDown takenDown;
    private final Supplier<SessionId> newId;

    /** @param newId gives an identifier that no session has */
    public PublishSession(MemberRequests requests, KnownVenues venues, SearchIndex index, Supplier<SessionId> newId) {
        this.requests = requests;
        this.venues = venues;
        this.index = index;
        this.newId = newId;
        takenDown = new TakenDown(index);
    }

    /**
     * @param key by which the request is recognised when it is sent again, or null
     * @param anotherSession whether somebody has seen the sessions that it looks like, and says that it is none of them
     */
    public record Command(
            Identity who,
            @Nullable RequestKey key,
            VenueId venue,
            SessionDescription description,
            Schedule schedule,
            boolean anotherSession) {}

    public sealed interface Outcome {
        record Published(SessionId id, long version) implements Outcome {}

        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** Nothing was stored. */
        record LooksLike(List<Listing> candidates) implements Outcome {}

        /** Its players asked that it is not listed; nothing was stored. */
        record IsTakenDown() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * @throws ie.tradsessions.domain.InvalidValue if the schedule has no night at all, or the member organises as many
     *     sessions as one may
     */
    public Outcome publish(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                command.key(),
                Outcome.Refused::new,
                result -> new Outcome.Published(new SessionId(result), FIRST_VERSION),
                (file, now) -> step(command, file, now)));
    }

    private Step<Outcome> step(Command command, MemberFile file, Instant now) {
        Optional<Venue> venue = venues.find(command.venue());
        if (venue.isEmpty()) {
            return new Step.Answer<>(new Outcome.NoSuchVenue(command.venue()));
        }
        if (takenDown.bringsBack(venue.get().id(), command.schedule(), null)) {
            return new Step.Answer<>(new Outcome.IsTakenDown());
        }
        Timetable timetable = Timetable.of(command.schedule());
        if (!command.anotherSession()) {
            List<Listing> candidates = LookAlikes.of(timetable, venue.get(), index.current(), now);
            if (!candidates.isEmpty()) {
                return new Step.Answer<>(new Outcome.LooksLike(candidates));
            }
        }
        Shared shared = new Shared(new Author.Member(command.who().member()), now);
        Session session = Session.of(newId.get(), venue.get().id(), command.description(), timetable, shared)
                .organisedBy(command.who().member());
        return new Step.Save<>(
                new Outcome.Published(session.id(), FIRST_VERSION),
                session.id().value(),
                List.of(new Change.Save(new StoredAggregate.OfSession(session, FIRST_VERSION))),
                file.activity().value().contributions().sharing(session.id()));
    }
}

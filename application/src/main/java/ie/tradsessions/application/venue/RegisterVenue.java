package ie.tradsessions.application.venue;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.VenueCard;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.venue.DuplicateMatch;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Registers a venue that somebody describes, unless it looks like one already known and nobody has said otherwise. Any
 * member may.
 */
public final class RegisterVenue {
    private static final long FIRST_VERSION = 1;

    private final MemberRequests requests;
    private final SearchIndex index;
    private final CountyBoundaries boundaries;
    private final Supplier<VenueId> newId;

    /** @param newId gives an identifier that no venue has */
    public RegisterVenue(
            MemberRequests requests, SearchIndex index, CountyBoundaries boundaries, Supplier<VenueId> newId) {
        this.requests = requests;
        this.index = index;
        this.boundaries = boundaries;
        this.newId = newId;
    }

    /**
     * @param key by which the request is known again, or null
     * @param anotherPlace whether somebody has seen the venues that it looks like, and says that it is none of them
     */
    public record Command(Identity who, @Nullable RequestKey key, VenueDescription venue, boolean anotherPlace) {}

    public sealed interface Outcome {
        record Registered(VenueId id, long version) implements Outcome {}

        /** Nothing was stored. */
        record LooksLike(List<VenueCard> candidates) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the description is not of a venue */
    public Outcome register(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                command.key(),
                Outcome.Refused::new,
                result -> new Outcome.Registered(new VenueId(result), FIRST_VERSION),
                (file, now) -> step(command, file)));
    }

    private Step<Outcome> step(Command command, MemberFile file) {
        Venue venue = command.venue().toVenue(newId.get(), List.of(), false, boundaries);
        if (!command.anotherPlace()) {
            Index current = index.current();
            List<VenueCard> candidates = current.within(venue.location(), DuplicateMatch.MAX_METRES).stream()
                    .filter(known -> DuplicateMatch.of(venue, known) != DuplicateMatch.DIFFERENT)
                    .map(known -> card(known, current))
                    .toList();
            if (!candidates.isEmpty()) {
                return new Step.Answer<>(new Outcome.LooksLike(candidates));
            }
        }
        return new Step.Save<>(
                new Outcome.Registered(venue.id(), FIRST_VERSION),
                venue.id().value(),
                List.of(new Change.Save(new StoredAggregate.OfVenue(venue, FIRST_VERSION))),
                file.activity().value().contributions());
    }

    private static VenueCard card(Venue venue, Index index) {
        int sessions = index.sessionsAt(venue.id()).size();
        return new VenueCard(VenueSummary.of(venue), venue.irishName(), sessions, venue.sample());
    }
}

package ie.tradsessions.application.moderation;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;

/** What decisions do to venues. */
final class VenueDecisions {
    private final Venues venues;
    private final SearchIndex index;
    private final VenueMerging merging;

    VenueDecisions(Venues venues, SearchIndex index, VenueMerging merging) {
        this.venues = venues;
        this.index = index;
        this.merging = merging;
    }

    Effect effect(VenueId id, Occasion occasion) {
        Optional<Versioned<Venue>> found = venues.find(id);
        if (found.isEmpty()) {
            return Gone.effect(occasion);
        }
        return switch (occasion.decision()) {
            case Decision.Keep keep -> new Effect.Changed(List.of(), null);
            case Decision.Remove remove -> removed(found.get());
            case Decision.Merge(var into) -> merged(id, into, occasion);
            case Decision.Hide hide -> throw Gone.doesNotGo(occasion);
            case Decision.Block block -> throw Gone.doesNotGo(occasion);
        };
    }

    private Effect removed(Versioned<Venue> found) {
        VenueId id = found.value().id();
        VenueId into = found.value().mergedInto();
        if (into != null) {
            return new Effect.Refused(new Decide.Outcome.IsMerged(id, into));
        }
        int sessions = index.latest().allSessionsAt(id).size();
        return sessions > 0
                ? new Effect.Refused(new Decide.Outcome.VenueHasSessions(sessions))
                : new Effect.Changed(
                        List.of(new Change.Save(new StoredAggregate.Deleted(AggregateKey.of(id), found.version() + 1))),
                        null);
    }

    private Effect merged(VenueId from, VenueId into, Occasion occasion) {
        return switch (merging.begin(from, into, occasion.moderator(), occasion.decided())) {
            case VenueMerging.Beginning.Marked(var changes) -> new Effect.Changed(changes, null, true);
            case VenueMerging.Beginning.NoSuchVenue(var venue) ->
                new Effect.Refused(new Decide.Outcome.NoSuchVenue(venue));
            case VenueMerging.Beginning.IsMerged(var venue, var other) ->
                new Effect.Refused(new Decide.Outcome.IsMerged(venue, other));
        };
    }

    /** Does what is left of a decision once it is stored, be it from before. */
    void finish(Subject subject, Decision decision) {
        if (subject instanceof Subject.OfVenue(var from) && decision instanceof Decision.Merge(var into)) {
            merging.finish(from, into);
        }
    }
}

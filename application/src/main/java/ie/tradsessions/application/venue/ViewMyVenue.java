package ie.tradsessions.application.venue;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a venue to a member as it is stored now, with what members changed of it. */
public final class ViewMyVenue {
    private final Venues venues;
    private final VenueHistory history;
    private final MemberNames names;

    public ViewMyVenue(Venues venues, VenueHistory history, MemberNames names) {
        this.venues = venues;
        this.history = history;
        this.names = names;
    }

    public record Query(Identity who, VenueId venue) {}

    /**
     * @param gone whether the word of the member who asks, that it is closed for good, stands
     * @param history newest first
     */
    public record View(Venue venue, long version, boolean gone, List<Past> history) {}

    /**
     * A change of the past.
     *
     * @param by the name of who made it, or null where that is a former member
     * @param mine whether it was the member who asks
     * @param undoable whether nothing that it altered was changed again since
     */
    public record Past(VenueChange change, @Nullable String by, boolean mine, boolean undoable) {}

    public Optional<View> view(Query query) {
        return venues.find(query.venue()).map(venue -> viewOf(venue, query));
    }

    private View viewOf(Versioned<Venue> venue, Query query) {
        List<VenueChange> changes = history.of(query.venue());
        Map<MemberId, String> known = names.of(changes.stream()
                .map(VenueChange::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new View(
                venue.value(),
                venue.version(),
                ClosingWords.isBy(query.who().member(), venue.value(), changes),
                changes.stream()
                        .map(change -> new Past(
                                change,
                                change.by() == null ? null : known.get(change.by()),
                                query.who().member().equals(change.by()),
                                change.undoneIn(venue.value()).isPresent()))
                        .toList());
    }
}

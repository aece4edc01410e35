package ie.tradsessions.application.venue;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.venue.DuplicateMatch;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.function.Supplier;

/** Registers a venue that somebody describes, unless it looks like one already known and nobody has said otherwise. */
public final class RegisterVenue {
    private final Venues venues;
    private final SearchIndex index;
    private final CountyBoundaries boundaries;
    private final Supplier<VenueId> newId;

    /** @param newId gives an identifier that no venue has */
    public RegisterVenue(Venues venues, SearchIndex index, CountyBoundaries boundaries, Supplier<VenueId> newId) {
        this.venues = venues;
        this.index = index;
        this.boundaries = boundaries;
        this.newId = newId;
    }

    /** @param anotherPlace whether somebody has seen the venues that it looks like, and says that it is none of them */
    public record Command(VenueDescription venue, boolean anotherPlace) {}

    public sealed interface Outcome {
        record Registered(VenueId id) implements Outcome {}

        /** Nothing was stored. */
        record LooksLike(List<Venue> candidates) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the description is not of a venue */
    public Outcome register(Command command) {
        Venue venue = command.venue().toVenue(newId.get(), List.of(), false, boundaries);
        if (!command.anotherPlace()) {
            List<Venue> candidates = index.current().within(venue.location(), DuplicateMatch.MAX_METRES).stream()
                    .filter(known -> DuplicateMatch.of(venue, known) != DuplicateMatch.DIFFERENT)
                    .toList();
            if (!candidates.isEmpty()) {
                return new Outcome.LooksLike(candidates);
            }
        }
        return switch (venues.save(venue, SaveOutcome.NEW)) {
            case SaveOutcome.Saved saved -> new Outcome.Registered(venue.id());
            case SaveOutcome.Stale stale -> throw new IllegalStateException("a new identifier is taken: " + venue.id());
        };
    }
}

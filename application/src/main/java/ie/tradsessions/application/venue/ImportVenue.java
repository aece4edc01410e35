package ie.tradsessions.application.venue;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.venue.DuplicateMatch;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;

/**
 * Takes over one venue from a data set. Taking it over again changes nothing. It becomes one with a venue already known
 * only where the two are certainly the same; what it merely resembles is named and left to people.
 */
public final class ImportVenue {
    /** How often somebody else may save the same venue in between before the import gives up. */
    private static final int ATTEMPTS = 10;

    private final Venues venues;
    private final VenueDirectory directory;
    private final CountyBoundaries boundaries;

    public ImportVenue(Venues venues, VenueDirectory directory, CountyBoundaries boundaries) {
        this.venues = venues;
        this.directory = directory;
        this.boundaries = boundaries;
    }

    /** @param source what identifies the venue in its data set */
    public record Command(VenueDescription venue, Source source, boolean sample) {}

    public sealed interface Outcome {
        VenueId id();

        /** @param alike venues that it may be the same as; somebody who knows the place has to say */
        record Added(VenueId id, List<Venue> alike) implements Outcome {}

        /** It was certainly one that was known already from elsewhere. */
        record Merged(VenueId id) implements Outcome {}

        /** It was known from this source, which now says something else. */
        record Updated(VenueId id) implements Outcome {}

        record Unchanged(VenueId id) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the description is not of a venue; nothing is stored then */
    public Outcome importVenue(Command command) {
        VenueId ownId = new VenueId(Identifier.derivedFrom(
                "venue " + command.source().dataset() + " " + command.source().key()));
        Venue described = command.venue().toVenue(ownId, List.of(command.source()), command.sample(), boundaries);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = attempt(described);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("venue " + ownId + " keeps being changed by somebody else");
    }

    /** Empty where somebody else was faster. */
    private Optional<Outcome> attempt(Venue described) {
        Source source = described.sources().getFirst();
        Optional<Versioned<Venue>> known = directory.from(source).flatMap(venues::find);
        if (known.isPresent()) {
            return refreshed(known.get(), described, source);
        }
        List<Venue> around = directory.within(described.location(), DuplicateMatch.MAX_METRES);
        for (Venue other : around) {
            if (DuplicateMatch.of(described, other) == DuplicateMatch.SAME) {
                return venues.find(other.id()).flatMap(same -> merged(same, described));
            }
        }
        List<Venue> alike = around.stream()
                .filter(other -> DuplicateMatch.of(described, other) == DuplicateMatch.ALIKE)
                .toList();
        return saved(described, SaveOutcome.NEW, new Outcome.Added(described.id(), alike));
    }

    private Optional<Outcome> refreshed(Versioned<Venue> known, Venue described, Source source) {
        Venue venue = known.value();
        boolean itsOnlySource =
                venue.sources().equals(List.of(source)) && venue.id().equals(described.id());
        Venue now = itsOnlySource ? described : venue.enrichedBy(described);
        return now.equals(venue)
                ? Optional.of(new Outcome.Unchanged(venue.id()))
                : saved(now, known.version(), new Outcome.Updated(venue.id()));
    }

    private Optional<Outcome> merged(Versioned<Venue> known, Venue described) {
        Venue venue = known.value();
        return saved(venue.enrichedBy(described), known.version(), new Outcome.Merged(venue.id()));
    }

    private Optional<Outcome> saved(Venue venue, long expectedVersion, Outcome outcome) {
        return switch (venues.save(venue, expectedVersion)) {
            case SaveOutcome.Saved saved -> Optional.of(outcome);
            case SaveOutcome.Stale stale -> Optional.empty();
        };
    }
}

package ie.tradsessions.application.venue;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.DuplicateMatch;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Imports a venue that a data set describes. Importing it again changes nothing. It is merged into a venue already
 * known only where the two are certainly the same; venues that only look alike are named and left to people. What its
 * data set said of its closing before is taken back. What members corrected stays as it is.
 */
public final class ImportVenue {
    private final Venues venues;
    private final MemberCorrections corrections;
    private final SearchIndex index;
    private final CountyBoundaries boundaries;

    public ImportVenue(Venues venues, VenueHistory history, SearchIndex index, CountyBoundaries boundaries) {
        this.venues = venues;
        corrections = new MemberCorrections(history);
        this.index = index;
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

        /**
         * It was known from this source, which now says something else.
         *
         * @param told as the source would have it; equal to {@code now} unless members corrected some of it
         */
        record Updated(Venue before, Venue now, Venue told) implements Outcome {
            @Override
            public VenueId id() {
                return now.id();
            }
        }

        /**
         * The source says something else only of what members corrected, which stays.
         *
         * @param told as the source would have it
         */
        record KeptAsCorrected(Venue now, Venue told) implements Outcome {
            @Override
            public VenueId id() {
                return now.id();
            }
        }

        record Unchanged(VenueId id) implements Outcome {}

        /** A moderator has removed it; nothing was stored. */
        record Removed(VenueId id) implements Outcome {}

        /** Of a venue that stays as it is. */
        static Outcome notStored(Venue venue, Venue told) {
            return told.equals(venue) ? new Unchanged(venue.id()) : new KeptAsCorrected(venue, told);
        }
    }

    /** @param leftOut what was told of the venue and is not allowed, but can be done without */
    public record Imported(Outcome outcome, List<LeftOut> leftOut) {}

    /** @param allowed what is allowed, in words */
    public record LeftOut(String field, String allowed) {}

    /**
     * Imports a venue, if need be without its website or telephone number: a pub is not turned away for those.
     *
     * @throws InvalidValue if the description is not of a venue; nothing is stored then
     */
    public Imported importVenue(Command command) {
        List<LeftOut> leftOut = new ArrayList<>();
        Venue described = described(command, command.venue(), leftOut);
        Outcome outcome = Attempts.untilSaved(
                "venue " + described.id(),
                failed -> attempt(described, failed == 0 ? index.current() : index.latest()));
        return new Imported(outcome, List.copyOf(leftOut));
    }

    private Venue described(Command command, VenueDescription description, List<LeftOut> leftOut) {
        Source source = command.source();
        VenueId id = new VenueId(Identifier.derivedFrom("venue " + source.dataset() + " " + source.key()));
        try {
            return description.toVenue(id, List.of(source), command.sample(), boundaries);
        } catch (InvalidValue e) {
            VenueDescription rest = description.without(e.field());
            if (rest.equals(description)) {
                throw e;
            }
            leftOut.add(new LeftOut(e.field(), e.allowed()));
            return described(command, rest, leftOut);
        }
    }

    /** Empty where somebody else was faster. */
    private Optional<Outcome> attempt(Venue described, Index directory) {
        Source source = described.sources().getFirst();
        Optional<Versioned<Venue>> known = directory.from(source).flatMap(venues::find);
        if (known.filter(its -> its.value().isMerged()).isPresent()) {
            // The index is behind.
            return Optional.empty();
        }
        if (known.isPresent()) {
            return refreshed(known.get(), described, source);
        }
        List<Venue> around = directory.within(described.location(), DuplicateMatch.MAX_METRES);
        for (Venue other : around) {
            if (DuplicateMatch.of(described, other) == DuplicateMatch.SAME) {
                return venues.find(other.id())
                        .filter(same -> !same.value().isMerged())
                        .flatMap(same -> merged(same, described));
            }
        }
        List<Venue> alike = around.stream()
                .filter(other -> DuplicateMatch.of(described, other) == DuplicateMatch.ALIKE)
                .toList();
        return switch (venues.save(described, SaveOutcome.NEW)) {
            case SaveOutcome.Saved saved -> Optional.of(new Outcome.Added(described.id(), alike));
            case SaveOutcome.Stale stale ->
                venues.find(described.id())
                                .filter(same -> !same.value().isMerged())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(new Outcome.Removed(described.id()));
        };
    }

    private Optional<Outcome> refreshed(Versioned<Venue> known, Venue described, Source source) {
        Venue venue = known.value();
        boolean itsOnlySource =
                venue.sources().equals(List.of(source)) && venue.id().equals(described.id());
        Closure closed = venue.closed();
        Venue stated = closed == null ? described : described.closed(closed);
        Venue told = (itsOnlySource ? stated : venue.enrichedBy(described)).shownOpenBy(source);
        Venue now = corrections.keptIn(venue, told);
        return now.equals(venue)
                ? Optional.of(Outcome.notStored(venue, told))
                : saved(now, known.version(), new Outcome.Updated(venue, now, told));
    }

    private Optional<Outcome> merged(Versioned<Venue> known, Venue described) {
        Venue venue = known.value();
        Venue enriched =
                venue.enrichedBy(described).shownOpenBy(described.sources().getFirst());
        return saved(corrections.keptIn(venue, enriched), known.version(), new Outcome.Merged(venue.id()));
    }

    private Optional<Outcome> saved(Venue venue, long expectedVersion, Outcome outcome) {
        return switch (venues.save(venue, expectedVersion)) {
            case SaveOutcome.Saved saved -> Optional.of(outcome);
            case SaveOutcome.Stale stale -> Optional.empty();
        };
    }
}

package ie.tradsessions.application.venue;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;

/**
 * Takes over a venue whole, with its identifier, as our own open data set gives it. Taking it over again changes
 * nothing. Where another venue has one of its sources already, that one stays and learns what this one knows. What members
 * corrected here stays as it is.
 */
public final class TransferVenue {
    private final Venues venues;
    private final MemberCorrections corrections;
    private final SearchIndex index;

    public TransferVenue(Venues venues, VenueHistory history, SearchIndex index) {
        this.venues = venues;
        corrections = new MemberCorrections(history);
        this.index = index;
    }

    public ImportVenue.Outcome transfer(Venue venue) {
        return Attempts.untilSaved(
                "venue " + venue.id(), failed -> attempt(venue, failed == 0 ? index.current() : index.latest()));
    }

    /** Empty where somebody else was faster. */
    private Optional<ImportVenue.Outcome> attempt(Venue venue, Index directory) {
        Optional<Versioned<Venue>> known = venues.find(venue.id());
        VenueId into = known.map(its -> its.value().mergedInto()).orElse(null);
        if (into != null) {
            // It stays merged, and so learns nothing that a moderator did not see.
            return Optional.of(new ImportVenue.Outcome.Unchanged(into));
        }
        if (known.isPresent()) {
            return replaced(known.get(), venue);
        }
        for (Source source : venue.sources()) {
            Optional<VenueId> other = directory.from(source);
            if (other.isPresent()) {
                return venues.find(other.get())
                        .filter(same -> !same.value().isMerged())
                        .flatMap(same -> merged(same, venue));
            }
        }
        return switch (venues.save(venue, SaveOutcome.NEW)) {
            case SaveOutcome.Saved saved -> Optional.of(new ImportVenue.Outcome.Added(venue.id(), List.of()));
            case SaveOutcome.Stale stale ->
                venues.find(venue.id()).isPresent()
                        ? Optional.empty()
                        : Optional.of(new ImportVenue.Outcome.Removed(venue.id()));
        };
    }

    private Optional<ImportVenue.Outcome> replaced(Versioned<Venue> known, Venue told) {
        Venue before = known.value();
        Venue now = corrections.keptIn(before, told);
        return now.equals(before)
                ? Optional.of(ImportVenue.Outcome.notStored(before, told))
                : saved(now, known.version(), new ImportVenue.Outcome.Updated(before, now, told));
    }

    private Optional<ImportVenue.Outcome> merged(Versioned<Venue> known, Venue venue) {
        Venue same = known.value();
        Venue enriched = corrections.keptIn(same, same.enrichedBy(venue));
        return enriched.equals(same)
                ? Optional.of(new ImportVenue.Outcome.Unchanged(same.id()))
                : saved(enriched, known.version(), new ImportVenue.Outcome.Merged(same.id()));
    }

    private Optional<ImportVenue.Outcome> saved(Venue venue, long expectedVersion, ImportVenue.Outcome outcome) {
        return switch (venues.save(venue, expectedVersion)) {
            case SaveOutcome.Saved saved -> Optional.of(outcome);
            case SaveOutcome.Stale stale -> Optional.empty();
        };
    }
}

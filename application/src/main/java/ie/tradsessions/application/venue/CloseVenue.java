package ie.tradsessions.application.venue;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.DuplicateMatch;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Marks a known venue as closed for good, because a record of a data set says so. It is known by its source, or else
 * where it is certainly the same by its name and position. Its sessions stay, in doubt. {@link ImportVenue} takes the
 * mark back when the data set shows the venue open. One that a member opened again stays open.
 */
public final class CloseVenue {
    private final Venues venues;
    private final MemberCorrections corrections;
    private final SearchIndex index;
    private final InstantSource clock;

    public CloseVenue(Venues venues, VenueHistory history, SearchIndex index, InstantSource clock) {
        this.venues = venues;
        corrections = new MemberCorrections(history);
        this.index = index;
        this.clock = clock;
    }

    /**
     * @param source the record that says so
     * @param shownOpen venues that other records of the same data set show open: they stay so
     */
    public record Command(Source source, String name, GeoPoint location, Set<VenueId> shownOpen) {
        public Command {
            shownOpen = Set.copyOf(shownOpen);
        }
    }

    public sealed interface Outcome {
        record Closed(Venue before, Venue now) implements Outcome {}

        /** It was marked before, by this source or by another. */
        record ClosedBefore(VenueId id) implements Outcome {}

        /** Nothing was stored: it is one of those that are shown open. */
        record ShownOpen(VenueId id) implements Outcome {}

        /** Nothing was stored: a member said that it is open after all. */
        record KeptOpen(Venue venue) implements Outcome {}

        /** Nothing was stored: what is closed and not known is not taken in. */
        record NoSuchVenue() implements Outcome {}
    }

    public Outcome close(Command command) {
        return Attempts.untilSaved(
                "venue of " + command.source(),
                failed -> attempt(command, failed == 0 ? index.current() : index.latest()));
    }

    /** Empty where somebody else was faster. */
    private Optional<Outcome> attempt(Command command, Index directory) {
        Optional<Versioned<Venue>> known = known(command, directory).flatMap(venues::find);
        if (known.isEmpty()) {
            return Optional.of(new Outcome.NoSuchVenue());
        }
        Venue venue = known.get().value();
        if (venue.isMerged()) {
            return Optional.empty();
        }
        if (command.shownOpen().contains(venue.id())) {
            return Optional.of(new Outcome.ShownOpen(venue.id()));
        }
        if (venue.closed() != null) {
            return Optional.of(new Outcome.ClosedBefore(venue.id()));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), venue.timeZone());
        Venue closed = corrections.keptIn(venue, venue.closed(new Closure(command.source(), today)));
        if (closed.equals(venue)) {
            return Optional.of(new Outcome.KeptOpen(venue));
        }
        return switch (venues.save(closed, known.get().version())) {
            case SaveOutcome.Saved saved -> Optional.of(new Outcome.Closed(venue, closed));
            case SaveOutcome.Stale stale -> Optional.empty();
        };
    }

    private static Optional<VenueId> known(Command command, Index directory) {
        return directory
                .from(command.source())
                .or(() -> directory.within(command.location(), DuplicateMatch.MAX_METRES).stream()
                        .filter(venue ->
                                DuplicateMatch.isCertainly(venue, command.source(), command.name(), command.location()))
                        .map(Venue::id)
                        .findFirst());
    }
}

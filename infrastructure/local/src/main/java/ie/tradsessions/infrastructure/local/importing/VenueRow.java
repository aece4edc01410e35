package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.venue.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that describes a venue.
 *
 * @param closedBecause what says that the venue has closed for good, in words, or null where nothing says so
 * @param warnings what was left out of it
 */
public record VenueRow(
        VenueDescription venue, Source source, @Nullable String closedBecause, List<String> warnings) {}

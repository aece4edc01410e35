package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.venue.Source;
import java.util.List;

/**
 * A record that describes a venue.
 *
 * @param warnings what was left out of it
 */
public record VenueRow(VenueDescription venue, Source source, List<String> warnings) {}

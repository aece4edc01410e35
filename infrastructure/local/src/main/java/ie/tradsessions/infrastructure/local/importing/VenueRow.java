package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.venue.Source;
import java.util.List;

/**
 * A record that describes a venue.
 *
 * @param warnings what was left out of it
 */
public record VenueRow(VenueDescription venue, Source source, List<String> warnings) {
    VenueRow without(String field) {
        return new VenueRow(
                new VenueDescription(
                        venue.name(),
                        venue.irishName(),
                        venue.otherNames(),
                        venue.street(),
                        venue.town(),
                        venue.county(),
                        venue.region(),
                        venue.country(),
                        venue.gaeltacht(),
                        venue.location(),
                        venue.timeZone(),
                        field.equals("website") ? null : venue.website(),
                        field.equals("phone") ? null : venue.phone()),
                source,
                warnings);
    }
}

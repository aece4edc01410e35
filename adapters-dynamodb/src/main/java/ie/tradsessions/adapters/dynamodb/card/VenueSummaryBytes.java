package ie.tradsessions.adapters.dynamodb.card;

import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.VenueId;

/** What a card shows of a venue, in bytes, its identifier among them. */
final class VenueSummaryBytes {
    private static final int COUNTY = 1;
    private static final int WHOLE = 2;

    private VenueSummaryBytes() {}

    static void write(ByteWriter to, VenueSummary venue) {
        boolean whole = WhereBytes.isWhole(venue.location());
        to.octet((venue.county() == null ? 0 : COUNTY) | (whole ? WHOLE : 0));
        to.identifier(venue.id().value());
        to.text(venue.name());
        to.optionalText(venue.town());
        to.optionalText(venue.region());
        WhereBytes.writeCountry(to, venue.county(), venue.country());
        WhereBytes.writePoint(to, venue.location(), whole);
        WhereBytes.writeZone(to, venue.timeZone());
    }

    static VenueSummary read(ByteReader from) {
        int flags = from.octet();
        VenueId id = new VenueId(from.identifier());
        String name = from.text();
        String town = from.optionalText();
        String region = from.optionalText();
        County county = (flags & COUNTY) == 0 ? null : from.constant(County.class);
        return new VenueSummary(
                id,
                name,
                town,
                county,
                region,
                WhereBytes.readCountry(from, county),
                WhereBytes.readPoint(from, (flags & WHOLE) != 0),
                WhereBytes.readZone(from));
    }
}

package ie.tradsessions.adapters.dynamodb.card;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole venue and the number of its sessions in bytes, without its identifier, which is in its key. */
public final class VenueBytes {
    private static final int VERSION = 1;

    private static final int COUNTY = 1;
    private static final int WHOLE = 2;
    private static final int GAELTACHT = 4;
    private static final int SAMPLE = 8;

    private VenueBytes() {}

    public static byte[] write(Venue venue, int sessions) {
        Place place = venue.place();
        URI website = venue.website();
        boolean whole = WhereBytes.isWhole(venue.location());
        ByteWriter to = new ByteWriter();
        to.octet(VERSION);
        to.octet((place.county() == null ? 0 : COUNTY)
                | (whole ? WHOLE : 0)
                | (place.gaeltacht() ? GAELTACHT : 0)
                | (venue.sample() ? SAMPLE : 0));
        to.number(sessions);
        to.text(venue.name());
        to.optionalText(venue.irishName());
        to.number(venue.otherNames().size());
        venue.otherNames().forEach(to::text);
        to.optionalText(place.street());
        to.optionalText(place.town());
        to.optionalText(place.region());
        WhereBytes.writeCountry(to, place.county(), place.country());
        WhereBytes.writePoint(to, venue.location(), whole);
        WhereBytes.writeZone(to, venue.timeZone());
        to.optionalText(website == null ? null : website.toString());
        to.optionalText(venue.phone());
        to.number(venue.sources().size());
        venue.sources().forEach(source -> {
            to.text(source.dataset());
            to.text(source.key());
        });
        return to.toBytes();
    }

    /** @throws UnreadableBytes if the bytes are damaged or of a version that this program does not know */
    public static StoredVenue read(VenueId id, byte[] bytes) {
        return ByteReader.read("venue " + id, bytes, VERSION, from -> {
            int flags = from.octet();
            int sessions = from.smallNumber();
            Venue venue = new Venue(
                    id,
                    from.text(),
                    from.optionalText(),
                    readTexts(from),
                    readPlace(from, flags),
                    WhereBytes.readPoint(from, (flags & WHOLE) != 0),
                    WhereBytes.readZone(from),
                    readAddress(from.optionalText()),
                    from.optionalText(),
                    readSources(from),
                    (flags & SAMPLE) != 0);
            return new StoredVenue(venue, sessions);
        });
    }

    private static Place readPlace(ByteReader from, int flags) {
        String street = from.optionalText();
        String town = from.optionalText();
        String region = from.optionalText();
        County county = (flags & COUNTY) == 0 ? null : from.constant(County.class);
        return new Place(street, town, county, region, WhereBytes.readCountry(from, county), (flags & GAELTACHT) != 0);
    }

    private static @Nullable URI readAddress(@Nullable String address) {
        return address == null ? null : URI.create(address);
    }

    private static List<String> readTexts(ByteReader from) {
        List<String> texts = new ArrayList<>();
        for (int left = from.count(); left > 0; left--) {
            texts.add(from.text());
        }
        return texts;
    }

    private static List<Source> readSources(ByteReader from) {
        List<Source> sources = new ArrayList<>();
        for (int left = from.count(); left > 0; left--) {
            sources.add(new Source(from.text(), from.text()));
        }
        return sources;
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only a venue's page shows as bytes, and back; the rest stands in the columns of a table. */
final class VenueCodec {
    private static final int HAS_STREET = 1;
    private static final int GAELTACHT = 2;
    private static final int HAS_WEBSITE = 4;
    private static final int HAS_PHONE = 8;
    private static final int HAS_OTHER_NAMES = 16;
    private static final int HAS_SOURCES = 32;

    private static final int MAX_COUNT = 1_000;

    private VenueCodec() {}

    static void write(ByteWriter out, Versioned<Venue> versioned) {
        Venue venue = versioned.value();
        String street = venue.place().street();
        URI website = venue.website();
        String phone = venue.phone();
        out.octet((street == null ? 0 : HAS_STREET)
                | (venue.place().gaeltacht() ? GAELTACHT : 0)
                | (website == null ? 0 : HAS_WEBSITE)
                | (phone == null ? 0 : HAS_PHONE)
                | (venue.otherNames().isEmpty() ? 0 : HAS_OTHER_NAMES)
                | (venue.sources().isEmpty() ? 0 : HAS_SOURCES));
        out.unsigned(versioned.version());
        if (street != null) {
            out.text(street);
        }
        if (website != null) {
            out.text(website.toString());
        }
        if (phone != null) {
            out.text(phone);
        }
        if (!venue.otherNames().isEmpty()) {
            out.unsigned(venue.otherNames().size());
            venue.otherNames().forEach(out::text);
        }
        if (!venue.sources().isEmpty()) {
            out.unsigned(venue.sources().size());
            venue.sources().forEach(source -> {
                out.text(source.dataset());
                out.text(source.key());
            });
        }
    }

    /**
     * @param summary what the table's columns tell
     * @param sample as above
     */
    static Versioned<Venue> read(ByteReader in, VenueSummary summary, @Nullable String irishName, boolean sample) {
        int head = in.octet();
        long version = in.unsigned();
        String street = (head & HAS_STREET) == 0 ? null : in.text();
        URI website = (head & HAS_WEBSITE) == 0 ? null : URI.create(in.text());
        String phone = (head & HAS_PHONE) == 0 ? null : in.text();
        List<String> otherNames = new ArrayList<>();
        for (int i = (head & HAS_OTHER_NAMES) == 0 ? 0 : in.count(MAX_COUNT); i > 0; i--) {
            otherNames.add(in.text());
        }
        List<Source> sources = new ArrayList<>();
        for (int i = (head & HAS_SOURCES) == 0 ? 0 : in.count(MAX_COUNT); i > 0; i--) {
            sources.add(new Source(in.text(), in.text()));
        }
        Place place = new Place(
                street, summary.town(), summary.county(), summary.region(), summary.country(), (head & GAELTACHT) != 0);
        Venue venue = new Venue(
                summary.id(),
                summary.name(),
                irishName,
                otherNames,
                place,
                summary.location(),
                summary.timeZone(),
                website,
                phone,
                sources,
                sample);
        return new Versioned<>(venue, version);
    }
}

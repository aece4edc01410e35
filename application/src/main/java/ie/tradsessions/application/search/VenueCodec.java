package ie.tradsessions.application.search;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.net.URI;
import java.time.LocalDate;
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
    private static final int HAS_FORMER_NAMES = 64;
    private static final int CLOSED = 128;

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
                | (venue.sources().isEmpty() ? 0 : HAS_SOURCES)
                | (venue.formerNames().isEmpty() ? 0 : HAS_FORMER_NAMES)
                | (venue.closed() == null ? 0 : CLOSED));
        out.unsigned(versioned.version());
        if (!venue.formerNames().isEmpty()) {
            names(out, venue.formerNames());
        }
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
            names(out, venue.otherNames());
        }
        if (!venue.sources().isEmpty()) {
            out.unsigned(venue.sources().size());
            venue.sources().forEach(source -> source(out, source));
        }
        Closure closed = venue.closed();
        if (closed != null) {
            out.signed(closed.on().toEpochDay());
            Source closedBy = closed.source();
            out.octet(closedBy == null ? 0 : 1);
            if (closedBy != null) {
                source(out, closedBy);
            }
        }
    }

    private static void names(ByteWriter out, List<String> names) {
        out.unsigned(names.size());
        names.forEach(out::text);
    }

    private static List<String> names(ByteReader in) {
        List<String> names = new ArrayList<>();
        for (int i = in.count(MAX_COUNT); i > 0; i--) {
            names.add(in.text());
        }
        return names;
    }

    private static void source(ByteWriter out, Source source) {
        out.text(source.dataset());
        out.text(source.key());
    }

    private static Source source(ByteReader in) {
        return new Source(in.text(), in.text());
    }

    /** The former names alone, which cards show too. */
    static List<String> formerNames(ByteReader in) {
        int head = in.octet();
        in.unsigned();
        return (head & HAS_FORMER_NAMES) == 0 ? List.of() : names(in);
    }

    /**
     * @param summary what the table's columns tell
     * @param sample as above
     */
    static Versioned<Venue> read(ByteReader in, VenueSummary summary, @Nullable String irishName, boolean sample) {
        int head = in.octet();
        long version = in.unsigned();
        List<String> formerNames = (head & HAS_FORMER_NAMES) == 0 ? List.of() : names(in);
        String street = (head & HAS_STREET) == 0 ? null : in.text();
        URI website = (head & HAS_WEBSITE) == 0 ? null : URI.create(in.text());
        String phone = (head & HAS_PHONE) == 0 ? null : in.text();
        List<String> otherNames = (head & HAS_OTHER_NAMES) == 0 ? List.of() : names(in);
        List<Source> sources = new ArrayList<>();
        for (int i = (head & HAS_SOURCES) == 0 ? 0 : in.count(MAX_COUNT); i > 0; i--) {
            sources.add(source(in));
        }
        Closure closed = (head & CLOSED) == 0 ? null : closure(in, summary.surelyClosed());
        Place place = new Place(
                street, summary.town(), summary.county(), summary.region(), summary.country(), (head & GAELTACHT) != 0);
        Venue venue = new Venue(
                summary.id(),
                summary.name(),
                irishName,
                otherNames,
                formerNames,
                place,
                summary.location(),
                summary.timeZone(),
                website,
                phone,
                sources,
                sample,
                closed);
        return new Versioned<>(venue, version);
    }

    private static Closure closure(ByteReader in, boolean sure) {
        LocalDate on = LocalDate.ofEpochDay(in.signed());
        return new Closure(in.octet() == 0 ? null : source(in), on, sure);
    }
}

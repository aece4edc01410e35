package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/** A venue to start from: a pub in Ennis of which everything is told that can be. */
final class SampleHouse {
    static final GeoPoint ENNIS = new GeoPoint(52.8437, -8.9864);

    private SampleHouse() {}

    static Venue ennis() {
        return new Venue(
                id("ennis"),
                "Brogan's",
                "Tigh Br\u00f3g\u00e1in",
                List.of("The Old House"),
                List.of(),
                new Place("24 O'Connell Street", "Ennis", County.CLARE, null, Country.IRELAND, false),
                ENNIS,
                ZoneId.of("Europe/Dublin"),
                URI.create("https://pub.example/"),
                "+353 65 000 0000",
                List.of(new Source(Source.OPENSTREETMAP, "node/1")),
                false,
                null);
    }

    /** A venue of which no more is told than a name and a position. */
    static Venue bare(String name, GeoPoint location, Source... sources) {
        return new Venue(
                id(name + location + List.of(sources)),
                name,
                null,
                List.of(),
                List.of(),
                Place.in(County.CLARE, null),
                location,
                ZoneId.of("Europe/Dublin"),
                null,
                null,
                List.of(sources),
                false,
                null);
    }

    static VenueId id(String name) {
        return new VenueId(Identifier.derivedFrom(name));
    }

    /** So many metres north of a point. */
    static GeoPoint north(GeoPoint of, double metres) {
        return new GeoPoint(of.latitude() + Math.toDegrees(metres / GeoPoint.EARTH_RADIUS_METRES), of.longitude());
    }
}

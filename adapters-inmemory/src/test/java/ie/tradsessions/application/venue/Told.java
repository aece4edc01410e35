package ie.tradsessions.application.venue;

import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/** What somebody tells of a venue, in the words of a test; no more than a name and a position to start with. */
final class Told {
    private final String name;
    private final GeoPoint location;
    private String town;
    private County county;
    private Country country;
    private ZoneId zone;
    private boolean gaeltacht;
    private String street;
    private URI website;
    private String phone;
    private List<String> formerNames = List.of();

    private Told(String name, GeoPoint location) {
        this.name = name;
        this.location = location;
    }

    static Told of(String name, GeoPoint location) {
        return new Told(name, location);
    }

    Told street(String value) {
        street = value;
        return this;
    }

    Told town(String value) {
        town = value;
        return this;
    }

    Told county(County value) {
        county = value;
        return this;
    }

    Told country(String value) {
        country = new Country(value);
        return this;
    }

    Told zone(String value) {
        zone = ZoneId.of(value);
        return this;
    }

    Told gaeltacht() {
        gaeltacht = true;
        return this;
    }

    Told formerly(String... values) {
        formerNames = List.of(values);
        return this;
    }

    Told website(String value) {
        website = URI.create(value);
        return this;
    }

    Told phone(String value) {
        phone = value;
        return this;
    }

    VenueDescription description() {
        return new VenueDescription(
                name,
                null,
                List.of(),
                formerNames,
                street,
                town,
                county,
                null,
                country,
                gaeltacht,
                location,
                zone,
                website,
                phone);
    }
}

package ie.tradsessions.adapters.lambda.venue;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.TimeZones;
import ie.tradsessions.domain.venue.WebAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of a venue.
 *
 * @param another whether it is none of those that it looks like; of a new one only
 * @param closed whether it is closed for good; of a changed one only
 */
record VenueInput(VenueDescription description, boolean another, boolean closed) {
    static VenueInput ofNew(JsonBody json) {
        return read(json, json.flag("anotherPlace"), false);
    }

    static VenueInput ofChanged(JsonBody json) {
        return read(json, false, json.flag("closed"));
    }

    private static VenueInput read(JsonBody json, boolean another, boolean closed) {
        String name = json.needed("name", text -> text);
        String irishName = json.text("nameIrish");
        List<String> otherNames = json.list("otherNames", text -> text);
        List<String> formerNames = json.list("formerNames", text -> text);
        String street = json.text("street");
        String town = json.text("town");
        County county = json.optional("county", ParameterParsers.oneOf(County.class));
        String region = json.text("region");
        Country country = json.optional("country", Country::new);
        boolean gaeltacht = json.flag("gaeltacht");
        JsonBody within = json.neededObject("location");
        GeoPoint location = within == null ? null : location(within);
        ZoneId timeZone = json.optional("timeZone", zone -> TimeZones.named("timeZone", zone));
        URI website = json.optional("website", text -> WebAddress.read("website", text));
        String phone = json.text("phone");
        return json.into(() -> new VenueInput(
                new VenueDescription(
                        Objects.requireNonNull(name),
                        irishName,
                        otherNames,
                        formerNames,
                        street,
                        town,
                        county,
                        region,
                        country,
                        gaeltacht,
                        Objects.requireNonNull(location),
                        timeZone,
                        website,
                        phone),
                another,
                closed));
    }

    private static @Nullable GeoPoint location(JsonBody json) {
        Double latitude = json.number("lat", VenueInput::degrees);
        Double longitude = json.number("lon", VenueInput::degrees);
        return json.value(() -> new GeoPoint(Objects.requireNonNull(latitude), Objects.requireNonNull(longitude)));
    }

    /** A number of JSON has no other form than this. */
    private static double degrees(String number) {
        return Double.parseDouble(number);
    }
}

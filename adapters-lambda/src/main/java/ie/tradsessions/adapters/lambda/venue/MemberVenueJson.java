package ie.tradsessions.adapters.lambda.venue;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.application.venue.ViewMyVenue;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueField;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A venue as a member sees it, with its history. */
public final class MemberVenueJson {
    private MemberVenueJson() {}

    static void venue(JsonGenerator json, ViewMyVenue.View view) {
        json.writeStartObject();
        json.writeName("venue");
        VenueJson.venue(json, view.venue());
        json.writeNumberProperty("version", view.version());
        json.writeBooleanProperty("gone", view.gone());
        Json.array(json, "history", view.history(), MemberVenueJson::past);
        json.writeEndObject();
    }

    private static void past(JsonGenerator json, ViewMyVenue.Past past) {
        json.writeStartObject();
        change(json, past.change());
        json.writeStringProperty("by", past.by());
        json.writeBooleanProperty("mine", past.mine());
        json.writeBooleanProperty("undoable", past.undoable());
        json.writeEndObject();
    }

    /** What was changed and when, into an object that has begun. */
    public static void change(JsonGenerator json, VenueChange change) {
        json.writeNumberProperty("version", change.version());
        Json.text(json, "at", change.at());
        Json.array(json, "fields", change.fields(), (generator, field) -> {
            generator.writeStartObject();
            generator.writeStringProperty("field", name(field));
            generator.writeStringProperty("before", text(field, change.before()));
            generator.writeStringProperty("after", text(field, change.after()));
            generator.writeEndObject();
        });
    }

    private static String name(VenueField field) {
        return switch (field) {
            case NAME -> "name";
            case NAME_IRISH -> "nameIrish";
            case OTHER_NAMES -> "otherNames";
            case FORMER_NAMES -> "formerNames";
            case STREET -> "street";
            case TOWN -> "town";
            case COUNTY -> "county";
            case REGION -> "region";
            case COUNTRY -> "country";
            case GAELTACHT -> "gaeltacht";
            case LOCATION -> "location";
            case TIME_ZONE -> "timeZone";
            case WEBSITE -> "website";
            case PHONE -> "phone";
            case CLOSED -> "closed";
        };
    }

    private static @Nullable String text(VenueField field, Venue venue) {
        return switch (field.of(venue)) {
            case null -> null;
            case List<?> names ->
                names.isEmpty() ? null : names.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case GeoPoint point -> point.latitude() + ", " + point.longitude();
            case Country country -> country.code();
            case Closure closure -> closure.on().toString();
            case Object other -> other.toString();
        };
    }
}

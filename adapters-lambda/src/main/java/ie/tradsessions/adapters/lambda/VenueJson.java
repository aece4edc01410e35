package ie.tradsessions.adapters.lambda;

import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.VenueCard;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Places that host sessions. */
final class VenueJson {
    private VenueJson() {}

    /** A venue with all its sessions. */
    static void page(JsonGenerator json, ViewVenue.View view) {
        Venue venue = view.page().venue();
        json.writeStartObject();
        json.writeNumberProperty("version", view.page().version());
        fields(json, venue);
        Json.array(json, "sources", venue.sources(), VenueJson::credit);
        Json.array(json, "sessions", view.sessions(), SessionJson::card);
        json.writeEndObject();
    }

    static void venue(JsonGenerator json, Venue venue) {
        json.writeStartObject();
        fields(json, venue);
        Json.array(json, "sources", venue.sources(), VenueJson::credit);
        json.writeEndObject();
    }

    /** Everything but the sources, which are told to people in another way than to programs. */
    static void fields(JsonGenerator json, Venue venue) {
        json.writeStringProperty("id", venue.id().value());
        json.writeStringProperty("name", venue.name());
        json.writeStringProperty("nameIrish", venue.irishName());
        Json.array(json, "otherNames", venue.otherNames(), JsonGenerator::writeString);
        json.writeStringProperty("street", venue.place().street());
        json.writeStringProperty("town", venue.place().town());
        county(json, venue.place().county());
        json.writeStringProperty("region", venue.place().region());
        json.writeStringProperty("country", venue.place().country().code());
        json.writeBooleanProperty("gaeltacht", venue.place().gaeltacht());
        location(json, venue.location());
        json.writeStringProperty("timeZone", venue.timeZone().getId());
        Json.text(json, "website", venue.website());
        json.writeStringProperty("phone", venue.phone());
        json.writeBooleanProperty("sample", venue.sample());
    }

    static void card(JsonGenerator json, VenueCard card, @Nullable Nearby near) {
        json.writeStartObject();
        summaryFields(json, card.venue());
        json.writeStringProperty("nameIrish", card.irishName());
        json.writeNumberProperty("sessions", card.sessions());
        distance(json, near == null ? null : near.point().metresTo(card.venue().location()));
        json.writeBooleanProperty("sample", card.sample());
        json.writeEndObject();
    }

    static void summary(JsonGenerator json, VenueSummary venue) {
        json.writeStartObject();
        summaryFields(json, venue);
        json.writeEndObject();
    }

    static void location(JsonGenerator json, GeoPoint point) {
        json.writeObjectPropertyStart("location");
        json.writeNumberProperty("lat", point.latitude());
        json.writeNumberProperty("lon", point.longitude());
        json.writeEndObject();
    }

    /** In kilometres, to ten metres: nobody's position is known better. */
    static void distance(JsonGenerator json, @Nullable Double metres) {
        if (metres == null) {
            json.writeNullProperty("distanceKm");
        } else {
            json.writeNumberProperty("distanceKm", Math.round(metres / 10) / 100.0);
        }
    }

    private static void summaryFields(JsonGenerator json, VenueSummary venue) {
        json.writeStringProperty("id", venue.id().value());
        json.writeStringProperty("name", venue.name());
        json.writeStringProperty("town", venue.town());
        county(json, venue.county());
        json.writeStringProperty("region", venue.region());
        json.writeStringProperty("country", venue.country().code());
        location(json, venue.location());
        json.writeStringProperty("timeZone", venue.timeZone().getId());
    }

    private static void county(JsonGenerator json, @Nullable County county) {
        json.writeStringProperty("county", county == null ? null : county.name());
    }

    /** The source as people read it. */
    private static void credit(JsonGenerator json, Source source) {
        boolean osm = source.dataset().equals(Source.OPENSTREETMAP);
        json.writeStartObject();
        json.writeStringProperty("name", osm ? "OpenStreetMap" : source.dataset());
        json.writeStringProperty("url", osm ? "https://www.openstreetmap.org/" + source.key() : null);
        json.writeEndObject();
    }
}

package ie.tradsessions.adapters.lambda.venue;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.place.PlaceJson;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.VenueCard;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Places that host sessions. */
public final class VenueJson {
    private VenueJson() {}

    /** All that is known of a venue. */
    public static void venue(JsonGenerator json, Venue venue) {
        json.writeStartObject();
        fields(json, venue);
        json.writeEndObject();
    }

    /** The same, into an object that has begun. */
    public static void fields(JsonGenerator json, Venue venue) {
        json.writeStringProperty("id", venue.id().value());
        json.writeStringProperty("name", venue.name());
        json.writeStringProperty("nameIrish", venue.irishName());
        Json.array(json, "otherNames", venue.otherNames(), JsonGenerator::writeString);
        Json.array(json, "formerNames", venue.formerNames(), JsonGenerator::writeString);
        json.writeStringProperty("street", venue.place().street());
        json.writeStringProperty("town", venue.place().town());
        county(json, venue.place().county());
        json.writeStringProperty("region", venue.place().region());
        json.writeStringProperty("country", venue.place().country().code());
        json.writeBooleanProperty("gaeltacht", venue.place().gaeltacht());
        PlaceJson.location(json, venue.location());
        json.writeStringProperty("timeZone", venue.timeZone().getId());
        Json.text(json, "website", venue.website());
        json.writeStringProperty("phone", venue.phone());
        json.writeBooleanProperty("sample", venue.sample());
        Json.array(json, "sources", venue.sources(), VenueJson::credit);
        closed(json, venue.closed());
    }

    private static void closed(JsonGenerator json, @Nullable Closure closed) {
        if (closed == null) {
            json.writeNullProperty("closed");
            return;
        }
        json.writeObjectPropertyStart("closed");
        Json.text(json, "on", closed.on());
        Source source = closed.source();
        if (source == null) {
            json.writeNullProperty("source");
        } else {
            json.writeName("source");
            credit(json, source);
        }
        json.writeBooleanProperty("sure", closed.sure());
        json.writeEndObject();
    }

    static void card(JsonGenerator json, VenueCard card, @Nullable Nearby near) {
        json.writeStartObject();
        summaryFields(json, card.venue());
        json.writeStringProperty("nameIrish", card.irishName());
        json.writeNumberProperty("sessions", card.sessions());
        PlaceJson.distance(
                json, near == null ? null : near.point().metresTo(card.venue().location()));
        json.writeBooleanProperty("sample", card.sample());
        json.writeEndObject();
    }

    /** As much of a venue as stands with each of its sessions. */
    public static void summary(JsonGenerator json, VenueSummary venue) {
        json.writeStartObject();
        summaryFields(json, venue);
        json.writeEndObject();
    }

    private static void summaryFields(JsonGenerator json, VenueSummary venue) {
        json.writeStringProperty("id", venue.id().value());
        json.writeStringProperty("name", venue.name());
        json.writeStringProperty("town", venue.town());
        county(json, venue.county());
        json.writeStringProperty("region", venue.region());
        json.writeStringProperty("country", venue.country().code());
        PlaceJson.location(json, venue.location());
        json.writeStringProperty("timeZone", venue.timeZone().getId());
        Json.array(json, "formerNames", venue.formerNames(), JsonGenerator::writeString);
        json.writeBooleanProperty("closed", venue.closed());
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

package ie.tradsessions.adapters.lambda.place;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.search.Counts.Count;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import java.time.DayOfWeek;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** How much there is in each county, and abroad. */
final class CountyJson {
    private CountyJson() {}

    static void counties(JsonGenerator json, ListCounties.Listed listed) {
        json.writeStartObject();
        Json.array(json, "items", listed.counties().entrySet(), CountyJson::county);
        Json.array(json, "countries", listed.countries().entrySet(), CountyJson::country);
        json.writeEndObject();
    }

    private static void county(JsonGenerator json, Map.Entry<County, Count> counted) {
        County county = counted.getKey();
        Count count = counted.getValue();
        json.writeStartObject();
        json.writeStringProperty("county", county.name());
        json.writeStringProperty("slug", county.slug());
        json.writeStringProperty("name", county.englishName());
        json.writeStringProperty("nameIrish", county.irishName());
        PlaceJson.location(json, county.centre());
        json.writeNumberProperty("sessions", count.sessions());
        json.writeNumberProperty("venues", count.venues());
        json.writeObjectPropertyStart("nights");
        for (DayOfWeek day : DayOfWeek.values()) {
            json.writeNumberProperty(day.name(), count.nights().getOrDefault(day, 0));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void country(JsonGenerator json, Map.Entry<Country, Count> counted) {
        json.writeStartObject();
        json.writeStringProperty("country", counted.getKey().code());
        json.writeNumberProperty("sessions", counted.getValue().sessions());
        json.writeNumberProperty("venues", counted.getValue().venues());
        json.writeEndObject();
    }
}

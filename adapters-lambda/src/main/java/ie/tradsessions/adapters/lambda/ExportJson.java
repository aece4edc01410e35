package ie.tradsessions.adapters.lambda;

import ie.tradsessions.application.dataset.DataSet.Entry;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The open data set: everything that an import needs to have the same venues and sessions elsewhere. */
public final class ExportJson {
    private ExportJson() {}

    /** JSON Lines in UTF-8. */
    public static byte[] lines(Collection<Entry> entries) {
        return Json.bytes(json -> {
            entries.forEach(entry -> line(json, entry));
            if (!entries.isEmpty()) {
                json.writeRaw('\n');
            }
        });
    }

    private static void line(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        switch (entry) {
            case Entry.VenueEntry(var venue) -> venue(json, venue);
            case Entry.SessionEntry(var session, var feedback) -> session(json, session, feedback);
        }
        json.writeEndObject();
    }

    private static void venue(JsonGenerator json, Venue venue) {
        json.writeStringProperty("kind", "VENUE");
        VenueJson.fields(json, venue);
        Json.array(json, "sources", venue.sources(), ExportJson::source);
    }

    private static void source(JsonGenerator json, Source source) {
        json.writeStartObject();
        json.writeStringProperty("dataset", source.dataset());
        json.writeStringProperty("key", source.key());
        json.writeEndObject();
    }

    private static void session(JsonGenerator json, Session session, Feedback feedback) {
        json.writeStringProperty("kind", "SESSION");
        json.writeStringProperty("id", session.id().value());
        json.writeStringProperty("venueId", session.venue().value());
        json.writeStringProperty("name", session.name());
        json.writeName("schedule");
        ScheduleJson.schedule(json, session.timetable().schedule());
        Json.array(json, "changes", session.timetable().changes().entrySet(), ExportJson::change);
        Json.text(json, "endedOn", session.timetable().endedOn());
        SessionJson.etiquette(json, session.etiquette());
        Json.names(json, "instruments", session.instruments());
        json.writeStringProperty("craic", session.craic());
        SessionJson.shared(json, session.shared());
        Json.array(json, "said", feedback.nights().entrySet(), ExportJson::said);
        Feedback.LastWord word = feedback.lastWord();
        if (word == null) {
            json.writeNullProperty("lastWord");
        } else {
            json.writeObjectPropertyStart("lastWord");
            json.writeStringProperty("by", word.by());
            Json.text(json, "at", word.at());
            json.writeEndObject();
        }
        Json.array(json, "ratings", feedback.ratings().histogram(), JsonGenerator::writeNumber);
        json.writeBooleanProperty("sample", session.sample());
    }

    private static void change(JsonGenerator json, Map.Entry<LocalDate, OccurrenceStatus> change) {
        OccurrenceStatus status = change.getValue();
        json.writeStartObject();
        Json.text(json, "date", change.getKey());
        json.writeStringProperty("status", ScheduleJson.name(status));
        json.writeStringProperty("note", ScheduleJson.note(status));
        if (status instanceof OccurrenceStatus.Moved(var to, var at, var note)) {
            Json.text(json, "movedToVenueId", to);
            Json.text(json, "movedToTime", at);
        } else {
            json.writeNullProperty("movedToVenueId");
            json.writeNullProperty("movedToTime");
        }
        json.writeEndObject();
    }

    private static void said(JsonGenerator json, Map.Entry<LocalDate, Confirmations> said) {
        json.writeStartObject();
        Json.text(json, "date", said.getKey());
        json.writeNumberProperty("on", said.getValue().on());
        json.writeNumberProperty("off", said.getValue().off());
        json.writeEndObject();
    }
}

package ie.tradsessions.adapters.lambda.moderation;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.application.moderation.Told;
import ie.tradsessions.application.moderation.ViewLog;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Objection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What moderators decide, for those whom it concerns, and for moderators. */
public final class DecisionJson {
    private DecisionJson() {}

    /** What an author is told. */
    public static void told(JsonGenerator json, Told told) {
        json.writeStartObject();
        json.writeStringProperty("thing", told.thing());
        fields(json, told.notice());
        json.writeBooleanProperty("mayObject", told.notice().mayObject());
        json.writeEndObject();
    }

    /** The same as it is stored, for the export of the author. */
    public static void stored(JsonGenerator json, Notice notice) {
        json.writeStartObject();
        fields(json, notice);
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Notice notice) {
        json.writeStringProperty("subject", notice.subject().toString());
        fields(json, notice.decided());
        objection(json, notice.objection());
    }

    static void decided(JsonGenerator json, Decided decided) {
        json.writeStartObject();
        fields(json, decided);
        json.writeEndObject();
    }

    static void logged(JsonGenerator json, ViewLog.Line line) {
        Decided decided = line.entry().decided();
        json.writeStartObject();
        json.writeStringProperty("by", line.by());
        json.writeStringProperty("subject", line.entry().subject().toString());
        json.writeStringProperty("name", line.entry().name());
        fields(json, decided);
        json.writeStringProperty("into", decided.decision() instanceof Decision.Merge(var into) ? into.value() : null);
        json.writeStringProperty("intoName", line.entry().intoName());
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Decided decided) {
        json.writeStringProperty("decision", decided.decision().kind().name());
        json.writeStringProperty("note", decided.note());
        Json.text(json, "at", decided.at());
    }

    static void objection(JsonGenerator json, @Nullable Objection objection) {
        if (objection == null) {
            json.writeNullProperty("objection");
            return;
        }
        json.writeObjectPropertyStart("objection");
        json.writeStringProperty("text", objection.text());
        Json.text(json, "at", objection.at());
        json.writeEndObject();
    }
}

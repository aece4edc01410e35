package ie.tradsessions.adapters.lambda.review;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.review.Review;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What members think of sessions. */
public final class ReviewJson {
    private ReviewJson() {}

    /** A review as everybody sees it. */
    public static void review(JsonGenerator json, Review review, Map<MemberId, String> names) {
        json.writeStartObject();
        json.writeStringProperty("by", review.author().nameIn(names));
        fields(json, review);
        json.writeEndObject();
    }

    /** A review as its author and moderators see it: with who else does. */
    public static void withVisibility(JsonGenerator json, Review review, Map<MemberId, String> names) {
        json.writeStartObject();
        json.writeStringProperty("by", review.author().nameIn(names));
        fields(json, review);
        visibility(json, review);
        json.writeEndObject();
    }

    /** A review as it is stored, for the export of its author. */
    public static void stored(JsonGenerator json, Review review) {
        json.writeStartObject();
        json.writeStringProperty("session", review.session().value());
        fields(json, review);
        visibility(json, review);
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Review review) {
        json.writeNumberProperty("number", review.number());
        json.writeNumberProperty("rating", review.rating());
        json.writeStringProperty("text", review.text());
        Json.text(json, "night", review.night());
        Json.text(json, "writtenAt", review.writtenAt());
        Json.text(json, "changedAt", review.changedAt());
        json.writeNumberProperty("helpful", review.helpful());
        answer(json, review.answer());
    }

    private static void visibility(JsonGenerator json, Review review) {
        json.writeStringProperty("visibility", review.visibility().name());
    }

    private static void answer(JsonGenerator json, Review.@Nullable Answer answer) {
        if (answer == null) {
            json.writeNullProperty("answer");
            return;
        }
        json.writeObjectPropertyStart("answer");
        json.writeStringProperty("text", answer.text());
        Json.text(json, "at", answer.at());
        json.writeEndObject();
    }
}

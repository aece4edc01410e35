package ie.tradsessions.adapters.lambda.feedback;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.GoneClaim;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.feedback.Voice;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Whether a session is still on, as its players say. */
public final class FeedbackJson {
    private FeedbackJson() {}

    /** A property of this name. */
    public static void question(
            JsonGenerator json, String name, @Nullable Question question, Map<MemberId, String> names) {
        if (question == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        Json.text(json, "date", question.night());
        json.writeNumberProperty("askers", question.askers());
        Json.text(json, "askedAt", question.askedAt());
        answer(json, question.answer(), names);
        json.writeEndObject();
    }

    private static void answer(JsonGenerator json, Question.@Nullable Answer answer, Map<MemberId, String> names) {
        if (answer == null) {
            json.writeNullProperty("answer");
            return;
        }
        json.writeObjectPropertyStart("answer");
        json.writeBooleanProperty("on", answer.on());
        json.writeStringProperty("by", answer.by().nameIn(names));
        json.writeBooleanProperty("organiser", answer.organiser());
        Json.text(json, "at", answer.at());
        json.writeEndObject();
    }

    /** The property {@code gone}: who says that it is gone for good. */
    public static void gone(JsonGenerator json, Feedback feedback, Map<MemberId, String> names) {
        if (feedback.gone().isEmpty()) {
            json.writeNullProperty("gone");
            return;
        }
        json.writeObjectPropertyStart("gone");
        Json.array(json, "said", feedback.gone(), (generator, claim) -> claim(generator, claim, names));
        json.writeBooleanProperty("sure", feedback.isGone());
        json.writeEndObject();
    }

    private static void claim(JsonGenerator json, GoneClaim claim, Map<MemberId, String> names) {
        json.writeStartObject();
        json.writeStringProperty("by", claim.by().nameIn(names));
        json.writeStringProperty("role", claim.role().name());
        Json.text(json, "at", claim.at());
        json.writeEndObject();
    }

    /**
     * What one member has said of a session, into an object that has begun.
     *
     * @param gone whether the member's word that it is gone stands
     */
    public static void voice(JsonGenerator json, Voice voice, boolean gone) {
        Json.array(json, "nights", voice.nights().descendingMap().entrySet(), (generator, night) -> {
            generator.writeStartObject();
            Json.text(generator, "date", night.getKey());
            generator.writeBooleanProperty("on", night.getValue());
            generator.writeEndObject();
        });
        Json.text(json, "asked", voice.asked());
        json.writeBooleanProperty("gone", gone);
        Json.array(json, "helpful", voice.helpful(), JsonGenerator::writeNumber);
    }
}

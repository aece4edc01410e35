package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Feedback as attributes: what was said of a night is {@code "3/1"} where three said that it was on, and one not. */
final class FeedbackItem {
    private static final String BETWEEN = "/";

    private FeedbackItem() {}

    /** Everything but the identifier, which is in the key. */
    static Map<String, AttributeValue> attributes(Feedback feedback) {
        Document nights = new Document();
        feedback.nights()
                .forEach((date, confirmations) ->
                        nights.text(date.toString(), confirmations.on() + BETWEEN + confirmations.off()));
        Document written = new Document().map("nights", nights).texts("ratings", ratings(feedback.ratings()));
        Feedback.LastWord lastWord = feedback.lastWord();
        if (lastWord != null) {
            written.text("lastWordBy", lastWord.by()).text("lastWordAt", lastWord.at());
        }
        return written.attributes();
    }

    /** @throws CorruptItem if it cannot be read */
    static Feedback feedback(SessionId id, Map<String, AttributeValue> attributes) {
        Fields fields = new Fields("feedback of session " + id, attributes);
        return fields.checked(() -> new Feedback(
                id,
                fields.entries(
                        "nights", LocalDate::parse, (nights, date) -> nights.value(date, FeedbackItem::confirmations)),
                lastWord(fields),
                fields.has("ratings")
                        ? new RatingSummary(fields.values("ratings", Integer::valueOf))
                        : RatingSummary.NONE));
    }

    private static List<Integer> ratings(RatingSummary ratings) {
        return ratings.equals(RatingSummary.NONE) ? List.of() : ratings.histogram();
    }

    private static Confirmations confirmations(String text) {
        List<Integer> counts =
                Stream.of(text.split(BETWEEN, -1)).map(Integer::valueOf).toList();
        if (counts.size() != 2) {
            throw new IllegalArgumentException("two counts");
        }
        return new Confirmations(counts.getFirst(), counts.getLast());
    }

    private static Feedback.@Nullable LastWord lastWord(Fields fields) {
        return fields.has("lastWordBy")
                ? new Feedback.LastWord(fields.text("lastWordBy"), fields.value("lastWordAt", Instant::parse))
                : null;
    }
}

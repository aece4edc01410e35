package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.GoneClaim;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.review.Tally;
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
        Tally tally = feedback.tally();
        Document written = new Document()
                .map("nights", nights)
                .texts("ratings", ratings(tally.ratings()))
                .number("lastNumber", tally.lastNumber())
                .texts(
                        "newest",
                        tally.newest().stream()
                                .map(entry -> entry.number() + BETWEEN + entry.revision())
                                .toList())
                .texts(
                        "burst",
                        tally.burst().recent().stream()
                                .map(posted -> posted.number() + BETWEEN + posted.at())
                                .toList())
                .flag("burstOpen", tally.burst().open())
                .map("question", written(feedback.question()))
                .maps("gone", feedback.gone(), FeedbackItem::written);
        Feedback.LastWord lastWord = feedback.lastWord();
        if (lastWord != null) {
            Authors.write(written, "lastWordBy", lastWord.by()).text("lastWordAt", lastWord.at());
        }
        return written.attributes();
    }

    private static Document written(@Nullable Question question) {
        Document written = new Document();
        if (question == null) {
            return written;
        }
        written.text("night", question.night())
                .number("askers", question.askers())
                .text("askedAt", question.askedAt());
        Question.Answer answer = question.answer();
        if (answer != null) {
            Authors.write(written, "answeredBy", answer.by())
                    .flag("on", answer.on())
                    .flag("organiser", answer.organiser())
                    .text("answeredAt", answer.at());
        }
        return written;
    }

    private static Document written(GoneClaim claim) {
        return Authors.write(new Document(), "by", claim.by())
                .text("role", claim.role())
                .text("at", claim.at());
    }

    /** @throws CorruptItem if it cannot be read */
    static Feedback feedback(SessionId id, Map<String, AttributeValue> attributes) {
        Fields fields = new Fields("feedback of session " + id, attributes);
        return fields.checked(() -> new Feedback(
                id,
                fields.entries(
                        "nights", LocalDate::parse, (nights, date) -> nights.value(date, FeedbackItem::confirmations)),
                lastWord(fields),
                tally(fields),
                fields.has("question") ? question(fields.map("question")) : null,
                fields.all("gone", FeedbackItem::claim)));
    }

    /** Before there were reviews, ratings were imported: they are of no review that is stored, and so count no more. */
    private static Tally tally(Fields fields) {
        return fields.has("lastNumber")
                ? new Tally(
                        fields.has("ratings")
                                ? new RatingSummary(fields.values("ratings", Integer::valueOf))
                                : RatingSummary.NONE,
                        fields.number("lastNumber"),
                        fields.values("newest", FeedbackItem::entry),
                        new Burst(fields.values("burst", FeedbackItem::posted), fields.isTrue("burstOpen")))
                : Tally.NONE;
    }

    private static List<Integer> ratings(RatingSummary ratings) {
        return ratings.equals(RatingSummary.NONE) ? List.of() : ratings.histogram();
    }

    private static Tally.Entry entry(String text) {
        List<String> parts = List.of(text.split(BETWEEN, 2));
        return new Tally.Entry(Integer.parseInt(parts.getFirst()), Integer.parseInt(parts.getLast()));
    }

    private static Burst.Posted posted(String text) {
        List<String> parts = List.of(text.split(BETWEEN, 2));
        return new Burst.Posted(Integer.parseInt(parts.getFirst()), Instant.parse(parts.getLast()));
    }

    private static Question question(Fields fields) {
        return new Question(
                fields.value("night", LocalDate::parse),
                fields.number("askers"),
                fields.value("askedAt", Instant::parse),
                fields.has("answeredAt")
                        ? new Question.Answer(
                                fields.isTrue("on"),
                                Authors.read(fields, "answeredBy"),
                                fields.isTrue("organiser"),
                                fields.value("answeredAt", Instant::parse))
                        : null);
    }

    private static GoneClaim claim(Fields fields) {
        return new GoneClaim(
                Authors.read(fields, "by"),
                fields.constant(GoneClaim.Role.class, "role"),
                fields.value("at", Instant::parse));
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
        return fields.has("lastWordAt")
                ? new Feedback.LastWord(Authors.read(fields, "lastWordBy"), fields.value("lastWordAt", Instant::parse))
                : null;
    }
}

package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reviews, in the partition of their session: the sort key is {@code r} and a number that falls as the review's rises, so
 * that the newest comes first; {@code t} in place of {@code r} while it is not shown.
 */
public final class ReviewItems {
    /** Comes before every sort key of a review that is shown. */
    public static final String SHOWN = "r";

    /** Comes before every sort key of one that is not. */
    public static final String NOT_SHOWN = "t";

    private static final int MAX_NUMBER = 999_999_999;

    private ReviewItems() {}

    public static String partition(SessionId session) {
        return AggregateItems.key(AggregateKey.of(session)).partition();
    }

    /** Comes after every sort key of a stretch. */
    public static String endOf(String stretch) {
        return stretch + ":";
    }

    /** Whether a key is of a review. */
    public static boolean isOne(Key key) {
        return key.partition().startsWith(AggregateItems.SESSION_PREFIX)
                && (key.sort().startsWith(SHOWN) || key.sort().startsWith(NOT_SHOWN));
    }

    /** The session whose review stands under a key. */
    public static SessionId session(Key key) {
        return new SessionId(key.partition().substring(AggregateItems.SESSION_PREFIX.length()));
    }

    public static Key key(SessionId session, int number, boolean shown) {
        String fall = String.format(Locale.ROOT, "%09d", MAX_NUMBER - number);
        return new Key(partition(session), (shown ? SHOWN : NOT_SHOWN) + fall);
    }

    public static Key key(Review review) {
        return key(review.session(), review.number(), review.isShown());
    }

    public static Item item(Review review, long version) {
        Document written = new Document()
                .number("number", review.number())
                .number("rating", review.rating())
                .text("text", review.text())
                .text("night", review.night())
                .text("writtenAt", review.writtenAt())
                .text("changedAt", review.changedAt())
                .text("visibility", review.visibility())
                .number("revision", review.revision())
                .number("helpful", review.helpful());
        Authors.write(written, "author", review.author());
        Review.Answer answer = review.answer();
        if (answer != null) {
            written.text("answer", answer.text()).text("answeredAt", answer.at());
        }
        Map<String, AttributeValue> attributes = new HashMap<>(written.attributes());
        attributes.put(AggregateItems.VERSION, AttributeValue.fromN(Long.toString(version)));
        return new Item(key(review), attributes);
    }

    /** @throws IllegalStateException if it cannot be read */
    public static Versioned<Review> review(SessionId session, Item item) {
        Fields fields = new Fields("a review of session " + session, item.attributes());
        return new Versioned<>(
                fields.checked(() -> new Review(
                        session,
                        fields.number("number"),
                        Authors.read(fields, "author"),
                        fields.number("rating"),
                        fields.optionalText("text"),
                        fields.optional("night", LocalDate::parse),
                        fields.value("writtenAt", Instant::parse),
                        fields.optional("changedAt", Instant::parse),
                        fields.constant(Visibility.class, "visibility"),
                        fields.number("revision"),
                        fields.number("helpful"),
                        answer(fields))),
                AggregateItems.version(item));
    }

    private static Review.@Nullable Answer answer(Fields fields) {
        return fields.has("answer")
                ? new Review.Answer(fields.text("answer"), fields.value("answeredAt", Instant::parse))
                : null;
    }
}

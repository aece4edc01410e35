package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Standing;
import ie.tradsessions.domain.session.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A standing as an item: what was said of a night is {@code "3/1"} where three said that it was on, and one not. */
public final class StandingItem {
    private static final String BETWEEN = "/";

    private StandingItem() {}

    /** Where the standing of a session stands. */
    public static Key key(SessionId id) {
        return new Key(SessionPartition.of(id), "b");
    }

    /** Everything but the identifier, which is in the key. */
    public static Map<String, AttributeValue> attributes(Standing standing) {
        Document nights = new Document();
        standing.nights().forEach((date, tally) -> nights.text(date.toString(), tally.on() + BETWEEN + tally.off()));
        Document written = new Document().map("nights", nights).texts("ratings", ratings(standing.ratings()));
        Standing.LastWord lastWord = standing.lastWord();
        if (lastWord != null) {
            written.text("lastWordBy", lastWord.by()).text("lastWordAt", lastWord.at());
        }
        return written.attributes();
    }

    /** @throws ie.tradsessions.adapters.dynamodb.table.CorruptItem if it cannot be read */
    public static Standing standing(SessionId id, Map<String, AttributeValue> attributes) {
        Fields fields = new Fields("standing of session " + id, attributes);
        return fields.checked(() -> new Standing(
                id,
                fields.entries("nights", LocalDate::parse, (nights, date) -> nights.value(date, StandingItem::tally)),
                lastWord(fields),
                fields.has("ratings")
                        ? new RatingSummary(fields.values("ratings", Integer::valueOf))
                        : RatingSummary.NONE));
    }

    private static List<Integer> ratings(RatingSummary ratings) {
        return ratings.equals(RatingSummary.NONE) ? List.of() : ratings.histogram();
    }

    private static Tally tally(String text) {
        List<Integer> counts =
                Stream.of(text.split(BETWEEN, -1)).map(Integer::valueOf).toList();
        if (counts.size() != 2) {
            throw new IllegalArgumentException("two counts");
        }
        return new Tally(counts.getFirst(), counts.getLast());
    }

    private static Standing.@Nullable LastWord lastWord(Fields fields) {
        return fields.has("lastWordBy")
                ? new Standing.LastWord(fields.text("lastWordBy"), fields.value("lastWordAt", Instant::parse))
                : null;
    }
}

package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.card.SessionCardBytes;
import ie.tradsessions.adapters.dynamodb.table.CorruptItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.NameOrder;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionFilter;
import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.domain.feedback.Rank;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A session as it stands in every list: its card, and the terms under which it is found though the card does not tell
 * them, because they are of its venue's other names.
 */
public record ListedSession(SessionCard card, Set<String> moreTerms) implements SessionFilter.Candidate {
    /** Short, because every item pays for the names of its attributes. */
    private static final String CARD = "c";

    private static final String MORE_TERMS = "t";

    private static final Pattern SPACE = Pattern.compile(" ");

    static final int ID_LENGTH = 16;
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-z]{" + ID_LENGTH + "}$");

    public ListedSession {
        moreTerms = Set.copyOf(moreTerms);
    }

    public static ListedSession of(SessionCard card, Venue venue) {
        Set<String> more = SearchTerms.of(venue);
        more.removeAll(SearchTerms.of(card.venue()));
        return new ListedSession(card, more);
    }

    /** What each item of a list holds. */
    public Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put(CARD, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(SessionCardBytes.write(card))));
        if (!moreTerms.isEmpty()) {
            attributes.put(MORE_TERMS, AttributeValue.fromS(String.join(" ", new TreeSet<>(moreTerms))));
        }
        return attributes;
    }

    public static ListedSession read(SessionId id, Map<String, AttributeValue> attributes) {
        AttributeValue card = attributes.get(CARD);
        AttributeValue more = attributes.get(MORE_TERMS);
        if (card == null || card.b() == null) {
            throw new CorruptItem("session " + id + " in a list", CARD, card, null);
        }
        return new ListedSession(
                SessionCardBytes.read(id, card.b().asByteArrayUnsafe()),
                more == null || more.s() == null
                        ? Set.of()
                        : Set.copyOf(SPACE.splitAsStream(more.s()).toList()));
    }

    /** Its sort key ends with its identifier. */
    public static ListedSession read(Item item) {
        return read(new SessionId(identifierOf(item)), item.attributes());
    }

    /** @throws CorruptItem if its sort key does not end with an identifier */
    static String identifierOf(Item item) {
        return identifier(item.key()).orElseThrow(() -> new CorruptItem("a list", "key", item.key(), null));
    }

    /** The identifier with which the sort key of whatever is listed ends, or empty where it is none. */
    public static Optional<String> identifier(Key key) {
        Matcher end = IDENTIFIER.matcher(key.sort());
        return end.find() ? Optional.of(end.group()) : Optional.empty();
    }

    String id() {
        return card.id().value();
    }

    /** Where it stands in order of rank. */
    String byRank() {
        return SortableText.of(-Rank.of(card.ratings(), card.signs()), id());
    }

    /** Where it stands in order of name. */
    String byName() {
        String name = card.name() != null ? card.name() : card.venue().name();
        return SortableText.of(NameOrder.of(name), id());
    }

    /** Where it stands in order of the next night. */
    String byNext(Instant now) {
        double second = card.timetable()
                .nextToBegin(now, card.venue().timeZone())
                .map(start -> (double) start.getEpochSecond())
                .orElse(Double.POSITIVE_INFINITY);
        return SortableText.of(second, id());
    }

    @Override
    public @Nullable String foldedTown() {
        String town = card.venue().town();
        return town == null ? null : FoldedText.fold(town);
    }

    @Override
    public List<String> terms() {
        Set<String> terms = new HashSet<>(moreTerms);
        terms.addAll(SearchTerms.of(card.venue()));
        if (card.name() != null) {
            terms.addAll(FoldedText.terms(card.name()));
        }
        return SearchTerms.sorted(terms);
    }

    /** The terms of which none is of its county. */
    Set<String> termsWithoutCounty() {
        Set<String> terms = new HashSet<>(moreTerms);
        terms.addAll(SearchTerms.withoutCounty(card.venue()));
        if (card.name() != null) {
            terms.addAll(FoldedText.terms(card.name()));
        }
        return terms;
    }
}

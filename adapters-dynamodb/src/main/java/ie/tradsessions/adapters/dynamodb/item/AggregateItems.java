package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateKey.Kind;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an aggregate is stored and how: each is one item, and each of its fields an attribute that has its name. A venue
 * has a partition of its own. A session shares one with its feedback, so that its page is one query.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><td>venue</td><td>{@code V#} id</td><td>{@code a}</td></tr>
 * <tr><td>session</td><td>{@code S#} id</td><td>{@code a}</td></tr>
 * <tr><td>feedback</td><td>{@code S#} id of the session</td><td>{@code b}</td></tr>
 * </table>
 *
 * <p>What was deleted leaves a tombstone: the key, the version, and a flag.
 */
public final class AggregateItems {
    /** The attribute of the version, a number. */
    public static final String VERSION = "v";

    /** The sort key of a venue, and of a session. */
    public static final String MAIN = "a";

    /** The sort key of feedback. */
    public static final String FEEDBACK = "b";

    private static final String DELETED = "deleted";
    static final String VENUE_PREFIX = "V#";
    static final String SESSION_PREFIX = "S#";

    private AggregateItems() {}

    public static Key key(AggregateKey aggregate) {
        return switch (aggregate.kind()) {
            case VENUE -> new Key(VENUE_PREFIX + aggregate.id(), MAIN);
            case SESSION -> new Key(SESSION_PREFIX + aggregate.id(), MAIN);
            case FEEDBACK -> new Key(SESSION_PREFIX + aggregate.id(), FEEDBACK);
        };
    }

    /** The aggregate that is stored under a key, whatever its identifier; empty where that is the key of none. */
    public static Optional<AggregateKey> aggregate(Key key) {
        String partition = key.partition();
        if (partition.startsWith(VENUE_PREFIX) && key.sort().equals(MAIN)) {
            return Optional.of(new AggregateKey(Kind.VENUE, partition.substring(VENUE_PREFIX.length())));
        }
        if (partition.startsWith(SESSION_PREFIX)) {
            String id = partition.substring(SESSION_PREFIX.length());
            return switch (key.sort()) {
                case MAIN -> Optional.of(new AggregateKey(Kind.SESSION, id));
                case FEEDBACK -> Optional.of(new AggregateKey(Kind.FEEDBACK, id));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    public static Item item(Venue venue, long version) {
        return item(AggregateKey.of(venue.id()), VenueItem.attributes(venue), version);
    }

    public static Item item(Session session, long version) {
        return item(AggregateKey.of(session.id()), SessionItem.attributes(session), version);
    }

    public static Item item(Feedback feedback, long version) {
        return item(AggregateKey.feedbackOf(feedback.session()), FeedbackItem.attributes(feedback), version);
    }

    /** @throws IllegalArgumentException if it is one that cannot be read, which nobody stores */
    public static Item item(StoredAggregate aggregate) {
        return switch (aggregate) {
            case StoredAggregate.OfVenue(var venue, var version) -> item(venue, version);
            case StoredAggregate.OfSession(var session, var version) -> item(session, version);
            case StoredAggregate.OfFeedback(var feedback, var version) -> item(feedback, version);
            case StoredAggregate.Deleted(var key, var version) -> tombstone(key, version);
            case StoredAggregate.Unreadable unreadable -> throw new IllegalArgumentException(unreadable.toString());
        };
    }

    /** That an item is there of this version, or that there is none where it is 0. */
    public static Condition ofVersion(long version) {
        return version == 0 ? Condition.withoutNumber(VERSION) : Condition.equal(VERSION, version);
    }

    public static Item tombstone(AggregateKey key, long version) {
        return item(key, Map.of(DELETED, AttributeValue.fromBool(true)), version);
    }

    private static Item item(AggregateKey key, Map<String, AttributeValue> attributes, long version) {
        Map<String, AttributeValue> all = new HashMap<>(attributes);
        all.put(VERSION, AttributeValue.fromN(Long.toString(version)));
        return new Item(key(key), all);
    }

    /** What is stored under the key of an aggregate. Whatever is wrong with it, it can be told from what is not. */
    public static StoredAggregate read(AggregateKey key, Item item) {
        long version = 0;
        try {
            version = version(item);
            return read(key, item.attributes(), version);
        } catch (RuntimeException e) {
            // Not only what we thought of: nothing is known of an item that somebody else has written.
            return new StoredAggregate.Unreadable(key, version, String.valueOf(e.getMessage()));
        }
    }

    private static StoredAggregate read(AggregateKey key, Map<String, AttributeValue> attributes, long version) {
        if (attributes.containsKey(DELETED)) {
            return new StoredAggregate.Deleted(key, version);
        }
        return switch (key.kind()) {
            case VENUE -> new StoredAggregate.OfVenue(VenueItem.venue(new VenueId(key.id()), attributes), version);
            case SESSION ->
                new StoredAggregate.OfSession(SessionItem.session(new SessionId(key.id()), attributes), version);
            case FEEDBACK ->
                new StoredAggregate.OfFeedback(FeedbackItem.feedback(new SessionId(key.id()), attributes), version);
        };
    }

    /** @throws CorruptItem if the item has none */
    static long version(Item item) {
        AttributeValue version = item.attributes().get(VERSION);
        if (version == null || version.n() == null) {
            throw new CorruptItem(item.key().toString(), VERSION, version, null);
        }
        return Long.parseLong(version.n());
    }

    /** The version of an item, or 0 where it has none that can be read. */
    public static long versionOrNone(Item item) {
        try {
            return version(item);
        } catch (IllegalStateException | NumberFormatException e) {
            return 0;
        }
    }
}

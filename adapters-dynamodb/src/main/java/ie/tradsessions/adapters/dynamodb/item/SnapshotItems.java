package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import ie.tradsessions.application.search.Journal;
import ie.tradsessions.application.search.Snapshots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Snapshots of the index: a head for each format, and chunks, each in a partition of its own, since one partition serves
 * no more than 3,000 read units a second. Chunks expire by themselves; the head stays.
 */
public final class SnapshotItems {
    /** The partition of the heads. */
    public static final String HEADS = "H";

    /** With what the partitions of chunks begin. */
    public static final String CHUNK_PREFIX = "C#";

    private static final String AS_OF = "asOf";
    private static final String MADE_AT = "madeAt";
    private static final String ID = "id";
    private static final String CHUNKS = "chunks";
    private static final String BYTES = "bytes";
    private static final int NANO_DIGITS = 9;
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotItems.class);

    private SnapshotItems() {}

    public static Key headKey(int format) {
        return new Key(HEADS, Integer.toString(format));
    }

    public static Item head(int format, Snapshots.Head head) {
        return new Item(
                headKey(format),
                Map.of(
                        AS_OF, number(head.asOf()),
                        MADE_AT, number(head.madeAt()),
                        ID, AttributeValue.fromS(head.id()),
                        CHUNKS, AttributeValue.fromN(Integer.toString(head.chunks()))));
    }

    /** Empty where the head is damaged: a later one replaces it. */
    public static Optional<Snapshots.Head> head(Item item) {
        Fields fields = new Fields("the head of a snapshot", item.attributes());
        try {
            return Optional.of(new Snapshots.Head(
                    fields.numeric(AS_OF, SnapshotItems::instant),
                    fields.numeric(MADE_AT, SnapshotItems::instant),
                    fields.text(ID),
                    fields.number(CHUNKS)));
        } catch (CorruptItem e) {
            LOG.atWarn().setCause(e).log("the head of a snapshot cannot be read");
            return Optional.empty();
        }
    }

    /** Where the chunks of a snapshot are, in their order. */
    public static List<Key> chunkKeys(Snapshots.Head head) {
        return IntStream.range(0, head.chunks())
                .mapToObj(number -> new Key(CHUNK_PREFIX + head.id() + "#" + number, AggregateItems.MAIN))
                .toList();
    }

    public static Item chunk(Key key, Snapshots.Head head, byte[] bytes) {
        Instant expires = head.madeAt().plus(Journal.RETENTION);
        return new Item(
                key,
                Map.of(
                        BYTES,
                        AttributeValue.fromB(SdkBytes.fromByteArray(bytes)),
                        TableDefinition.EXPIRES,
                        AttributeValue.fromN(Long.toString(expires.getEpochSecond()))));
    }

    /** Empty where the chunk is damaged: whoever unpacks it finds that out. */
    public static byte[] bytes(Item chunk) {
        AttributeValue bytes = chunk.attributes().get(BYTES);
        return bytes == null || bytes.b() == null ? new byte[0] : bytes.b().asByteArray();
    }

    /** That there is no head, or one that a new one replaces: it ends earlier or was made earlier, or is damaged. */
    public static Condition replacedBy(Snapshots.Head head) {
        return new Condition(
                "attribute_not_exists(#a) OR NOT attribute_type(#a, :n) OR #a < :a OR (#a = :a AND #m < :m)",
                Map.of("#a", AS_OF, "#m", MADE_AT),
                Map.of(":n", AttributeValue.fromS("N"), ":a", number(head.asOf()), ":m", number(head.madeAt())));
    }

    /** Seconds since 1970, as exact as the moment is. */
    private static AttributeValue number(Instant instant) {
        BigDecimal seconds =
                BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), NANO_DIGITS));
        return AttributeValue.fromN(seconds.stripTrailingZeros().toPlainString());
    }

    private static Instant instant(String number) {
        BigDecimal seconds = new BigDecimal(number);
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANO_DIGITS).longValueExact());
    }
}

package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateKey.Kind;
import ie.tradsessions.application.search.Journal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The journal: one partition, in order of time. The sort key is the time in milliseconds since 1970, a letter for the
 * kind, and the identifier; the version is an attribute. An entry takes about 50 bytes, so that eighty fit into the half
 * unit that the cheapest read costs. One partition takes 1,000 write units a second, which is 500 saves.
 */
public final class JournalItems {
    public static final String PARTITION = "J";

    private static final Pattern SORT = Pattern.compile("(\\d{13})([VSF])(.+)");

    private JournalItems() {}

    public static Item item(Journal.Entry entry) {
        String sort =
                sort(entry.at()) + letter(entry.key().kind()) + entry.key().id();
        Instant expires = entry.at().plus(Journal.RETENTION);
        return new Item(
                new Key(PARTITION, sort),
                Map.of(
                        AggregateItems.VERSION, AttributeValue.fromN(Long.toString(entry.version())),
                        TableDefinition.EXPIRES, AttributeValue.fromN(Long.toString(expires.getEpochSecond()))));
    }

    /** The beginning of the sort keys of a time. */
    public static String sort(Instant at) {
        return String.format(Locale.ROOT, "%013d", Math.max(0, at.toEpochMilli()));
    }

    /** Empty where this program cannot read it: it is damaged, or of a kind that a later program has added. */
    public static Optional<Journal.Entry> entry(Item item) {
        Matcher sort = SORT.matcher(item.key().sort());
        long version = AggregateItems.versionOrNone(item);
        if (version == 0 || !sort.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(sort.group(1)));
        return Optional.of(new Journal.Entry(at, new AggregateKey(kind(sort.group(2)), sort.group(3)), version));
    }

    private static String letter(Kind kind) {
        return switch (kind) {
            case VENUE -> "V";
            case SESSION -> "S";
            case FEEDBACK -> "F";
        };
    }

    private static Kind kind(String letter) {
        return switch (letter) {
            case "V" -> Kind.VENUE;
            case "S" -> Kind.SESSION;
            default -> Kind.FEEDBACK;
        };
    }
}

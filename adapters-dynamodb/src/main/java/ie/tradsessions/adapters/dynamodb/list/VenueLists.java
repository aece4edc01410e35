package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.card.StoredVenue;
import ie.tradsessions.adapters.dynamodb.card.VenueBytes;
import ie.tradsessions.adapters.dynamodb.cell.Cell;
import ie.tradsessions.adapters.dynamodb.cell.Cells;
import ie.tradsessions.adapters.dynamodb.table.CorruptItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.NameOrder;
import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lists of venues, each a partition of the table, and under which keys a venue stands in them. */
public final class VenueLists {
    /** The identifiers of all that there are. */
    public static final String IDENTIFIERS = "xv";

    static final String EVERYWHERE = "*";
    private static final Pattern LIST = Pattern.compile("v[a-z]#");
    private static final String VENUE = "c";

    private VenueLists() {}

    static String in(County county) {
        return county.name();
    }

    static String byName(String where) {
        return "vn#" + where;
    }

    /** By name, those of which a word begins like this. */
    static String byNameWithPrefix(String prefix) {
        return "vt#" + prefix;
    }

    static String byPlace(String cell) {
        return "vg#" + cell;
    }

    /** The identifiers of the venues that have a source. */
    static String from(Source source) {
        return "vs#" + source.dataset() + "#" + source.key();
    }

    /** Whether a partition is one of these lists. */
    public static boolean isOne(String partition) {
        return partition.equals(IDENTIFIERS) || LIST.matcher(partition).lookingAt();
    }

    /** Everything that stands in lists about a venue. */
    public static List<Item> items(StoredVenue stored) {
        String id = stored.venue().id().value();
        Map<String, AttributeValue> attributes = attributes(stored);
        Stream<Item> listed = keys(stored.venue()).stream().map(key -> new Item(key, attributes));
        Stream<Item> identifiers =
                stored.venue().sources().stream().map(source -> new Item(new Key(from(source), id), Map.of()));
        return Stream.of(listed, identifiers, Stream.of(new Item(new Key(IDENTIFIERS, id), Map.of())))
                .flatMap(items -> items)
                .toList();
    }

    /** What each item of a list holds. */
    public static Map<String, AttributeValue> attributes(StoredVenue stored) {
        byte[] bytes = VenueBytes.write(stored.venue(), stored.sessions());
        return Map.of(VENUE, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
    }

    public static StoredVenue read(VenueId id, Map<String, AttributeValue> attributes) {
        AttributeValue venue = attributes.get(VENUE);
        if (venue == null || venue.b() == null) {
            throw new CorruptItem("venue " + id + " in a list", VENUE, venue, null);
        }
        return VenueBytes.read(id, venue.b().asByteArrayUnsafe());
    }

    /** Its sort key ends with its identifier. */
    static StoredVenue read(Item item) {
        return read(new VenueId(ListedSession.identifierOf(item)), item.attributes());
    }

    static String byName(Venue venue) {
        return SortableText.of(NameOrder.of(venue.name()), venue.id().value());
    }

    private static Set<Key> keys(Venue venue) {
        Set<Key> keys = new LinkedHashSet<>();
        String id = venue.id().value();
        String byName = byName(venue);
        County county = venue.place().county();
        Set<String> termsOfCounty = county == null ? Set.of() : SearchTerms.of(county);
        keys.add(new Key(byName(EVERYWHERE), byName));
        if (county != null) {
            keys.add(new Key(byName(in(county)), byName));
        }
        for (String prefix : Prefixes.of(SearchTerms.withoutCounty(venue), termsOfCounty)) {
            keys.add(new Key(byNameWithPrefix(prefix), byName));
        }
        Cell cell = Cells.of(venue.location());
        keys.add(new Key(byPlace(cell.partition()), cell.fine() + id));
        return keys;
    }
}

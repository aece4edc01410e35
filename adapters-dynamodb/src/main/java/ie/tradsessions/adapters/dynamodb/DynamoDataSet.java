package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.FeedbackItem;
import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.list.SessionLists;
import ie.tradsessions.adapters.dynamodb.list.VenueLists;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads identifiers in order from a list, and what they stand for from where it stands. */
public final class DynamoDataSet implements DataSet {
    private static final char VENUE = 'V';
    private static final char SESSION = 'S';
    private static final Pattern POSITION = Pattern.compile("[" + VENUE + SESSION + "][0-9a-z]{16}");

    private final Table table;

    public DynamoDataSet(Table table) {
        this.table = table;
    }

    @Override
    public Page<Entry> read(int limit, @Nullable PageToken after) {
        boolean amongSessions = after != null && kind(after) == SESSION;
        String id = after == null ? null : after.value().substring(1);
        List<String> found = new ArrayList<>();
        if (!amongSessions) {
            found.addAll(identifiers(VENUE, VenueLists.IDENTIFIERS, limit + 1, id));
        }
        if (found.size() <= limit) {
            found.addAll(identifiers(
                    SESSION, SessionLists.IDENTIFIERS, limit + 1 - found.size(), amongSessions ? id : null));
        }
        List<String> shown = found.subList(0, Math.min(limit, found.size()));
        PageToken next = found.size() > limit ? new PageToken(shown.getLast()) : null;
        return new Page<>(entries(shown), next);
    }

    private static char kind(PageToken position) {
        if (!POSITION.matcher(position.value()).matches()) {
            throw new InvalidValue("cursor", "as an earlier answer gave it");
        }
        return position.value().charAt(0);
    }

    private List<String> identifiers(char kind, String list, int most, @Nullable String after) {
        Range range = Range.whole(list).after(after);
        List<String> identifiers = new ArrayList<>();
        while (identifiers.size() < most) {
            var rows = table.query(List.of(range.first(most - identifiers.size())), Reading.EVENTUAL)
                    .getFirst();
            rows.items().forEach(item -> identifiers.add(kind + item.key().sort()));
            if (rows.last() == null) {
                break;
            }
            range = range.after(rows.last());
        }
        return identifiers;
    }

    private List<Entry> entries(List<String> identifiers) {
        List<Key> keys = identifiers.stream().flatMap(DynamoDataSet::keys).toList();
        Map<Key, Item> items = new HashMap<>();
        table.get(keys, Reading.EVENTUAL).forEach(item -> items.put(item.key(), item));
        return identifiers.stream().map(identifier -> entry(identifier, items)).toList();
    }

    private static Stream<Key> keys(String identifier) {
        if (identifier.charAt(0) == VENUE) {
            return Stream.of(VenueItem.key(new VenueId(identifier.substring(1))));
        }
        SessionId id = new SessionId(identifier.substring(1));
        return Stream.of(SessionItem.key(id), FeedbackItem.key(id));
    }

    private static Entry entry(String identifier, Map<Key, Item> items) {
        if (identifier.charAt(0) == VENUE) {
            VenueId id = new VenueId(identifier.substring(1));
            Item venue = items.get(VenueItem.key(id));
            if (venue == null) {
                throw new IllegalStateException("venue " + id + " is listed, but not stored");
            }
            return new Entry.VenueEntry(VenueItem.venue(id, venue.attributes()));
        }
        SessionId id = new SessionId(identifier.substring(1));
        List<Item> stored = new ArrayList<>();
        for (Key key : List.of(SessionItem.key(id), FeedbackItem.key(id))) {
            Item item = items.get(key);
            if (item != null) {
                stored.add(item);
            }
        }
        return SessionPartition.read(id, stored)
                .map(all -> new Entry.SessionEntry(all.session(), all.feedback()))
                .orElseThrow(() -> new IllegalStateException("session " + id + " is listed, but not stored"));
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Names all that an index knows, in the order of identifiers, some at a time. */
final class Enumeration {
    private final @Nullable String after;
    private final int limit;
    private final List<String> ids = new ArrayList<>();

    private Enumeration(@Nullable String after, int limit) {
        this.after = after;
        this.limit = limit;
    }

    static List<VenueId> venues(Segment segment, Overlay overlay, @Nullable VenueId after, int limit) {
        Enumeration enumeration = new Enumeration(after == null ? null : after.value(), limit);
        for (VenueTable table : segment.venueTables()) {
            int first = segment.firstRow(table);
            enumeration.add(table.ids(), row -> !overlay.hidesVenue(first + row));
        }
        List<String> others = new ArrayList<>();
        overlay.venues().forEach((id, entry) -> {
            if (entry.listed() != null) {
                others.add(id.value());
            }
        });
        enumeration.add(others);
        return enumeration.first().stream().map(VenueId::new).toList();
    }

    static List<SessionId> sessions(Segment segment, Overlay overlay, @Nullable SessionId after, int limit) {
        Enumeration enumeration = new Enumeration(after == null ? null : after.value(), limit);
        enumeration.add(segment.sessions().ids(), row -> !overlay.hidesSession(row));
        List<String> others = new ArrayList<>();
        overlay.sessions().forEach((id, entry) -> {
            if (entry.facts() != null) {
                others.add(id.value());
            }
        });
        enumeration.add(others);
        return enumeration.first().stream().map(SessionId::new).toList();
    }

    private void add(IdColumn column, IntPredicate wanted) {
        int[] sorted = column.sorted();
        int added = 0;
        for (int place = column.placeAfter(after); place < sorted.length && added < limit; place++) {
            if (wanted.test(sorted[place])) {
                ids.add(column.get(sorted[place]));
                added++;
            }
        }
    }

    private void add(Collection<String> others) {
        for (String id : others) {
            if (after == null || id.compareTo(after) > 0) {
                ids.add(id);
            }
        }
    }

    private List<String> first() {
        return ids.stream().sorted().limit(limit).toList();
    }
}

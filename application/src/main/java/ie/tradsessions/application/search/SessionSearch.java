package ie.tradsessions.application.search;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question about sessions. The packed ones are looked through as far as a page needs it, those of the overlay all;
 * both are merged by their keys.
 */
final class SessionSearch {
    private record Hit(SortKey key, ListedSession session) {}

    private final SessionTable table;
    private final Overlay overlay;
    private final SessionQuery query;
    private final Cursor cursor;
    private final int limit;
    private final SessionFilter filter;
    private final TermTable.Range[] ranges;
    private final SessionRow.Packed row;
    private final List<Hit> hits = new ArrayList<>();

    SessionSearch(
            SessionTable table,
            Overlay overlay,
            SessionQuery query,
            Instant now,
            int limit,
            @Nullable PageToken after) {
        this.table = table;
        this.overlay = overlay;
        this.query = query;
        this.limit = limit;
        cursor = Cursor.of(after, letter(query.order()), now);
        filter = new SessionFilter(query, cursor.moment());
        ranges = table.hosts().rangesOf(filter.words());
        row = new SessionRow.Packed(table, ranges);
    }

    private static char letter(SessionOrder order) {
        return switch (order) {
            case RANK -> 'R';
            case DISTANCE -> 'D';
            case NEXT -> 'B';
            case NAME -> 'N';
        };
    }

    /** @param venues tells what is known of the venues to which nights are moved; null where nothing is */
    Page<SessionCard> page(Function<VenueId, @Nullable VenueSummary> venues) {
        Nearby near = query.near();
        if (query.order() == SessionOrder.DISTANCE && near != null) {
            findNearest(near);
        } else {
            findInOrder(order());
        }
        findInOverlay();
        hits.sort((one, other) -> one.key.compareTo(other.key));
        boolean goesOn = hits.size() > limit;
        List<Hit> shown = goesOn ? hits.subList(0, limit) : hits;
        List<SessionCard> cards = new ArrayList<>(shown.size());
        for (Hit hit : shown) {
            cards.add(hit.session.card(venues));
        }
        return new Page<>(cards, goesOn ? cursor.tokenBehind(shown.getLast().key, letter(query.order())) : null);
    }

    // The packed sessions

    private RowOrder order() {
        return switch (query.order()) {
            case RANK, DISTANCE -> table;
            case NEXT -> table.nextStarts(NextStarts.secondOf(cursor.moment()));
            case NAME -> table.byName();
        };
    }

    private void findInOrder(RowOrder order) {
        // One more than the limit tells that the list goes on.
        Scan scan = new Scan(order, order.placeAfter(cursor.after()), limit + 1, this::matches);
        for (int place : scan.first(candidates())) {
            hits.add(new Hit(order.key(place), table.session(order.row(place))));
        }
    }

    private boolean matches(int found) {
        return !overlay.hidesSession(found) && filter.matches(row.at(found));
    }

    /** All sessions of the county or country that is asked for, or null. */
    private @Nullable BitSet area() {
        County county = query.county();
        if (county != null) {
            return table.in(county);
        }
        Country country = query.country();
        return country == null ? null : table.in(country);
    }

    /** For each condition that few sessions may meet, those that do, and perhaps others. */
    private List<Candidates> candidates() {
        List<Candidates> candidates = new ArrayList<>();
        BitSet area = area();
        if (area != null) {
            candidates.add(Candidates.ready(area));
        }
        BoundingBox box = query.box();
        if (box != null) {
            candidates.add(in(box));
        }
        Nearby near = query.near();
        if (near != null) {
            candidates.add(in(BoundingBox.around(near.point(), near.radiusMetres())));
        }
        candidates.addAll(filter.words()
                .candidates(word -> with(ranges[word], filter.words().counties(word))));
        String town = filter.foldedTown();
        if (town != null && !town.isEmpty()) {
            for (String word : town.split(" ", -1)) {
                candidates.add(with(table.hosts().terms().beginningWith(word), List.of()));
            }
        }
        return candidates;
    }

    private Candidates in(BoundingBox box) {
        VenuePositions positions = table.hosts().positions();
        return Candidates.of(positions.count(box), rows -> positions.each(box, host -> addRowsAt(host, rows)));
    }

    private Candidates with(TermTable.Range range, Iterable<County> counties) {
        TermTable terms = table.hosts().terms();
        IntLists own = table.rowsOfOwnTerms();
        long count = terms.count(range);
        count += range.isEmpty() ? 0 : own.end(range.to() - 1) - own.start(range.from());
        for (County county : counties) {
            count += table.in(county).cardinality();
        }
        return Candidates.of(count, rows -> {
            terms.eachRow(range, host -> addRowsAt(host, rows));
            for (int term = range.from(); term < range.to(); term++) {
                for (int i = own.start(term); i < own.end(term); i++) {
                    rows.set(own.value(i));
                }
            }
            counties.forEach(county -> rows.or(table.in(county)));
        });
    }

    private void addRowsAt(int host, BitSet rows) {
        IntLists those = table.rowsOfHosts();
        for (int i = those.start(host); i < those.end(host); i++) {
            rows.set(those.value(i));
        }
    }

    private void findNearest(Nearby near) {
        Nearest.visit(table.hosts().positions(), near, cursor.after(), limit, new Nearest.Visitor() {
            private final IntLists rows = table.rowsOfHosts();

            @Override
            public boolean wants(int host) {
                for (int i = rows.start(host); i < rows.end(host); i++) {
                    if (matchesApartFromNear(rows.value(i))) {
                        return true;
                    }
                }
                return false;
            }

            @Override
            public int visit(int host, double metres) {
                int before = hits.size();
                for (int i = rows.start(host); i < rows.end(host); i++) {
                    int found = rows.value(i);
                    if (matchesApartFromNear(found)) {
                        add(SortKey.byNumber(metres, table.ids().get(found)), table.session(found));
                    }
                }
                return hits.size() - before;
            }
        });
    }

    private boolean matchesApartFromNear(int found) {
        return !overlay.hidesSession(found) && filter.matchesApartFromNear(row.at(found));
    }

    // Those of the overlay

    private void findInOverlay() {
        overlay.listed().values().forEach(session -> {
            if (filter.matches(new SessionRow.Loose(session, filter.words()))) {
                add(key(session), session.session());
            }
        });
    }

    private SortKey key(OverlaySession session) {
        Nearby near = query.near();
        return switch (query.order()) {
            case RANK -> session.session().rankKey();
            case DISTANCE ->
                SortKey.byNumber(
                        near == null ? 0 : near.point().metresTo(session.venue().location()),
                        session.session().id().value());
            case NEXT -> session.nextKey(NextStarts.secondOf(cursor.moment()));
            case NAME -> session.nameKey();
        };
    }

    private void add(SortKey key, ListedSession session) {
        SortKey after = cursor.after();
        if (after == null || key.compareTo(after) > 0) {
            hits.add(new Hit(key, session));
        }
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One question about venues, answered as {@link SessionSearch} does. */
final class VenueSearch {
    private static final char BY_NAME = 'V';
    private static final char BY_DISTANCE = 'W';

    /** How many sessions of a venue have not ended. */
    interface SessionCount {
        int of(VenueSummary venue);
    }

    private record Hit(SortKey key, Supplier<VenueCard> card) {}

    private final Segment segment;
    private final Overlay overlay;
    private final SessionCount sessions;
    private final VenueQuery query;
    private final QueryWords words;
    private final @Nullable SortKey after;
    private final int limit;
    private final List<Hit> hits = new ArrayList<>();

    VenueSearch(
            Segment segment,
            Overlay overlay,
            SessionCount sessions,
            VenueQuery query,
            int limit,
            @Nullable PageToken after) {
        this.segment = segment;
        this.overlay = overlay;
        this.sessions = sessions;
        this.query = query;
        this.limit = limit;
        words = QueryWords.of(query.text());
        this.after = Cursor.of(after, letter(), Instant.EPOCH).after();
    }

    private char letter() {
        return query.near() == null ? BY_NAME : BY_DISTANCE;
    }

    Page<VenueCard> page() {
        segment.venueTables().forEach(this::find);
        findInOverlay();
        hits.sort((one, other) -> one.key.compareTo(other.key));
        boolean goesOn = hits.size() > limit;
        List<Hit> shown = goesOn ? hits.subList(0, limit) : hits;
        List<VenueCard> cards = new ArrayList<>(shown.size());
        for (Hit hit : shown) {
            cards.add(hit.card.get());
        }
        return new Page<>(
                cards, goesOn ? new Cursor(Instant.EPOCH, null).tokenBehind(shown.getLast().key, letter()) : null);
    }

    // The packed venues

    private void find(VenueTable table) {
        TermTable.Range[] ranges = table.rangesOf(words);
        VenueRow.Packed row = new VenueRow.Packed(table, ranges);
        int first = segment.firstRow(table);
        Nearby near = query.near();
        if (near != null) {
            findNearest(table, near, row);
            return;
        }
        RowOrder order = table.byName();
        Scan scan = new Scan(
                order,
                order.placeAfter(after),
                limit + 1,
                found -> !overlay.hidesVenue(first + found) && matches(row.at(found)));
        for (int place : scan.first(candidates(table, ranges))) {
            int found = order.row(place);
            hits.add(new Hit(order.key(place), () -> card(table, found)));
        }
    }

    private void findNearest(VenueTable table, Nearby near, VenueRow.Packed row) {
        int first = segment.firstRow(table);
        Nearest.visit(table.positions(), near, after, limit, new Nearest.Visitor() {
            @Override
            public boolean wants(int found) {
                return !overlay.hidesVenue(first + found) && matches(row.at(found));
            }

            @Override
            public int visit(int found, double metres) {
                return add(SortKey.byNumber(metres, table.ids().get(found)), () -> card(table, found)) ? 1 : 0;
            }
        });
    }

    private List<Candidates> candidates(VenueTable table, TermTable.Range[] ranges) {
        List<Candidates> candidates = new ArrayList<>();
        County county = query.county();
        if (county != null) {
            candidates.add(Candidates.ready(table.in(county)));
        }
        candidates.addAll(words.candidates(word -> with(table, ranges[word], words.counties(word))));
        return candidates;
    }

    private static Candidates with(VenueTable table, TermTable.Range range, Iterable<County> counties) {
        List<Candidates> found = new ArrayList<>();
        found.add(
                Candidates.of(table.terms().count(range), rows -> table.terms().eachRow(range, rows::set)));
        counties.forEach(county -> found.add(Candidates.ready(table.in(county))));
        return Candidates.anyOf(found);
    }

    private boolean matches(VenueRow row) {
        County county = query.county();
        return (county == null || county == row.county()) && words.match(row);
    }

    private VenueCard card(VenueTable table, int row) {
        VenueSummary venue = table.summary(row);
        return new VenueCard(
                venue, table.irishName(row), sessions.of(venue), table.columns().sample(row));
    }

    // Those of the overlay

    private void findInOverlay() {
        Nearby near = query.near();
        overlay.venues().values().forEach(entry -> {
            OverlayVenue known = entry.listed();
            if (known == null || !matches(new VenueRow.Loose(known, words))) {
                return;
            }
            if (near == null) {
                add(known.nameKey(), () -> card(known));
                return;
            }
            double metres = near.point().metresTo(known.venue().location());
            if (metres <= near.radiusMetres()) {
                add(SortKey.byNumber(metres, known.venue().id().value()), () -> card(known));
            }
        });
    }

    private VenueCard card(OverlayVenue known) {
        Venue venue = known.venue();
        return new VenueCard(known.summary(), venue.irishName(), sessions.of(known.summary()), venue.sample());
    }

    private boolean add(SortKey key, Supplier<VenueCard> card) {
        boolean wanted = after == null || key.compareTo(after) > 0;
        if (wanted) {
            hits.add(new Hit(key, card));
        }
        return wanted;
    }
}

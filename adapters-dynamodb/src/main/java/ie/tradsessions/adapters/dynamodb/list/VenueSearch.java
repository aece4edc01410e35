package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.card.StoredVenue;
import ie.tradsessions.adapters.dynamodb.cell.Cells;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Questions about venues, answered from their lists. */
public final class VenueSearch {
    private static final char NAME = 'V';
    private static final char DISTANCE = 'W';

    /** One more than a page tells that the list goes on. */
    private static final int SPARE = 1;

    private static final int FIRST_OF_SOME = 60;

    private final Table table;
    private final Legible legible;

    public VenueSearch(Table table) {
        this.table = table;
        legible = new Legible(table);
    }

    public Page<StoredVenue> page(VenueQuery query, int limit, @Nullable PageToken position) {
        List<String> words = query.text() == null ? List.of() : FoldedText.words(query.text());
        County county = query.county();
        Predicate<StoredVenue> wanted = stored -> (county == null
                        || county == stored.venue().place().county())
                && (words.isEmpty() || SearchTerms.match(SearchTerms.sorted(SearchTerms.of(stored.venue())), words));
        Nearby near = query.near();
        if (near != null) {
            return nearest(wanted).page(near.point(), near.radiusMetres(), limit, position);
        }
        String after = Places.byName(position, NAME);
        boolean whole = words.size() + (county == null ? 0 : 1) <= 1;
        Merge<StoredVenue> merge = new Merge<>(
                table,
                lists(words, county).stream()
                        .map(list -> Range.whole(list).after(after))
                        .toList(),
                legible::venue,
                whole ? limit + SPARE : Math.max(limit + SPARE, FIRST_OF_SOME));
        return Places.page(merge.next(limit + 1, wanted), limit, NAME, stored -> stored);
    }

    /** Every venue within a distance, nearest first. */
    public List<Venue> within(GeoPoint point, double metres) {
        return nearest(stored -> true).all(point, metres).stream()
                .map(StoredVenue::venue)
                .toList();
    }

    /** The first by identifier, should several have the source. */
    public Optional<VenueId> from(Source source) {
        return table
                .query(List.of(Range.whole(VenueLists.from(source)).first(1)), Reading.EVENTUAL)
                .getFirst()
                .items()
                .stream()
                .findFirst()
                .map(Item::key)
                .map(key -> new VenueId(key.sort()));
    }

    private NearestFirst<StoredVenue> nearest(Predicate<StoredVenue> wanted) {
        return new NearestFirst<>(
                table,
                DISTANCE,
                (box, dense) -> cells(box, dense ? SessionSearch.DENSE : FIRST_OF_SOME),
                legible::venue,
                stored -> stored.venue().location(),
                stored -> stored.venue().id().value(),
                wanted);
    }

    private static List<Range> cells(BoundingBox box, double expected) {
        return Cells.covering(box, expected).stream()
                .map(cell -> new Range(
                        VenueLists.byPlace(cell.partition()),
                        cell.from(),
                        cell.to() + Range.LAST,
                        null,
                        Integer.MAX_VALUE))
                .toList();
    }

    private static List<String> lists(List<String> words, @Nullable County county) {
        if (words.isEmpty()) {
            return List.of(VenueLists.byName(county == null ? VenueLists.EVERYWHERE : VenueLists.in(county)));
        }
        String word = words.stream()
                .max(Comparator.comparingInt(
                                (String some) -> -Prefixes.counties(some).size())
                        .thenComparingInt(String::length))
                .orElseThrow();
        List<String> lists = new ArrayList<>();
        lists.add(VenueLists.byNameWithPrefix(Prefixes.of(word)));
        Prefixes.counties(word).forEach(some -> lists.add(VenueLists.byName(VenueLists.in(some))));
        return lists;
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Section.Kind;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packed venues, in the order of {@link VenuePositions}. Each part is inflated when it is first used. Immutable. */
final class VenueTable {
    private static final int MAX_KEPT = 4_096;
    private static final int MAX_KEPT_WHOLE = 1_024;
    private static final int MAX_KEPT_BLOCKS = 64;

    private final int size;
    private final Lazy<IdColumn> ids;
    private final Lazy<VenueColumns> columns;
    private final Lazy<VenuePositions> positions;
    private final Lazy<NameTable> names;
    private final Lazy<NameTable> towns;
    private final Lazy<TermTable> terms;
    private final Lazy<Blocks> records;
    private final Lazy<RowsByName> byName;
    private final Lazy<Map<County, BitSet>> byCounty;
    private final RowCache<VenueSummary> summaries;
    private final RowCache<Versioned<Venue>> venues;

    VenueTable(Sections sections, Section.Table table) {
        size = sections.rows(table);
        ids = new Lazy<>(() -> sections.read(table, Kind.IDS, bytes -> IdColumn.read(new ByteReader(bytes), size)));
        columns = new Lazy<>(() -> sections.read(table, Kind.COLUMNS, bytes -> VenueColumns.read(bytes, size)));
        positions = new Lazy<>(() -> sections.read(table, Kind.POSITIONS, bytes -> VenuePositions.read(bytes, size)));
        names = new Lazy<>(() -> sections.read(table, Kind.NAMES, NameTable::read));
        towns = new Lazy<>(() -> sections.read(table, Kind.TOWNS, NameTable::read));
        terms = new Lazy<>(() -> sections.read(table, Kind.TERMS, bytes -> TermTable.read(bytes, size)));
        records = new Lazy<>(() -> sections.read(table, Kind.RECORDS, bytes -> Blocks.read(bytes, MAX_KEPT_BLOCKS)));
        byName = new Lazy<>(() -> new RowsByName(ids(), names(), columns.get()::name));
        byCounty = new Lazy<>(this::groupByCounty);
        summaries = new RowCache<>(Math.clamp(size, 1, MAX_KEPT));
        venues = new RowCache<>(Math.clamp(size, 1, MAX_KEPT_WHOLE));
    }

    int size() {
        return size;
    }

    IdColumn ids() {
        return ids.get();
    }

    VenueColumns columns() {
        return columns.get();
    }

    VenuePositions positions() {
        return positions.get();
    }

    NameTable names() {
        return names.get();
    }

    TermTable terms() {
        return terms.get();
    }

    /** For each of a query's words the terms that begin with it. */
    TermTable.Range[] rangesOf(QueryWords words) {
        TermTable.Range[] ranges = new TermTable.Range[words.count()];
        Arrays.setAll(ranges, word -> terms().beginningWith(words.get(word)));
        return ranges;
    }

    RowsByName byName() {
        return byName.get();
    }

    /** The rows of a county's venues; not to be changed. */
    BitSet in(County county) {
        return byCounty.get().getOrDefault(county, new BitSet());
    }

    private Map<County, BitSet> groupByCounty() {
        Map<County, BitSet> rows = new EnumMap<>(County.class);
        for (int row = 0; row < size; row++) {
            County county = columns().county(row);
            if (county != null) {
                rows.computeIfAbsent(county, its -> new BitSet(size)).set(row);
            }
        }
        return rows;
    }

    /** The town's folded name, or null where none is told. */
    @Nullable
    String foldedTown(int row) {
        int town = columns().town(row);
        return town < 0 ? null : towns.get().folded(town);
    }

    @Nullable
    String irishName(int row) {
        int name = columns().irishName(row);
        return name < 0 ? null : names().get(name);
    }

    VenueSummary summary(int row) {
        return summaries.get(row, this::readSummary);
    }

    private VenueSummary readSummary(int row) {
        VenueColumns its = columns();
        int town = its.town(row);
        return new VenueSummary(
                new VenueId(ids().get(row)),
                names().get(its.name(row)),
                town < 0 ? null : towns.get().get(town),
                its.county(row),
                its.region(row),
                its.country(row),
                positions().get(row),
                its.zone(row),
                its.hasFormerNames(row) ? VenueCodec.formerNames(records.get().get(row)) : List.of(),
                its.closed(row),
                its.surelyClosed(row));
    }

    /** The whole venue. */
    Versioned<Venue> venue(int row) {
        return venues.get(row, this::readVenue);
    }

    private Versioned<Venue> readVenue(int row) {
        return VenueCodec.read(
                records.get().get(row), summary(row), irishName(row), columns().sample(row));
    }
}

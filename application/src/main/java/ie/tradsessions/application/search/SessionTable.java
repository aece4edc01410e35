package ie.tradsessions.application.search;

import ie.tradsessions.application.search.Section.Kind;
import ie.tradsessions.application.search.Section.Table;
import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.SessionId;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * Packed sessions, in order of rank, those of one rank by identifier. What filters look at stands in columns; the rest
 * of a session is read when it is shown. Each part is inflated when it is first used. Thread-safe.
 */
final class SessionTable implements RowOrder {
    static final int RECORDS_PER_BLOCK = 128;
    private static final int MAX_KEPT = 4_096;

    private final int size;
    private final VenueTable hosts;
    private final Lazy<IdColumn> ids;
    private final Lazy<SessionColumns> columns;
    private final Lazy<Blocks> records;
    private final Lazy<IntLists> terms;
    private final Lazy<IntLists> rowsOfTerms;
    private final Lazy<IntLists> rowsOfHosts;
    private final Lazy<RowsByName> byName;
    private final Lazy<NextStarts.Clock> nextStarts;
    private final Map<County, BitSet> rowsOfCounties = new ConcurrentHashMap<>();
    private final Map<Country, BitSet> rowsOfCountries = new ConcurrentHashMap<>();
    private final RowCache<ListedSession> sessions;

    SessionTable(Sections sections, VenueTable hosts) {
        Table table = Table.SESSIONS;
        size = sections.rows(table);
        this.hosts = hosts;
        ids = new Lazy<>(() -> sections.read(table, Kind.IDS, bytes -> IdColumn.read(new ByteReader(bytes), size)));
        columns = new Lazy<>(
                () -> sections.read(table, Kind.COLUMNS, bytes -> SessionColumns.read(new ByteReader(bytes), size)));
        records = new Lazy<>(() -> sections.read(table, Kind.RECORDS, bytes -> Blocks.read(bytes, Integer.MAX_VALUE)));
        terms = new Lazy<>(() -> sections.read(
                table,
                Kind.TERMS,
                bytes ->
                        IntLists.read(new ByteReader(bytes), size, hosts.terms().size())));
        rowsOfTerms = new Lazy<>(() -> terms.get().inverted(hosts.terms().size()));
        rowsOfHosts = new Lazy<>(() -> IntLists.grouping(hosts.size(), size, this::host));
        byName = new Lazy<>(() -> new RowsByName(ids(), hosts.names(), this::name));
        nextStarts = new Lazy<>(() -> sections.read(
                table, Kind.STARTS, bytes -> new NextStarts.Clock(NextStarts.read(bytes, ids(), this::nextStart))));
        sessions = new RowCache<>(Math.clamp(size, 1, MAX_KEPT));
    }

    IdColumn ids() {
        return ids.get();
    }

    SessionColumns columns() {
        return columns.get();
    }

    VenueTable hosts() {
        return hosts;
    }

    /** The row of a session's venue in the table of hosts. */
    int host(int row) {
        return columns().host(row);
    }

    /** The rows of the sessions at each host. */
    IntLists rowsOfHosts() {
        return rowsOfHosts.get();
    }

    /** The terms of each session's own name, by their places in the table of the hosts' terms. */
    IntLists ownTerms() {
        return terms.get();
    }

    /** The sessions whose own names have each term. */
    IntLists rowsOfOwnTerms() {
        return rowsOfTerms.get();
    }

    /** Not to be changed. */
    BitSet in(County county) {
        return rowsOfCounties.computeIfAbsent(
                county, its -> rowsWhere(host -> hosts.columns().county(host) == its));
    }

    /** Not to be changed. */
    BitSet in(Country country) {
        return rowsOfCountries.computeIfAbsent(
                country, its -> rowsWhere(host -> hosts.columns().country(host).equals(its)));
    }

    private BitSet rowsWhere(IntPredicate host) {
        BitSet rows = new BitSet(size);
        for (int row = 0; row < size; row++) {
            if (host.test(host(row))) {
                rows.set(row);
            }
        }
        return rows;
    }

    ListedSession session(int row) {
        return sessions.get(row, this::read);
    }

    SessionEntry entry(int row) {
        return session(row).entry();
    }

    private ListedSession read(int row) {
        VenueSummary venue = hosts.summary(host(row));
        int ownName = columns().ownName(row);
        SessionEntry entry = SessionCodec.read(
                records.get().get(row),
                new SessionCodec.Columns(
                        new SessionId(ids().get(row)),
                        ownName < 0 ? null : hosts.names().get(ownName),
                        venue.id(),
                        columns().etiquette(row),
                        false));
        Facts facts = entry.facts();
        if (facts == null) {
            throw new UnreadableSnapshot("a session without facts", new IndexOutOfBoundsException());
        }
        return new ListedSession(entry, facts, venue);
    }

    private int name(int row) {
        int ownName = columns().ownName(row);
        return ownName < 0 ? hosts.columns().name(host(row)) : ownName;
    }

    private long nextStart(int row, long second) {
        return session(row).nextStart(second);
    }

    RowsByName byName() {
        return byName.get();
    }

    /** The order of the next nights as of a second of the epoch. */
    RowOrder nextStarts(long second) {
        return nextStarts.get().at(second);
    }

    // The order of rank

    @Override
    public boolean isOfTable() {
        return true;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int row(int place) {
        return place;
    }

    @Override
    public int place(int row) {
        return row;
    }

    @Override
    public SortKey key(int place) {
        return session(place).rankKey();
    }
}

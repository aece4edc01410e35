package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.cell.CellRange;
import ie.tradsessions.adapters.dynamodb.cell.Cells;
import ie.tradsessions.adapters.dynamodb.list.Merge.Met;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionFilter;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.FoldedText;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One question about sessions on its way through the lists. Where a list stands in the order that is asked for, it is
 * read only as far as the page goes; else all is read that can match, from where there is little of it.
 */
public final class SessionSearch {
    /**
     * A page asks for this many more: one tells that the list goes on, the others stand in for what has ended but is
     * still listed. They cost nothing, since a page of 20 and these fit in the 4 KB that are charged.
     */
    private static final int SPARE = 8;

    /** So many are read at first where only some of what a list holds is wanted. */
    private static final int FIRST_OF_SOME = 100;

    private static final int SHORTEST_TELLING_WORD = 3;
    private static final int MAX_AREAS = 8;

    /** A quarter of an area. */
    private static final double SMALL_SQUARE_DEGREES = 0.5;

    /** So many cards in a place make a gap dearer than a call. */
    static final int DENSE = 200;

    private static final char RANK = 'R';
    private static final char NAME = 'N';
    private static final char NEXT = 'B';
    private static final char DISTANCE = 'D';

    private final Table table;
    private final SessionQuery query;
    private final Instant now;
    private final int limit;
    private final @Nullable PageToken position;
    private final SessionFilter filter;
    private final Legible legible;

    public SessionSearch(Table table, SessionQuery query, Instant now, int limit, @Nullable PageToken position) {
        this.table = table;
        this.query = query;
        this.now = now;
        this.limit = limit;
        this.position = position;
        filter = new SessionFilter(query, now);
        legible = new Legible(table);
    }

    public Page<SessionCard> page() {
        return switch (query.order()) {
            case RANK -> byRank();
            case NAME -> byName();
            case NEXT -> byNext();
            case DISTANCE ->
                new NearestFirst<>(
                                table,
                                DISTANCE,
                                (box, dense) -> cells(box, dense ? DENSE : limit),
                                legible::session,
                                session -> session.card().venue().location(),
                                ListedSession::id,
                                filter::matches)
                        .page(nearby().point(), nearby().radiusMetres(), limit, position)
                        .map(ListedSession::card);
        };
    }

    private Nearby nearby() {
        Nearby near = query.near();
        if (near == null) {
            throw new IllegalStateException("nothing is near to nowhere");
        }
        return near;
    }

    // By rank

    private Page<SessionCard> byRank() {
        String after = Places.byNumber(position, RANK);
        List<Range> cells = narrowCells();
        if (cells != null) {
            return sorted(allOf(cells), ListedSession::byRank, after, RANK);
        }
        List<List<String>> words = lists();
        List<Merge<ListedSession>> merges = new ArrayList<>();
        for (List<String> lists : words) {
            merges.add(merge(lists, after));
        }
        return Places.page(theBestOf(merges).next(limit + 1, filter::matches), limit, RANK, ListedSession::card);
    }

    /** Of lists which each hold all that is wanted, those that hold the least else. */
    private Merge<ListedSession> theBestOf(List<Merge<ListedSession>> merges) {
        if (merges.size() > 1) {
            Merge.fill(merges);
        }
        return merges.stream()
                .max(Comparator.comparing((Merge<ListedSession> merge) -> merge.hasReadAll())
                        .thenComparingLong(merge -> merge.countRead(filter::matches)))
                .orElseThrow();
    }

    private Merge<ListedSession> merge(List<String> lists, @Nullable String after) {
        return new Merge<>(
                table,
                lists.stream().map(list -> Range.whole(list).after(after)).toList(),
                legible::session,
                first(isWholeList()));
    }

    /** How many to ask for first. */
    private int first(boolean wholeList) {
        if (!wholeList) {
            return Math.max(limit + SPARE, FIRST_OF_SOME);
        }
        // Of those that may have a night on the date, most have one.
        return query.on() == null ? limit + SPARE : 2 * limit;
    }

    /** Whether all that stands in the lists is wanted, as far as the query can tell. */
    private boolean isWholeList() {
        return query.paces().isEmpty()
                && query.admissions().isEmpty()
                && query.focuses().isEmpty()
                && query.days().size() <= 1
                && conditionsOfPlace() <= 1
                && (query.box() == null || isAnArea(query.box()))
                && (query.days().isEmpty() || conditionsOfPlace() == 0 || query.county() != null);
    }

    private int conditionsOfPlace() {
        return (query.county() != null ? 1 : 0)
                + (query.country() != null ? 1 : 0)
                + (query.town() != null ? 1 : 0)
                + (query.box() != null ? 1 : 0)
                + (query.text() != null && !filter.words().isEmpty() ? 1 : 0);
    }

    private static boolean isAnArea(BoundingBox box) {
        return Cells.areasOf(box, 1).size() == 1;
    }

    /** Lists by rank; those of each element together hold all that is wanted. */
    private List<List<String>> lists() {
        if (!filter.words().isEmpty()) {
            return tellingWords(filter.words()).stream()
                    .map(SessionSearch::listsOf)
                    .toList();
        }
        String where = where();
        String town = query.town() == null ? "" : longestWord(FoldedText.fold(query.town()));
        if (!town.isEmpty()) {
            return List.of(List.of(SessionLists.byRankWithPrefix(Prefixes.of(town))));
        }
        BoundingBox box = query.box();
        if (box != null && query.county() == null) {
            List<String> areas = Cells.areasOf(box, MAX_AREAS);
            if (!areas.isEmpty()) {
                return List.of(areas.stream().map(SessionLists::byRankInArea).toList());
            }
        }
        return List.of(onNights(where));
    }

    private List<String> onNights(String where) {
        LocalDate on = query.on();
        if (on != null) {
            return List.of(SessionLists.byRank(where, on.getDayOfWeek()));
        }
        return query.days().isEmpty()
                ? List.of(SessionLists.byRank(where))
                : query.days().stream()
                        .sorted()
                        .map(day -> SessionLists.byRank(where, day))
                        .toList();
    }

    private String where() {
        County county = query.county();
        if (county != null) {
            return SessionLists.in(county);
        }
        return query.country() != null ? SessionLists.in(query.country()) : SessionLists.EVERYWHERE;
    }

    /** The one or two words that tell most; what begins another word says nothing that the other does not. */
    private static List<String> tellingWords(List<String> words) {
        List<String> telling = words.stream()
                .distinct()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.startsWith(word)))
                .sorted(Comparator.comparing((String word) -> word.length() < SHORTEST_TELLING_WORD)
                        .thenComparingInt(word -> Prefixes.counties(word).size())
                        .thenComparingInt(word -> -word.length()))
                .toList();
        return telling.subList(0, Math.min(2, telling.size()));
    }

    private static List<String> listsOf(String word) {
        List<String> lists = new ArrayList<>();
        lists.add(SessionLists.byRankWithPrefix(Prefixes.of(word)));
        Prefixes.counties(word).forEach(county -> lists.add(SessionLists.byRank(SessionLists.in(county))));
        return lists;
    }

    private static String longestWord(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    // By name

    private Page<SessionCard> byName() {
        String after = Places.byName(position, NAME);
        List<Range> cells = narrowCells();
        if (cells != null || isNarrowList()) {
            return sorted(allOf(cells != null ? cells : narrowest()), ListedSession::byName, after, NAME);
        }
        Merge<ListedSession> merge = new Merge<>(
                table,
                List.of(Range.whole(SessionLists.byName(where())).after(after)),
                legible::session,
                first(isWholeList() && query.days().isEmpty() && query.on() == null));
        return Places.page(merge.next(limit + 1, filter::matches), limit, NAME, ListedSession::card);
    }

    private boolean isNarrowList() {
        return query.town() != null || !filter.words().isEmpty();
    }

    private List<Range> narrowest() {
        return lists().getFirst().stream().map(Range::whole).toList();
    }

    // By the next night

    private Page<SessionCard> byNext() {
        String after = Places.byNumber(position, NEXT);
        List<Range> cells = narrowCells();
        if (cells != null
                || isNarrowList()
                || query.on() != null
                || !query.days().isEmpty()) {
            return sorted(allOf(cells != null ? cells : narrowest()), session -> session.byNext(now), after, NEXT);
        }
        return nightAfterNight(after);
    }

    /**
     * Reads weekday after weekday from tonight on, until no later one can hold an earlier night than those that the
     * page shows.
     */
    private Page<SessionCard> nightAfterNight(@Nullable String after) {
        // Somewhere on earth it is still yesterday.
        LocalDate first = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        Map<String, ListedSession> known = new HashMap<>();
        int days = 0;
        int atOnce = 3;
        while (true) {
            List<Range> some = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                some.add(Range.whole(SessionLists.byRank(
                        where(), first.plusDays(days + (long) i).getDayOfWeek())));
            }
            allOf(some).forEach(session -> known.put(session.id(), session));
            days += atOnce;
            atOnce = Math.min(4, DayOfWeek.values().length - days);
            List<Met<ListedSession>> met =
                    Places.first(known.values(), session -> session.byNext(now), after, limit + 1);
            if (met.size() > limit && isBefore(met.getLast(), first.plusDays(days))) {
                return Places.page(met, limit, NEXT, ListedSession::card);
            }
            if (atOnce == 0) {
                allOf(List.of(Range.whole(SessionLists.withoutNights(where()))))
                        .forEach(session -> known.put(session.id(), session));
                return sorted(known.values(), session -> session.byNext(now), after, NEXT);
            }
        }
    }

    /** Whether a night begins before a date has begun anywhere on earth. */
    private boolean isBefore(Met<ListedSession> met, LocalDate date) {
        Instant dawn = date.atStartOfDay().toInstant(ZoneOffset.MAX);
        return SortableText.ORDER.compare(met.place(), SortableText.of((double) dawn.getEpochSecond(), "")) < 0;
    }

    // In no order

    private Page<SessionCard> sorted(
            Collection<ListedSession> all, Function<ListedSession, String> place, @Nullable String after, char order) {
        return Places.page(Places.first(all, place, after, limit + 1), limit, order, ListedSession::card);
    }

    /** All that is wanted of what stands in the ranges. */
    private Collection<ListedSession> allOf(List<Range> ranges) {
        Merge<ListedSession> merge = new Merge<>(table, ranges, legible::session, Integer.MAX_VALUE);
        return merge.next(Integer.MAX_VALUE, filter::matches).stream()
                .map(Met::value)
                .toList();
    }

    /** The parts of the map that hold all that is wanted, where the query names a place that is small enough. */
    private @Nullable List<Range> narrowCells() {
        Nearby near = query.near();
        if (near != null) {
            return cells(BoundingBox.around(near.point(), near.radiusMetres()), limit);
        }
        BoundingBox box = query.box();
        if (box == null || !filter.words().isEmpty() || query.town() != null || !isSmall(box)) {
            return null;
        }
        return cells(box, limit);
    }

    /** Whether reading all of it by place is less than reading its surroundings by rank. */
    private static boolean isSmall(BoundingBox box) {
        double width = box.east() - box.west();
        return (width < 0 ? width + 360 : width) * (box.north() - box.south()) < SMALL_SQUARE_DEGREES;
    }

    /** @param expected how many cards are thought to lie there */
    private List<Range> cells(BoundingBox box, double expected) {
        Set<DayOfWeek> days = new TreeSet<>(query.days());
        LocalDate on = query.on();
        if (on != null) {
            days.clear();
            days.add(on.getDayOfWeek());
        }
        List<Range> ranges = new ArrayList<>();
        for (CellRange cell : Cells.covering(box, expected)) {
            if (days.isEmpty()) {
                ranges.add(range(SessionLists.byPlace(cell.partition()), cell));
            }
            for (DayOfWeek day : days) {
                ranges.add(range(SessionLists.byPlace(cell.partition(), day), cell));
            }
        }
        return ranges;
    }

    private static Range range(String partition, CellRange cell) {
        return new Range(partition, cell.from(), cell.to() + Range.LAST, null, Integer.MAX_VALUE);
    }
}

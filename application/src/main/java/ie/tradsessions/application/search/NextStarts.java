package ie.tradsessions.application.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the next nights of the sessions of a table begin; times are seconds of the epoch. Of a stretch of time it knows
 * each night that begins in it, and of each session the first that begins after that. So the order of the next nights
 * as of any second of the stretch is what is left of its nights, and behind them all sessions that are not among these;
 * nothing has to be worked out again while time passes. Immutable.
 */
final class NextStarts {
    /** No night is known. */
    static final long NEVER = Long.MAX_VALUE;

    /** How far the stretch reaches to either side of the moment for which it is worked out. */
    private static final long REACH = Cursor.MAX_AGE.toSeconds();

    /** Tells the next night of one row. */
    interface Source {
        /** The first start at or after a second, or {@link #NEVER}. */
        long nextStart(int row, long second);
    }

    /** The nights of the stretch, in the order of their starts and of the identifiers of their sessions. */
    private static final class Nights {
        final long[] starts;
        final int[] rows;
        /** For each night how many places before it the session's night before stands, or 0 where there is none. */
        final int[] earlier;

        Nights(int size) {
            starts = new long[size];
            rows = new int[size];
            earlier = new int[size];
        }

        int size() {
            return rows.length;
        }
    }

    /** The first nights after the stretch: when each row's begins, and the rows in this order. */
    private static final class Later {
        final long[] starts;
        final int[] rows;

        Later(long[] starts, int[] rows) {
            this.starts = starts;
            this.rows = rows;
        }
    }

    private record Night(long start, int row) {}

    private final IdColumn ids;
    private final Source source;
    private final long from;
    private final long to;
    private final Nights nights;
    private final Lazy<Later> later;
    private final Lazy<int[]> laterPlaces;
    private final Lazy<IntLists> nightsOfRows;

    private NextStarts(IdColumn ids, Source source, long from, long to, Nights nights, Lazy<Later> later) {
        this.ids = ids;
        this.source = source;
        this.from = from;
        this.to = to;
        this.nights = nights;
        this.later = later;
        laterPlaces = new Lazy<>(this::invert);
        nightsOfRows = new Lazy<>(() -> IntLists.grouping(ids.size(), nights.size(), night -> nights.rows[night]));
    }

    /** Works out everything, for a stretch around a second. */
    static NextStarts around(long second, IdColumn ids, Source source) {
        long from = second - REACH;
        long[] starts = new long[ids.size()];
        List<Night> nights = new ArrayList<>();
        for (int row = 0; row < starts.length; row++) {
            starts[row] = addNights(nights, row, source.nextStart(row, from), second + REACH, source);
        }
        return new NextStarts(ids, source, from, second + REACH, inOrder(nights, ids), inOrder(starts, ids));
    }

    /** As of a later stretch: only what begins until its end is worked out again. */
    private NextStarts movedTo(long second) {
        long newFrom = second - REACH;
        long newTo = second + REACH;
        List<Night> kept = new ArrayList<>();
        for (int i = 0; i < nights.size(); i++) {
            if (nights.starts[i] >= newFrom) {
                kept.add(new Night(nights.starts[i], nights.rows[i]));
            }
        }
        long[] starts = later.get().starts.clone();
        for (int row : later.get().rows) {
            if (starts[row] >= newTo) {
                break;
            }
            starts[row] = addNights(kept, row, starts[row], newTo, source);
        }
        kept.removeIf(night -> night.start < newFrom);
        return new NextStarts(ids, source, Math.max(from, newFrom), newTo, inOrder(kept, ids), inOrder(starts, ids));
    }

    /** @return the first start that is not before {@code to} */
    private static long addNights(List<Night> nights, int row, long first, long to, Source source) {
        long start = first;
        while (start < to) {
            nights.add(new Night(start, row));
            start = source.nextStart(row, start + 1);
        }
        return start;
    }

    private static Nights inOrder(List<Night> some, IdColumn ids) {
        List<Night> sorted = new ArrayList<>(some);
        sorted.sort((one, other) -> {
            int byStart = Long.compare(one.start, other.start);
            return byStart != 0 ? byStart : ids.compare(one.row, other.row);
        });
        Nights nights = new Nights(sorted.size());
        // One more than the place of each row's latest night so far.
        int[] latest = new int[ids.size()];
        for (int i = 0; i < nights.size(); i++) {
            Night night = sorted.get(i);
            nights.starts[i] = night.start;
            nights.rows[i] = night.row;
            nights.earlier[i] = latest[night.row] == 0 ? 0 : i + 1 - latest[night.row];
            latest[night.row] = i + 1;
        }
        return nights;
    }

    private static Lazy<Later> inOrder(long[] starts, IdColumn ids) {
        return new Lazy<>(() -> {
            long[] moments = moments(starts);
            return inOrder(
                    starts, moments, row -> starts[row] == NEVER ? moments.length : place(moments, starts[row]), ids);
        });
    }

    private interface Ordinal {
        int of(int row);
    }

    private static Later inOrder(long[] starts, long[] moments, Ordinal momentOf, IdColumn ids) {
        int[] byId = ids.sorted();
        IntLists byStart = IntLists.grouping(moments.length + 1, byId.length, i -> momentOf.of(byId[i]));
        int[] rows = new int[byId.length];
        Arrays.setAll(rows, place -> byId[byStart.value(place)]);
        return new Later(starts, rows);
    }

    // As bytes

    static NextStarts read(byte[] bytes, IdColumn ids, Source source) {
        ByteReader in = new ByteReader(bytes);
        long from = in.signed();
        long to = from + in.unsigned();
        long[] moments = new long[in.count(in.remaining())];
        long moment = from;
        for (int i = 0; i < moments.length; i++) {
            moment += in.unsigned();
            moments[i] = moment;
        }
        int count = in.count(Integer.MAX_VALUE);
        PackedInts nightMoments = PackedInts.read(in, count);
        PackedInts nightRows = PackedInts.read(in, count);
        PackedInts earlier = PackedInts.read(in, count);
        Nights nights = new Nights(count);
        for (int i = 0; i < count; i++) {
            nights.starts[i] = moments[nightMoments.get(i)];
            nights.rows[i] = nightRows.get(i);
            nights.earlier[i] = earlier.get(i);
        }
        PackedInts later = PackedInts.read(in, ids.size());
        return new NextStarts(ids, source, from, to, nights, new Lazy<>(() -> {
            long[] starts = new long[ids.size()];
            Arrays.setAll(starts, row -> later.get(row) == moments.length ? NEVER : moments[later.get(row)]);
            return inOrder(starts, moments, later::get, ids);
        }));
    }

    void write(ByteWriter out) {
        long[] starts = later.get().starts;
        long[] moments = moments(Arrays.copyOf(nights.starts, nights.size() + starts.length), nights.size(), starts);
        out.signed(from);
        out.unsigned(to - from);
        out.unsigned(moments.length);
        long before = from;
        for (long moment : moments) {
            out.unsigned(moment - before);
            before = moment;
        }
        out.unsigned(nights.size());
        PackedInts.write(out, places(moments, nights.starts));
        PackedInts.write(out, nights.rows);
        PackedInts.write(out, nights.earlier);
        PackedInts.write(out, places(moments, starts));
    }

    private static long[] moments(long[] all, int at, long[] more) {
        System.arraycopy(more, 0, all, at, more.length);
        return moments(all);
    }

    /** Different starts, in order. */
    private static long[] moments(long[] starts) {
        return Arrays.stream(starts)
                .filter(start -> start != NEVER)
                .sorted()
                .distinct()
                .toArray();
    }

    private static int[] places(long[] moments, long[] starts) {
        return Arrays.stream(starts)
                .mapToInt(start -> start == NEVER ? moments.length : place(moments, start))
                .toArray();
    }

    private static int place(long[] moments, long start) {
        return Arrays.binarySearch(moments, start);
    }

    // As an order

    private int[] invert() {
        int[] rows = later.get().rows;
        int[] inverse = new int[rows.length];
        for (int place = 0; place < rows.length; place++) {
            inverse[rows[place]] = place;
        }
        return inverse;
    }

    /** The first whole second that is not before a moment; nights begin at whole seconds. */
    static long secondOf(Instant moment) {
        return moment.getNano() == 0 ? moment.getEpochSecond() : moment.getEpochSecond() + 1;
    }

    static SortKey key(long start, String id) {
        return SortKey.byNumber(start == NEVER ? Double.POSITIVE_INFINITY : start, id);
    }

    /** The order of the next nights as of a second: first what begins within the stretch, then the rest. */
    private final class AsOf implements RowOrder {
        /** The first night that has not begun. */
        private final int first;

        private final int left;

        AsOf(int first) {
            this.first = first;
            left = nights.size() - first;
        }

        @Override
        public int size() {
            return left + ids.size();
        }

        @Override
        public int row(int place) {
            if (place < left) {
                int night = first + place;
                int earlier = nights.earlier[night];
                // A session stands where the first of its nights does.
                return earlier > 0 && night - earlier >= first ? NO_ROW : nights.rows[night];
            }
            int row = later.get().rows[place - left];
            IntLists its = nightsOfRows.get();
            boolean before = its.end(row) > its.start(row) && its.value(its.end(row) - 1) >= first;
            return before ? NO_ROW : row;
        }

        @Override
        public int place(int row) {
            IntLists its = nightsOfRows.get();
            for (int i = its.start(row); i < its.end(row); i++) {
                if (its.value(i) >= first) {
                    return its.value(i) - first;
                }
            }
            return left + laterPlaces.get()[row];
        }

        @Override
        public SortKey key(int place) {
            if (place < left) {
                return NextStarts.key(nights.starts[first + place], ids.get(nights.rows[first + place]));
            }
            int row = later.get().rows[place - left];
            return NextStarts.key(later.get().starts[row], ids.get(row));
        }
    }

    private boolean knows(long second) {
        return second >= from && second <= to;
    }

    private RowOrder asOf(long second) {
        int low = 0;
        int high = nights.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nights.starts[middle] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new AsOf(low);
    }

    /** The latest of these, for a table. Threads may race: at worst they work out the same thing twice. */
    static final class Clock {
        private volatile NextStarts latest;
        private volatile @Nullable NextStarts earlier;

        Clock(NextStarts packed) {
            latest = packed;
        }

        /** The order as of a second. */
        RowOrder at(long second) {
            NextStarts known = latest;
            if (known.knows(second)) {
                return known.asOf(second);
            }
            if (second > known.to) {
                NextStarts moved = known.movedTo(second);
                latest = moved;
                return moved.asOf(second);
            }
            NextStarts before = earlier;
            if (before == null || !before.knows(second)) {
                before = around(second, known.ids, known.source);
                earlier = before;
            }
            return before.asOf(second);
        }
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Finds a segment's venues by the data sets that they came from. It is made by going through all of them. Immutable. */
final class SourceLookup {
    private final Segment segment;
    /** For each source of each venue its hash, in the upper half, and the venue's row; in order. */
    private final long[] rows;

    SourceLookup(Segment segment) {
        this.segment = segment;
        long[] found = new long[segment.venues()];
        int count = 0;
        for (int row = 0; row < segment.venues(); row++) {
            for (Source source : segment.venue(row).value().sources()) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = first(source) | row;
            }
        }
        rows = Arrays.copyOf(found, count);
        Arrays.sort(rows);
    }

    /** The rows of all venues from a source, in no particular order. */
    void each(Source source, IntConsumer row) {
        long first = first(source);
        int at = Arrays.binarySearch(rows, first);
        for (int i = at < 0 ? ~at : at; i < rows.length && (rows[i] & ~0xFFFF_FFFFL) == first; i++) {
            Venue venue = segment.venue((int) rows[i]).value();
            if (venue.sources().contains(source)) {
                row.accept((int) rows[i]);
            }
        }
    }

    private static long first(Source source) {
        return (long) source.hashCode() << Integer.SIZE;
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A venue as a query looks at it, be it packed or not. A row is opened for one query and goes from venue to venue; it
 * is not thread-safe.
 */
interface VenueRow {
    @Nullable
    County county();

    GeoPoint location();

    /** Whether a term, other than those of the county, begins with a word of the query, by the word's number. */
    boolean hasTerm(int word);

    /** A venue of a table. */
    final class Packed implements VenueRow {
        private final VenueTable table;
        private final TermTable.Range[] ranges;
        private int row;

        Packed(VenueTable table, TermTable.Range[] ranges) {
            this.table = table;
            this.ranges = ranges;
        }

        Packed at(int newRow) {
            row = newRow;
            return this;
        }

        @Override
        public @Nullable County county() {
            return table.columns().county(row);
        }

        @Override
        public GeoPoint location() {
            return table.positions().get(row);
        }

        @Override
        public boolean hasTerm(int word) {
            return table.terms().has(row, ranges[word]);
        }
    }

    /** A venue of an overlay. */
    record Loose(OverlayVenue venue, QueryWords words) implements VenueRow {
        @Override
        public @Nullable County county() {
            return venue.summary().county();
        }

        @Override
        public GeoPoint location() {
            return venue.summary().location();
        }

        @Override
        public boolean hasTerm(int word) {
            return SearchTerms.anyBegins(venue.terms(), words.get(word));
        }
    }
}

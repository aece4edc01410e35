package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A session as a query looks at it, be it packed or not; what is said of its place and its terms is said of its venue.
 * A row is opened for one query and goes from session to session; it is not thread-safe.
 */
interface SessionRow extends VenueRow {
    Country country();

    ZoneId timeZone();

    /** The town's folded name, or null where none is told. */
    @Nullable
    String foldedTown();

    /** As in {@link EtiquetteBits}. */
    int etiquette();

    /** As in {@link Weekdays}. */
    int weekdays();

    boolean hasNightOn(LocalDate date);

    boolean hasEnded(Tonight tonight);

    /** A session of a table. */
    final class Packed implements SessionRow {
        private final SessionTable table;
        private final SessionColumns columns;
        private final VenueTable hosts;
        private final TermTable.Range[] ranges;
        private int row;

        Packed(SessionTable table, TermTable.Range[] ranges) {
            this.table = table;
            this.ranges = ranges;
            columns = table.columns();
            hosts = table.hosts();
        }

        /** For questions without a text. */
        static Packed of(SessionTable table) {
            return new Packed(table, new TermTable.Range[0]);
        }

        Packed at(int newRow) {
            row = newRow;
            return this;
        }

        private int host() {
            return columns.host(row);
        }

        @Override
        public @Nullable County county() {
            return hosts.columns().county(host());
        }

        @Override
        public Country country() {
            return hosts.columns().country(host());
        }

        @Override
        public GeoPoint location() {
            return hosts.positions().get(host());
        }

        @Override
        public ZoneId timeZone() {
            return hosts.columns().zone(host());
        }

        @Override
        public @Nullable String foldedTown() {
            return hosts.foldedTown(host());
        }

        @Override
        public boolean hasTerm(int word) {
            TermTable.Range range = ranges[word];
            return hosts.terms().has(host(), range)
                    || (columns.ownName(row) >= 0 && table.ownTerms().holdsAny(row, range.from(), range.to()));
        }

        @Override
        public int etiquette() {
            return columns.etiquette(row);
        }

        @Override
        public int weekdays() {
            return columns.weekdays(row);
        }

        @Override
        public boolean hasNightOn(LocalDate date) {
            boolean weekday = (columns.weekdays(row) & Weekdays.bit(date.getDayOfWeek())) != 0;
            if (columns.everyWeek(row) || !(weekday || columns.anyDay(row))) {
                return weekday;
            }
            return table.session(row).timetable().hasNightOn(date);
        }

        @Override
        public boolean hasEnded(Tonight tonight) {
            int endDay = columns.endDay(row);
            if (endDay == EndDay.NEVER) {
                return false;
            }
            LocalDate date = tonight.in(timeZone());
            return endDay == EndDay.UNKNOWN ? table.session(row).hasEnded(date) : date.toEpochDay() >= endDay;
        }
    }

    /** A session of an overlay. */
    record Loose(OverlaySession session, QueryWords words) implements SessionRow {
        @Override
        public @Nullable County county() {
            return session.venue().county();
        }

        @Override
        public Country country() {
            return session.venue().country();
        }

        @Override
        public GeoPoint location() {
            return session.venue().location();
        }

        @Override
        public ZoneId timeZone() {
            return session.venue().timeZone();
        }

        @Override
        public @Nullable String foldedTown() {
            return session.overlayVenue().foldedTown();
        }

        @Override
        public boolean hasTerm(int word) {
            return SearchTerms.anyBegins(session.overlayVenue().terms(), words.get(word))
                    || SearchTerms.anyBegins(session.ownTerms(), words.get(word));
        }

        @Override
        public int etiquette() {
            return session.etiquette();
        }

        @Override
        public int weekdays() {
            return session.weekdays();
        }

        @Override
        public boolean hasNightOn(LocalDate date) {
            return session.session().timetable().hasNightOn(date);
        }

        @Override
        public boolean hasEnded(Tonight tonight) {
            return session.hasEnded(tonight);
        }
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The packed part of an index: all venues, and all sessions whose venues are known, as of the moment when it was made.
 * Venues have one row number: those of the hosts come first, those of the others behind them. Immutable.
 */
final class Segment {
    private final SessionTable sessions;
    private final VenueTable hosts;
    private final VenueTable otherVenues;
    private final Lazy<SourceLookup> sources = new Lazy<>(() -> new SourceLookup(this));

    private Segment(SessionTable sessions, VenueTable hosts, VenueTable otherVenues) {
        this.sessions = sessions;
        this.hosts = hosts;
        this.otherVenues = otherVenues;
    }

    static Segment of(Sections sections) {
        VenueTable hosts = new VenueTable(sections, Section.Table.HOSTS);
        return new Segment(
                new SessionTable(sections, hosts), hosts, new VenueTable(sections, Section.Table.OTHER_VENUES));
    }

    SessionTable sessions() {
        return sessions;
    }

    VenueTable hosts() {
        return hosts;
    }

    /** The venues that stand on no card. */
    VenueTable otherVenues() {
        return otherVenues;
    }

    List<VenueTable> venueTables() {
        return List.of(hosts, otherVenues);
    }

    SourceLookup sources() {
        return sources.get();
    }

    int venues() {
        return hosts.size() + otherVenues.size();
    }

    /** The row number of the first venue of a table. */
    int firstRow(VenueTable table) {
        return table.equals(hosts) ? 0 : hosts.size();
    }

    /** The row number of a venue, or -1 where it is not here. */
    int find(VenueId id) {
        int host = hosts.ids().find(id.value());
        if (host >= 0) {
            return host;
        }
        int other = otherVenues.ids().find(id.value());
        return other < 0 ? -1 : hosts.size() + other;
    }

    /** The row of a session, or -1 where it is not here. */
    int find(SessionId id) {
        return sessions.ids().find(id.value());
    }

    /** The rows of the sessions at a venue. */
    void eachSessionAt(VenueId id, IntConsumer row) {
        int host = hosts.ids().find(id.value());
        if (host >= 0) {
            IntLists rows = sessions.rowsOfHosts();
            for (int i = rows.start(host); i < rows.end(host); i++) {
                row.accept(rows.value(i));
            }
        }
    }

    Versioned<Venue> venue(int row) {
        return row < hosts.size() ? hosts.venue(row) : otherVenues.venue(row - hosts.size());
    }

    VenueId venueId(int row) {
        return new VenueId(
                row < hosts.size() ? hosts.ids().get(row) : otherVenues.ids().get(row - hosts.size()));
    }

    VenueSummary summary(int row) {
        return row < hosts.size() ? hosts.summary(row) : otherVenues.summary(row - hosts.size());
    }
}

package ie.tradsessions.application.dataset;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.Position;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Standing;
import ie.tradsessions.domain.venue.Venue;
import org.jspecify.annotations.Nullable;

/** Answers everything that is stored. */
public interface DataSet {
    /**
     * All venues in the order of their identifiers, then all sessions in the order of theirs.
     *
     * @param after where an earlier page ended, or null for the first
     */
    Page<Entry> read(int limit, @Nullable Position after);

    sealed interface Entry {
        record VenueEntry(Venue venue) implements Entry {}

        record SessionEntry(Session session, Standing standing) implements Entry {}
    }
}

package ie.tradsessions.application.dataset;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import org.jspecify.annotations.Nullable;

/** Answers everything that is stored. */
public interface DataSet {
    /**
     * All venues in the order of their identifiers, then all sessions in the order of theirs.
     *
     * @param after where an earlier page ended, or null for the first
     */
    Page<Entry> read(int limit, @Nullable PageToken after);

    sealed interface Entry {
        record VenueEntry(Venue venue) implements Entry {}

        record SessionEntry(Session session, Feedback feedback) implements Entry {}
    }
}

package ie.tradsessions.application.session;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Deadline;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Finds one session with its venues: the session by one read of the store, the venues in the index. It reads again where
 * the first answer is older than what the index or the session itself tells.
 */
final class SessionLookup {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final SearchIndex index;
    private final SessionPages pages;

    SessionLookup(SearchIndex index, SessionPages pages) {
        this.index = index;
        this.pages = pages;
    }

    /** @param movedTo the venues to which nights are moved, as far as they are known */
    record Found(SessionPage page, Venue venue, Map<VenueId, VenueSummary> movedTo) {}

    /** A session that everybody may see, by a read that may lag for a moment. */
    Optional<Found> find(SessionId id) {
        Optional<SessionPage> page = index.isDue() ? besideTheJournal(id) : read(id, ReadConsistency.EVENTUAL);
        long known = index.current().versionOf(AggregateKey.of(id));
        if (page.isEmpty() || page.get().version() < known) {
            page = read(id, ReadConsistency.STRONG);
        }
        return page.filter(found -> !found.session().isTakenDown()).flatMap(this::withVenues);
    }

    /** A session as it is stored now, also where it is taken down. */
    Optional<Found> findLatest(SessionId id) {
        return read(id, ReadConsistency.STRONG).flatMap(this::withVenues);
    }

    private Optional<SessionPage> read(SessionId id, ReadConsistency consistency) {
        return pages.session(id, consistency);
    }

    /** Reads while the index asks the journal, so that both take one trip. */
    private Optional<SessionPage> besideTheJournal(SessionId id) {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<SessionPage>> page =
                    beside.submit(Deadline.carried(() -> read(id, ReadConsistency.EVENTUAL)));
            index.current();
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable(RETRY_AFTER, e);
        }
    }

    private Optional<Found> withVenues(SessionPage page) {
        Index current = index.current();
        VenueId venue = page.session().venue();
        Index newEnough = current.venue(venue).isPresent() ? current : index.latest();
        return newEnough
                .venue(venue)
                .map(Versioned::value)
                .map(found -> new Found(page, found, movedTo(page, newEnough)));
    }

    private static Map<VenueId, VenueSummary> movedTo(SessionPage page, Index index) {
        Map<VenueId, VenueSummary> movedTo = new HashMap<>();
        for (VenueId id : page.session().timetable().venuesMovedTo()) {
            index.venue(id).ifPresent(venue -> movedTo.put(id, VenueSummary.of(venue.value())));
        }
        return Map.copyOf(movedTo);
    }
}

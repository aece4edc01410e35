package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.place.SessionCounts;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.venue.VenueCard;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the adapters of this package share: the aggregates, and what is derived from them. Every write is one
 * step, under a lock, so that no reader sees half of it. All that goes in and out is immutable.
 */
public final class InMemoryStore {
    /** Tells positions in the data set from others. */
    private static final char DATA_SET = 'X';

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final NavigableMap<VenueId, Versioned<Venue>> venues = new TreeMap<>();
    private final NavigableMap<SessionId, Versioned<Session>> sessions = new TreeMap<>();
    private final Map<SessionId, Versioned<Feedback>> feedbacks = new HashMap<>();
    private final Map<VenueId, Set<SessionId>> sessionsAt = new HashMap<>();
    private final Map<VenueId, Set<SessionId>> movedTo = new HashMap<>();
    private final VenueIndex venueIndex = new VenueIndex();
    private final SessionIndex sessionIndex = new SessionIndex();
    private SessionCounts.@Nullable Counts counts;

    Optional<Versioned<Venue>> venue(VenueId id) {
        return reading(() -> Optional.ofNullable(venues.get(id)));
    }

    Optional<Versioned<Session>> session(SessionId id) {
        return reading(() -> Optional.ofNullable(sessions.get(id)));
    }

    Optional<Versioned<Feedback>> feedback(SessionId id) {
        return reading(() -> Optional.ofNullable(feedbacks.get(id)));
    }

    SaveOutcome save(Venue venue, long expectedVersion) {
        return writing(() -> {
            SaveOutcome outcome = put(venues, venue.id(), venue, expectedVersion);
            if (outcome instanceof SaveOutcome.Saved) {
                venueIndex.put(venue);
                sessionsAt.getOrDefault(venue.id(), Set.of()).forEach(this::refreshCard);
                movedTo.getOrDefault(venue.id(), Set.of()).forEach(this::refreshCard);
            }
            return outcome;
        });
    }

    SaveOutcome save(Session session, long expectedVersion) {
        return writing(() -> {
            if (!venues.containsKey(session.venue())) {
                throw new IllegalStateException("venue " + session.venue() + " is not stored");
            }
            Versioned<Session> former = sessions.get(session.id());
            SaveOutcome outcome = put(sessions, session.id(), session, expectedVersion);
            if (outcome instanceof SaveOutcome.Saved) {
                if (former != null) {
                    unlink(former.value());
                }
                link(sessionsAt, session.venue(), session.id());
                session.timetable().venuesMovedTo().forEach(venue -> link(movedTo, venue, session.id()));
                refreshCard(session.id());
            }
            return outcome;
        });
    }

    SaveOutcome save(Feedback feedback, long expectedVersion) {
        return writing(() -> {
            if (!sessions.containsKey(feedback.session())) {
                throw new IllegalStateException("session " + feedback.session() + " is not stored");
            }
            SaveOutcome outcome = put(feedbacks, feedback.session(), feedback, expectedVersion);
            if (outcome instanceof SaveOutcome.Saved) {
                refreshCard(feedback.session());
            }
            return outcome;
        });
    }

    Page<SessionCard> find(SessionQuery query, Instant now, int limit, @Nullable PageToken after) {
        return reading(() -> sessionIndex.find(query, now, limit, after));
    }

    Page<VenueCard> find(VenueQuery query, int limit, @Nullable PageToken after) {
        return reading(() -> venueIndex.find(query, limit, after, this::countSessions));
    }

    List<Venue> within(GeoPoint point, double metres) {
        return reading(() -> venueIndex.within(point, metres));
    }

    Optional<VenueId> from(Source source) {
        return reading(() -> venueIndex.from(source));
    }

    Optional<SessionPages.SessionPage> sessionPage(SessionId id) {
        return reading(() -> Optional.ofNullable(sessions.get(id)).map(found -> {
            Session session = found.value();
            return new SessionPages.SessionPage(
                    found.version(), session, stored(session.venue()), feedbackOf(id), summaries(session));
        }));
    }

    Optional<SessionPages.VenuePage> venuePage(VenueId id) {
        return reading(() -> Optional.ofNullable(venues.get(id))
                .map(found -> new SessionPages.VenuePage(
                        found.version(),
                        found.value(),
                        List.copyOf(sessionIndex.cards(sessionsAt.getOrDefault(id, Set.of()))))));
    }

    SessionCounts.Counts counts() {
        SessionCounts.Counts known = reading(() -> Optional.ofNullable(counts)).orElse(null);
        return known != null
                ? known
                : writing(() -> {
                    SessionCounts.Counts fresh = Counting.count(
                            venues.values().stream().map(Versioned::value).toList(),
                            sessions.values().stream().map(Versioned::value).toList());
                    counts = fresh;
                    return fresh;
                });
    }

    Page<DataSet.Entry> read(int limit, @Nullable PageToken after) {
        return reading(() -> {
            Ordered<Object> found = new Ordered<>(limit, DATA_SET, after);
            venues.keySet().forEach(id -> found.offer(SortKey.byNumber(0, id.value()), id));
            sessions.keySet().forEach(id -> found.offer(SortKey.byNumber(1, id.value()), id));
            return found.page(id -> switch (id) {
                case VenueId venue -> new DataSet.Entry.VenueEntry(stored(venue));
                case SessionId session -> new DataSet.Entry.SessionEntry(stored(session), feedbackOf(session));
                default -> throw new IllegalStateException("neither a venue nor a session: " + id);
            });
        });
    }

    private void refreshCard(SessionId id) {
        counts = null;
        Session session = stored(id);
        Venue venue = stored(session.venue());
        sessionIndex.put(SessionCard.of(session, venue, feedbackOf(id), summaries(session)), venue);
    }

    private Map<VenueId, VenueSummary> summaries(Session session) {
        Map<VenueId, VenueSummary> summaries = new HashMap<>();
        for (VenueId id : session.timetable().venuesMovedTo()) {
            Versioned<Venue> venue = venues.get(id);
            if (venue != null) {
                summaries.put(id, VenueSummary.of(venue.value()));
            }
        }
        return summaries;
    }

    private void unlink(Session session) {
        sessionsAt.getOrDefault(session.venue(), Collections.emptySet()).remove(session.id());
        session.timetable()
                .venuesMovedTo()
                .forEach(venue ->
                        movedTo.getOrDefault(venue, Collections.emptySet()).remove(session.id()));
    }

    private static void link(Map<VenueId, Set<SessionId>> links, VenueId venue, SessionId session) {
        links.computeIfAbsent(venue, some -> new TreeSet<>()).add(session);
    }

    private int countSessions(VenueId venue) {
        return (int) sessionsAt.getOrDefault(venue, Set.of()).stream()
                .filter(id -> stored(id).timetable().endedOn() == null)
                .count();
    }

    private Feedback feedbackOf(SessionId id) {
        Versioned<Feedback> feedback = feedbacks.get(id);
        return feedback == null ? Feedback.none(id) : feedback.value();
    }

    private Venue stored(VenueId id) {
        Versioned<Venue> venue = venues.get(id);
        if (venue == null) {
            throw new IllegalStateException("venue " + id + " is not stored");
        }
        return venue.value();
    }

    private Session stored(SessionId id) {
        Versioned<Session> session = sessions.get(id);
        if (session == null) {
            throw new IllegalStateException("session " + id + " is not stored");
        }
        return session.value();
    }

    private <K, T> SaveOutcome put(Map<K, Versioned<T>> all, K id, T value, long expectedVersion) {
        Versioned<T> known = all.get(id);
        long version = known == null ? SaveOutcome.NEW : known.version();
        if (version != expectedVersion) {
            return new SaveOutcome.Stale(version);
        }
        all.put(id, new Versioned<>(value, version + 1));
        counts = null;
        return new SaveOutcome.Saved(version + 1);
    }

    private <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Supplier<T> change) {
        lock.writeLock().lock();
        try {
            return change.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}

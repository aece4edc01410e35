package ie.tradsessions.application.dataset;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.search.DataSet;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives away the whole open data set, page by page: all venues in the order of their identifiers, then all sessions in
 * the order of theirs, each with what players say of it and followed by its reviews, without those that were taken down.
 * The index tells what there is; what it is, the store.
 */
public final class ExportDataSet {
    public static final int DEFAULT_LIMIT = 500;
    public static final int MAX_LIMIT = 1000;

    /** How often a page is filled up from what comes next, the venues' end included. */
    private static final int MAX_ROUNDS = 4;

    /** Comes before every identifier. */
    private static final String BEGINNING = "";

    private final SearchIndex index;
    private final DataSet dataSet;

    private final Reviews reviews;

    public ExportDataSet(SearchIndex index, DataSet dataSet, Reviews reviews) {
        this.index = index;
        this.dataSet = dataSet;
        this.reviews = reviews;
    }

    /** @param limit of venues and sessions; the reviews of a session come with it */
    public record Query(int limit, @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    public sealed interface Entry {
        record VenueEntry(Venue venue) implements Entry {}

        /** @param feedback its summary is that of the reviews which follow */
        record SessionEntry(Session session, Feedback feedback) implements Entry {}

        /** One that is shown, of the session before it, the oldest first. */
        record ReviewEntry(Review review) implements Entry {}
    }

    /**
     * A page. It is shorter than the limit, and perhaps empty, where much of what is listed cannot be read or is gone.
     *
     * @throws InvalidValue on the field {@code cursor} if no earlier page gave the token
     */
    public Page<Entry> export(Query query) {
        Index current = index.current();
        List<Entry> entries = new ArrayList<>();
        Place place = Place.of(query.after());
        int taken = 0;
        for (int round = 0; round < MAX_ROUNDS && taken < query.limit(); round++) {
            List<AggregateKey> keys = place.next(current, query.limit() - taken);
            List<Entry> read = read(keys, current);
            entries.addAll(read);
            taken += (int) read.stream()
                    .filter(entry -> !(entry instanceof Entry.ReviewEntry))
                    .count();
            place = place.after(keys);
            if (place.isAtTheEnd(current)) {
                return new Page<>(entries, null);
            }
        }
        return new Page<>(entries, place.toPageToken());
    }

    private List<Entry> read(List<AggregateKey> keys, Index current) {
        List<AggregateKey> wanted = new ArrayList<>(keys);
        for (AggregateKey key : keys) {
            if (key.kind() == AggregateKey.Kind.SESSION) {
                wanted.add(AggregateKey.feedbackOf(new SessionId(key.id())));
            }
        }
        Map<AggregateKey, StoredAggregate> stored = new HashMap<>();
        dataSet.read(wanted, ReadConsistency.EVENTUAL).forEach(one -> stored.put(one.key(), one));
        wanted.removeIf(key -> {
            StoredAggregate one = stored.get(key);
            return current.versionOf(key) <= (one == null ? 0 : one.version());
        });
        if (!wanted.isEmpty()) {
            // The index has met newer ones.
            dataSet.read(wanted, ReadConsistency.STRONG).forEach(one -> stored.put(one.key(), one));
        }
        List<Entry> entries = new ArrayList<>();
        for (AggregateKey key : keys) {
            switch (stored.get(key)) {
                case StoredAggregate.OfVenue(var venue, var version) when venue.isMerged() -> {}
                case StoredAggregate.OfVenue(var venue, var version) -> entries.add(new Entry.VenueEntry(venue));
                case StoredAggregate.OfSession(var session, var version) when session.isTakenDown() -> {}
                case StoredAggregate.OfSession(var session, var version) ->
                    entries.addAll(entries(session, feedback(session.id(), stored)));
                case null, default -> {}
            }
        }
        return entries;
    }

    /** Feedback and reviews are not read at one moment, so what is said to be their summary is counted from them. */
    private List<Entry> entries(Session session, Feedback feedback) {
        List<Review> shown = feedback.ratings().count() == 0
                ? List.of()
                : reviews.shown(session.id(), null, Integer.MAX_VALUE, ReadConsistency.EVENTUAL).reversed().stream()
                        .map(Versioned::value)
                        .toList();
        int last = shown.isEmpty() ? 0 : shown.getLast().number();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.SessionEntry(session, feedback.with(Tally.recount(shown, last, Burst.NONE))));
        shown.forEach(review -> entries.add(new Entry.ReviewEntry(review)));
        return entries;
    }

    private static Feedback feedback(SessionId session, Map<AggregateKey, StoredAggregate> stored) {
        return stored.get(AggregateKey.feedbackOf(session))
                        instanceof StoredAggregate.OfFeedback(var feedback, var version)
                ? feedback
                : Feedback.none(session);
    }

    /**
     * How far the data set has been read.
     *
     * @param kind of what comes next: venues, then sessions
     * @param last the last identifier that was read, or {@link #BEGINNING}
     */
    private record Place(AggregateKey.Kind kind, String last) {
        private static final Place START = new Place(AggregateKey.Kind.VENUE, BEGINNING);

        static Place of(@Nullable PageToken token) {
            if (token == null) {
                return START;
            }
            String[] parts = token.value().split(" ", -1);
            try {
                if (parts.length == 2 && parts[0].equals("VENUE")) {
                    return new Place(AggregateKey.Kind.VENUE, parts[1].isEmpty() ? "" : new VenueId(parts[1]).value());
                }
                if (parts.length == 2 && parts[0].equals("SESSION")) {
                    return new Place(
                            AggregateKey.Kind.SESSION, parts[1].isEmpty() ? "" : new SessionId(parts[1]).value());
                }
            } catch (InvalidValue e) {
                // Said below, of the field that it came in.
            }
            throw new InvalidValue("cursor", "as an earlier answer gave it");
        }

        List<AggregateKey> next(Index index, int limit) {
            return kind == AggregateKey.Kind.VENUE
                    ? index.venuesAfter(last.isEmpty() ? null : new VenueId(last), limit).stream()
                            .map(AggregateKey::of)
                            .toList()
                    : index.sessionsAfter(last.isEmpty() ? null : new SessionId(last), limit).stream()
                            .map(AggregateKey::of)
                            .toList();
        }

        /** Where no venue is left, the sessions follow. */
        Place after(List<AggregateKey> read) {
            if (!read.isEmpty()) {
                return new Place(kind, read.getLast().id());
            }
            return kind == AggregateKey.Kind.VENUE ? new Place(AggregateKey.Kind.SESSION, BEGINNING) : this;
        }

        boolean isAtTheEnd(Index index) {
            return next(index, 1).isEmpty()
                    && (kind == AggregateKey.Kind.SESSION
                            || index.sessionsAfter(null, 1).isEmpty());
        }

        PageToken toPageToken() {
            return new PageToken(kind + " " + last);
        }
    }
}

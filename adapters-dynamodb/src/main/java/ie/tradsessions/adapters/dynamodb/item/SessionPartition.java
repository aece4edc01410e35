package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.CorruptItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands together in a session's partition, because its page shows it together.
 *
 * @param version the session's
 * @param venues copies of those that the page shows, as far as they have been made
 */
public record SessionPartition(long version, Session session, Feedback feedback, Map<VenueId, Venue> venues) {
    private static final String START = "S#";
    private static final String COPY = "c#";

    public SessionPartition {
        venues = Map.copyOf(venues);
    }

    public static String of(SessionId id) {
        return START + id.value();
    }

    /** The session of a partition, or null where it is none of a session. */
    public static @Nullable SessionId session(String partition) {
        return partition.startsWith(START) ? new SessionId(partition.substring(START.length())) : null;
    }

    /** What a page shows. */
    public static Range page(SessionId id) {
        return new Range(of(id), SessionItem.key(id).sort(), COPY + Range.LAST, null, Integer.MAX_VALUE);
    }

    /** Where the copy of a venue stands. */
    public static Key copy(SessionId id, VenueId venue) {
        return new Key(of(id), COPY + venue.value());
    }

    public static boolean isCopy(Key key) {
        return key.partition().startsWith(START) && key.sort().startsWith(COPY);
    }

    /** Empty where the session is not stored. */
    public static Optional<SessionPartition> read(SessionId id, Collection<Item> items) {
        Map<String, Item> bySort = new HashMap<>();
        items.forEach(item -> bySort.put(item.key().sort(), item));
        Item session = bySort.get(SessionItem.key(id).sort());
        if (session == null) {
            return Optional.empty();
        }
        Item feedback = bySort.get(FeedbackItem.key(id).sort());
        Map<VenueId, Venue> venues = new HashMap<>();
        for (Item item : items) {
            if (isCopy(item.key())) {
                VenueId venue = new VenueId(item.key().sort().substring(COPY.length()));
                venues.put(venue, VenueItem.venue(venue, item.attributes()));
            }
        }
        return Optional.of(new SessionPartition(
                Versions.of(session),
                SessionItem.session(id, session.attributes()),
                feedback == null ? Feedback.none(id) : FeedbackItem.feedback(id, feedback.attributes()),
                venues));
    }

    /** The venues that the session's page shows. */
    public static Set<VenueId> shown(Session session) {
        Set<VenueId> shown = new HashSet<>(session.timetable().venuesMovedTo());
        shown.add(session.venue());
        return shown;
    }

    /**
     * The venues that a session's page shows.
     *
     * @param movedTo those to which nights are moved, as far as they are there
     */
    public record Surroundings(Venue venue, Map<VenueId, VenueSummary> movedTo) {}

    /**
     * The venues as they were copied or, where no copy has been made yet, as they are stored.
     *
     * @throws CorruptItem if the session's own is not there
     */
    public Surroundings surroundings(Table table) {
        Map<VenueId, Venue> all = new HashMap<>(venues);
        if (!missing().isEmpty()) {
            table.get(missing().stream().map(VenueItem::key).toList(), Reading.EVENTUAL).stream()
                    .map(VenueItem::venue)
                    .forEach(venue -> all.put(venue.id(), venue));
        }
        Venue its = all.get(session.venue());
        if (its == null) {
            throw new CorruptItem("session " + session.id(), "venue", session.venue(), null);
        }
        Map<VenueId, VenueSummary> movedTo = new HashMap<>();
        for (VenueId id : session.timetable().venuesMovedTo()) {
            Venue other = all.get(id);
            if (other != null) {
                movedTo.put(id, VenueSummary.of(other));
            }
        }
        return new Surroundings(its, movedTo);
    }

    /** Those of them of which there is no copy. */
    public Set<VenueId> missing() {
        Set<VenueId> missing = shown(session);
        missing.removeAll(venues.keySet());
        return missing;
    }
}

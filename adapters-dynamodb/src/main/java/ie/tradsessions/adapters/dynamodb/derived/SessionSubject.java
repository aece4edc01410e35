package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.list.ListedSession;
import ie.tradsessions.adapters.dynamodb.list.SessionLists;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.venue.VenueId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A session, of which its card stands in lists.
 *
 * @param sessionVersion how often the session itself was saved
 * @param copies the venues of which it holds copies
 */
record SessionSubject(
        Manifest manifest, ListedSession session, boolean listed, long sessionVersion, Set<VenueId> copies)
        implements Subject {
    private static final String LISTED = "l";

    @Override
    public String partition() {
        return SessionPartition.of(session.card().id());
    }

    /** No copies are made of a session itself. */
    @Override
    public long version() {
        return 0;
    }

    @Override
    public Map<String, AttributeValue> derived() {
        Map<String, AttributeValue> derived = new HashMap<>(session.attributes());
        derived.put(LISTED, AttributeValue.fromBool(listed));
        return Map.copyOf(derived);
    }

    @Override
    public List<Item> items(Map<String, AttributeValue> derived) {
        AttributeValue wasListed = derived.get(LISTED);
        return SessionLists.items(read(derived), wasListed != null && wasListed.bool());
    }

    @Override
    public Tallies tallies(Map<String, AttributeValue> derived) {
        SessionCard card = read(derived).card();
        VenueSummary venue = card.venue();
        return Tallies.ofSession(venue.county(), venue.country(), card.timetable());
    }

    private ListedSession read(Map<String, AttributeValue> derived) {
        return ListedSession.read(session.card().id(), derived);
    }
}

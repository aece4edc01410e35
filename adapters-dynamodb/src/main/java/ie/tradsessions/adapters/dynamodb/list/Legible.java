package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.card.StoredVenue;
import ie.tradsessions.adapters.dynamodb.card.UnreadableBytes;
import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.table.CorruptItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what stands in lists. One that is damaged, or that another version of this program wrote, does not take the list
 * down: it is made anew from the aggregates, and left out only where these cannot be read either.
 */
public final class Legible {
    private static final Logger LOG = LoggerFactory.getLogger(Legible.class);

    private final Table table;

    public Legible(Table table) {
        this.table = table;
    }

    public Optional<ListedSession> session(Item item) {
        return read(item, ListedSession::read, () -> session(new SessionId(ListedSession.identifierOf(item))));
    }

    Optional<StoredVenue> venue(Item item) {
        return read(item, VenueLists::read, () -> venue(new VenueId(ListedSession.identifierOf(item))));
    }

    private interface Anew<T> {
        Optional<T> make();
    }

    private static <T> Optional<T> read(Item item, Function<Item, T> read, Anew<T> anew) {
        try {
            return Optional.of(read.apply(item));
        } catch (UnreadableBytes | CorruptItem e) {
            LOG.error("Something that is listed cannot be read: {}", item.key(), e);
        }
        try {
            return anew.make();
        } catch (CorruptItem e) {
            LOG.error("It is left out: {}", item.key(), e);
            return Optional.empty();
        }
    }

    private Optional<ListedSession> session(SessionId id) {
        return SessionPartition.read(id, table.queryAll(SessionPartition.page(id), Reading.EVENTUAL))
                .map(this::session);
    }

    private ListedSession session(SessionPartition stored) {
        SessionPartition.Surroundings around = stored.surroundings(table);
        SessionCard card = SessionCard.of(stored.session(), around.venue(), stored.feedback(), around.movedTo());
        return ListedSession.of(card, around.venue());
    }

    private Optional<StoredVenue> venue(VenueId id) {
        Range sessions = Range.beginning(VenueItem.key(id).partition(), SessionLists.AT_VENUE);
        return table.get(VenueItem.key(id), Reading.EVENTUAL)
                .map(VenueItem::venue)
                .map(venue -> new StoredVenue(venue, goingOn(sessions)));
    }

    private int goingOn(Range sessions) {
        return (int) table.queryAll(sessions, Reading.EVENTUAL).stream()
                .map(this::session)
                .flatMap(Optional::stream)
                .filter(session -> session.card().timetable().endedOn() == null)
                .count();
    }
}

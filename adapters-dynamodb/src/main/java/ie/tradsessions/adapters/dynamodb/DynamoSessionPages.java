package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.item.Versions;
import ie.tradsessions.adapters.dynamodb.list.Legible;
import ie.tradsessions.adapters.dynamodb.list.ListedSession;
import ie.tradsessions.adapters.dynamodb.list.SessionLists;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a page in one query, since what it shows stands together. Only a session that was shared a moment ago has no
 * copy of its venue yet: that one is read from its own place.
 */
public final class DynamoSessionPages implements SessionPages {
    private final Table table;
    private final Legible legible;

    public DynamoSessionPages(Table table) {
        this.table = table;
        legible = new Legible(table);
    }

    @Override
    public Optional<SessionPage> session(SessionId id) {
        return SessionPartition.read(id, table.queryAll(SessionPartition.page(id), Reading.EVENTUAL))
                .map(this::page);
    }

    @Override
    public Optional<VenuePage> venue(VenueId id) {
        Range page = new Range(
                VenueItem.key(id).partition(),
                VenueItem.key(id).sort(),
                SessionLists.AT_VENUE + Range.LAST,
                null,
                Integer.MAX_VALUE);
        List<SessionCard> cards = new ArrayList<>();
        Item venue = null;
        for (Item item : table.queryAll(page, Reading.EVENTUAL)) {
            if (item.key().equals(VenueItem.key(id))) {
                venue = item;
            } else {
                legible.session(item).map(ListedSession::card).ifPresent(cards::add);
            }
        }
        return venue == null
                ? Optional.empty()
                : Optional.of(new VenuePage(Versions.of(venue), VenueItem.venue(id, venue.attributes()), cards));
    }

    private SessionPage page(SessionPartition stored) {
        SessionPartition.Surroundings around = stored.surroundings(table);
        return new SessionPage(stored.version(), stored.session(), around.venue(), stored.feedback(), around.movedTo());
    }
}

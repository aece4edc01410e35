package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.card.StoredVenue;
import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.item.Versions;
import ie.tradsessions.adapters.dynamodb.list.Legible;
import ie.tradsessions.adapters.dynamodb.list.ListedSession;
import ie.tradsessions.adapters.dynamodb.list.SessionLists;
import ie.tradsessions.adapters.dynamodb.list.VenueLists;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads venues and sessions with all that is derived from them, and keeps the copies of venues that sessions hold.
 *
 * <p>A session's partition holds a copy of every venue that its page shows, and each of these venues a link to the
 * session. The link is written before the venue is read: whoever changes the venue afterwards finds the link, and brings
 * the change.
 */
final class Subjects {
    /** So long after a session has ended everywhere on earth, it leaves the lists for good. */
    private static final Duration GRACE = Duration.ofDays(2);

    /** In a venue's partition: a session that holds a copy. */
    private static final String LINK = "m#";

    private final Table table;
    private final InstantSource clock;
    private final Legible legible;

    Subjects(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
        legible = new Legible(table);
    }

    static boolean isSubject(String partition) {
        return VenueItem.venue(partition) != null || SessionPartition.session(partition) != null;
    }

    static Key link(VenueId venue, SessionId session) {
        return new Key(VenueItem.key(venue).partition(), LINK + session.value());
    }

    static boolean isLink(Key key) {
        return VenueItem.venue(key.partition()) != null && key.sort().startsWith(LINK);
    }

    static boolean isListedAtVenue(Key key) {
        return VenueItem.venue(key.partition()) != null && key.sort().startsWith(SessionLists.AT_VENUE);
    }

    /**
     * Empty where neither a venue nor a session is stored there.
     *
     * @param repair whether to copy again whatever the session should hold copies of
     */
    Optional<Subject> read(String partition, boolean repair) {
        List<Item> items = table.queryAll(
                new Range(partition, Manifest.SORT, LINK + Range.LAST, null, Integer.MAX_VALUE), Reading.CONSISTENT);
        VenueId venue = VenueItem.venue(partition);
        SessionId session = SessionPartition.session(partition);
        if (venue != null) {
            return venue(venue, items);
        }
        return session == null
                ? Optional.empty()
                : SessionPartition.read(session, items).map(stored -> session(stored, manifest(items), repair));
    }

    private static Manifest manifest(List<Item> items) {
        return Manifest.read(items.stream()
                .filter(item -> item.key().sort().equals(Manifest.SORT))
                .findFirst()
                .orElse(null));
    }

    private Optional<Subject> venue(VenueId id, List<Item> items) {
        int sessions = 0;
        Item stored = null;
        for (Item item : items) {
            if (item.key().equals(VenueItem.key(id))) {
                stored = item;
            } else if (item.key().sort().startsWith(SessionLists.AT_VENUE)
                    && legible.session(item)
                            .filter(session -> session.card().timetable().endedOn() == null)
                            .isPresent()) {
                sessions++;
            }
        }
        return stored == null
                ? Optional.empty()
                : Optional.of(new VenueSubject(
                        manifest(items),
                        new StoredVenue(VenueItem.venue(id, stored.attributes()), sessions),
                        Versions.of(stored)));
    }

    private Subject session(SessionPartition stored, Manifest manifest, boolean repair) {
        Session session = stored.session();
        Map<VenueId, Venue> venues = new HashMap<>(stored.venues());
        Set<VenueId> wanting = repair ? SessionPartition.shown(session) : stored.missing();
        if (!wanting.isEmpty()) {
            venues.putAll(copied(session.id(), wanting, repair));
        }
        Venue venue = venues.get(session.venue());
        if (venue == null) {
            throw new IllegalStateException("venue " + session.venue() + " of session " + session.id() + " is gone");
        }
        SessionCard card = SessionCard.of(session, venue, stored.feedback(), movedTo(session, venues));
        return new SessionSubject(
                manifest,
                ListedSession.of(card, venue),
                !hasEndedForGood(card),
                stored.version(),
                stored.venues().keySet());
    }

    static Map<VenueId, VenueSummary> movedTo(Session session, Map<VenueId, Venue> venues) {
        Map<VenueId, VenueSummary> movedTo = new HashMap<>();
        for (VenueId id : session.timetable().venuesMovedTo()) {
            Venue venue = venues.get(id);
            if (venue != null) {
                movedTo.put(id, VenueSummary.of(venue));
            }
        }
        return movedTo;
    }

    private Map<VenueId, Venue> copied(SessionId id, Set<VenueId> wanting, boolean repair) {
        table.write(new Table.Changes(
                wanting.stream()
                        .map(venue -> new Item(link(venue, id), Map.of()))
                        .toList(),
                List.of()));
        Map<VenueId, Venue> venues = new HashMap<>();
        for (Item item : table.get(wanting.stream().map(VenueItem::key).toList(), Reading.CONSISTENT)) {
            Venue venue = VenueItem.venue(item);
            Item copy = copy(id, venue, item);
            if (repair) {
                table.write(new Table.Changes(List.of(copy), List.of()));
            } else {
                table.put(copy, Condition.absentOrLess(Versions.VERSION, Versions.of(item)));
            }
            venues.put(venue.id(), venue);
        }
        return venues;
    }

    /** The copies of venues that belong into a session's partition, and the links to it that belong into theirs. */
    List<Item> copies(String partition) {
        SessionId id = SessionPartition.session(partition);
        if (id == null) {
            return List.of();
        }
        List<Item> copies = new ArrayList<>();
        SessionPartition.read(id, table.queryAll(SessionPartition.page(id), Reading.CONSISTENT))
                .map(stored -> SessionPartition.shown(stored.session()))
                .map(venues -> venues.stream().map(VenueItem::key).toList())
                .map(keys -> table.get(keys, Reading.CONSISTENT))
                .orElse(List.of())
                .forEach(item -> {
                    Venue venue = VenueItem.venue(item);
                    copies.add(copy(id, venue, item));
                    copies.add(new Item(link(venue.id(), id), Map.of()));
                });
        return copies;
    }

    /** Whether a derived item stands where it does because of what its venue or session is, or is becoming. */
    boolean hasReason(Key key) {
        return owner(key)
                .flatMap(partition -> read(partition, false))
                .filter(subject -> keysOf(subject).contains(key))
                .isPresent();
    }

    private Set<Key> keysOf(Subject subject) {
        List<Item> items = new ArrayList<>(subject.items(subject.derived()));
        items.addAll(copies(subject.partition()));
        Map<String, AttributeValue> current = subject.manifest().current();
        if (current != null) {
            items.addAll(subject.items(current));
        }
        subject.manifest().attempts().forEach(attempt -> items.addAll(subject.items(attempt.derived())));
        return items.stream().map(Item::key).collect(Collectors.toSet());
    }

    /** The partition of what a derived item is derived from, if its key tells. */
    private static Optional<String> owner(Key key) {
        if (SessionPartition.isCopy(key)) {
            return Optional.of(key.partition());
        }
        return ListedSession.identifier(key)
                .map(id -> VenueLists.isOne(key.partition())
                        ? VenueItem.key(new VenueId(id)).partition()
                        : SessionPartition.of(new SessionId(id)));
    }

    static Item copy(SessionId session, Venue venue, Item stored) {
        return new Item(
                SessionPartition.copy(session, venue.id()),
                Versions.with(VenueItem.attributes(venue), Versions.of(stored)));
    }

    /** Brings a venue to the sessions that hold copies of it, and answers with the partitions of these. */
    Set<String> copy(Subject subject) {
        if (!(subject instanceof VenueSubject)
                || subject.version() == subject.manifest().shownVersion()) {
            return Set.of();
        }
        Set<String> sessions = new TreeSet<>();
        Item stored = table.get(new Key(subject.partition(), VenueItem.SORT), Reading.CONSISTENT)
                .orElseThrow();
        Condition unlessLater = Condition.absentOrLess(Versions.VERSION, Versions.of(stored));
        for (Item link : table.queryAll(Range.beginning(subject.partition(), LINK), Reading.CONSISTENT)) {
            SessionId session = new SessionId(link.key().sort().substring(LINK.length()));
            table.put(copy(session, VenueItem.venue(stored), stored), unlessLater);
            // Also where the copy is there already: whoever made it may not have come to what follows from it.
            sessions.add(SessionPartition.of(session));
        }
        return sessions;
    }

    /**
     * Of venues that a session's page no longer shows. A copy goes together with what keeps it fresh, and only if the
     * session has not been changed since: it might show the venue again.
     *
     * @param tokens unlike each other
     */
    void dropOldCopies(Subject subject, Supplier<String> tokens) {
        if (!(subject instanceof SessionSubject session)) {
            return;
        }
        SessionCard card = session.session().card();
        List<Key> old = new ArrayList<>();
        for (VenueId venue : session.copies()) {
            if (!venue.equals(card.venue().id())
                    && !card.timetable().venuesMovedTo().contains(venue)) {
                old.add(SessionPartition.copy(card.id(), venue));
                old.add(link(venue, card.id()));
            }
        }
        if (!old.isEmpty()) {
            Condition unchanged = Condition.equal(Versions.VERSION, session.sessionVersion());
            table.deleteIf(SessionItem.key(card.id()), unchanged, old, tokens.get());
        }
    }

    private boolean hasEndedForGood(SessionCard card) {
        Instant then = clock.instant().minus(GRACE);
        LocalDate tonight = Timetable.nightOf(then, card.venue().timeZone());
        return Freshness.hasEnded(card.timetable(), card.signs(), tonight);
    }
}

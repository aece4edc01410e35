package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.card.StoredVenue;
import ie.tradsessions.adapters.dynamodb.item.FeedbackItem;
import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.item.Versions;
import ie.tradsessions.adapters.dynamodb.list.ListedSession;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Everything that a table holds after sessions were saved and what follows from them was derived, without the writes
 * between.
 */
public final class AllAtOnce {
    /** As {@link Subjects} has it. */
    private static final Duration GRACE = Duration.ofDays(2);

    private final Consumer<Item> table;
    private final Instant then;
    private final Supplier<String> tokens;
    private final Map<Key, Map<String, Long>> counts =
            new TreeMap<>((one, other) -> one.sort().compareTo(other.sort()));

    private AllAtOnce(Consumer<Item> table, Instant now, Supplier<String> tokens) {
        this.table = table;
        this.tokens = tokens;
        then = now.minus(GRACE);
    }

    /**
     * @param table is given each item once
     * @param tokens as the ports were given them
     */
    public static void fill(Consumer<Item> table, GeneratedSessions sessions, Instant now, Supplier<String> tokens) {
        new AllAtOnce(table, now, tokens).fill(sessions);
    }

    private void fill(GeneratedSessions generated) {
        Map<VenueId, Item> venues = new HashMap<>();
        for (Venue venue : generated.venues()) {
            Item item = saved(VenueItem.key(venue.id()), VenueItem.attributes(venue));
            venues.put(venue.id(), item);
        }
        Map<VenueId, Venue> byId = new HashMap<>();
        generated.venues().forEach(venue -> byId.put(venue.id(), venue));
        generated.sessions().forEach(session -> saved(SessionItem.key(session.id()), SessionItem.attributes(session)));
        Map<SessionId, Feedback> feedbacks = new HashMap<>();
        for (Feedback feedback : generated.feedbacks()) {
            saved(FeedbackItem.key(feedback.session()), FeedbackItem.attributes(feedback));
            feedbacks.put(feedback.session(), feedback);
        }
        Map<VenueId, Integer> atVenue = new HashMap<>();
        for (Session session : generated.sessions()) {
            Feedback feedback = feedbacks.getOrDefault(session.id(), Feedback.none(session.id()));
            derive(session, byId, venues, feedback);
            if (session.timetable().endedOn() == null) {
                atVenue.merge(session.venue(), 1, Integer::sum);
            }
        }
        for (Venue venue : generated.venues()) {
            StoredVenue stored = new StoredVenue(venue, atVenue.getOrDefault(venue.id(), 0));
            derive(new VenueSubject(Manifest.NONE, stored, 1));
        }
        counts.forEach((key, numbers) -> {
            Map<String, AttributeValue> attributes = new HashMap<>();
            numbers.forEach((counted, number) -> attributes.put(counted, AttributeValue.fromN(number.toString())));
            table.accept(new Item(key, attributes));
        });
    }

    private Item saved(Key key, Map<String, AttributeValue> attributes) {
        Item item = new Item(key, Versions.with(attributes, 1, tokens.get()));
        table.accept(item);
        return item;
    }

    private void derive(Session session, Map<VenueId, Venue> venues, Map<VenueId, Item> stored, Feedback feedback) {
        Set<VenueId> shown = SessionPartition.shown(session);
        for (VenueId id : shown) {
            table.accept(new Item(Subjects.link(id, session.id()), Map.of()));
            table.accept(Subjects.copy(session.id(), venues.get(id), stored.get(id)));
        }
        Venue venue = venues.get(session.venue());
        SessionCard card = SessionCard.of(session, venue, feedback, Subjects.movedTo(session, venues));
        derive(new SessionSubject(Manifest.NONE, ListedSession.of(card, venue), !hasEndedForGood(card), 1, shown));
    }

    private boolean hasEndedForGood(SessionCard card) {
        LocalDate tonight = Timetable.nightOf(then, card.venue().timeZone());
        return Freshness.hasEnded(card.timetable(), card.signs(), tonight);
    }

    private void derive(Subject subject) {
        Map<String, AttributeValue> derived = subject.derived();
        subject.items(derived).forEach(table);
        Manifest.Attempt attempt = new Manifest.Attempt(derived, "", Instant.EPOCH);
        Manifest manifest = subject.manifest().begun(attempt).ended(attempt, subject.version(), Instant.EPOCH);
        table.accept(manifest.at(subject.partition()));
        subject.tallies(derived)
                .insteadOf(Tallies.NOTHING)
                .forEach(addition -> addition.numbers()
                        .forEach((counted, number) -> counts.computeIfAbsent(addition.key(), key -> new HashMap<>())
                                .merge(counted, number, Long::sum)));
    }
}

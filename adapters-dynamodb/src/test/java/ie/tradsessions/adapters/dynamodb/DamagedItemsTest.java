package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.StoredAggregate.Unreadable;
import ie.tradsessions.application.UnreadableAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.dataset.RepairAggregates;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.Journal;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is damaged, or was written by another version of this program, is named and harms nothing but itself. */
class DamagedItemsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Table table = LocalDynamo.newTable();
    private final Storage storage = DynamoStorage.on(table, InstantSource.fixed(NOW));
    private final Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
    private final Venue otherVenue = VenueBuilder.named("The Heron").in("Ennis").build();
    private final Session session = SessionBuilder.at(venue).as("a").build();
    private final Session otherSession = SessionBuilder.at(venue).as("b").build();
    private final Feedback feedback = Said.of(session.id()).rated(4).build();

    @BeforeEach
    void store() {
        storage.venues().save(venue, SaveOutcome.NEW);
        storage.venues().save(otherVenue, SaveOutcome.NEW);
        storage.sessions().save(session, SaveOutcome.NEW);
        storage.sessions().save(otherSession, SaveOutcome.NEW);
        storage.feedbacks().save(feedback, SaveOutcome.NEW);
    }

    private AggregateKey key(AggregateKey.Kind kind) {
        return switch (kind) {
            case VENUE -> AggregateKey.of(venue.id());
            case SESSION -> AggregateKey.of(session.id());
            case FEEDBACK -> AggregateKey.feedbackOf(session.id());
        };
    }

    private void find(AggregateKey.Kind kind) {
        switch (kind) {
            case VENUE -> storage.venues().find(venue.id());
            case SESSION -> storage.sessions().find(session.id());
            case FEEDBACK -> storage.feedbacks().find(session.id());
        }
    }

    private SaveOutcome save(AggregateKey.Kind kind, long expectedVersion) {
        return switch (kind) {
            case VENUE -> storage.venues().save(venue, expectedVersion);
            case SESSION -> storage.sessions().save(session, expectedVersion);
            case FEEDBACK -> storage.feedbacks().save(feedback, expectedVersion);
        };
    }

    /** Something that every kind has, and as no kind has it. */
    private void damage(AggregateKey.Kind kind) {
        String attribute = switch (kind) {
            case VENUE -> "latitude";
            case SESSION -> "pace";
            case FEEDBACK -> "ratings";
        };
        change(key(kind), attributes -> with(attributes, attribute, AttributeValue.fromS("damaged")));
    }

    private List<StoredAggregate> all() {
        List<StoredAggregate> all = new ArrayList<>();
        storage.dataSet().readAll(all::add);
        return all;
    }

    private List<StoredAggregate> others(AggregateKey.Kind damaged) {
        List<StoredAggregate> others = new ArrayList<>(List.of(
                new StoredAggregate.OfVenue(venue, 1),
                new StoredAggregate.OfVenue(otherVenue, 1),
                new StoredAggregate.OfSession(session, 1),
                new StoredAggregate.OfSession(otherSession, 1),
                new StoredAggregate.OfFeedback(feedback, 1)));
        others.removeIf(one -> one.key().equals(key(damaged)));
        return others;
    }

    @ParameterizedTest
    @EnumSource
    void an_aggregate_that_cannot_be_read_is_named_and_takes_no_other_with_it(AggregateKey.Kind kind) {
        damage(kind);

        List<AggregateKey> keys = new ArrayList<>(List.of(key(kind)));
        others(kind).forEach(one -> keys.add(one.key()));
        for (List<StoredAggregate> read : List.of(all(), storage.dataSet().read(keys, ReadConsistency.EVENTUAL))) {
            assertThat(read).containsAll(others(kind)).hasSize(5);
            assertThat(read)
                    .filteredOn(Unreadable.class::isInstance)
                    .singleElement()
                    .satisfies(one -> assertNamed((Unreadable) one, kind));
        }
        assertThatExceptionOfType(UnreadableAggregate.class)
                .isThrownBy(() -> find(kind))
                .satisfies(failure -> assertNamed(failure.stored(), kind));
        assertThat(storage.sessions().find(otherSession.id())).contains(new Versioned<>(otherSession, 1));
    }

    private void assertNamed(Unreadable unreadable, AggregateKey.Kind kind) {
        assertThat(unreadable.key()).isEqualTo(key(kind));
        assertThat(unreadable.version()).isEqualTo(1);
        assertThat(unreadable.reason()).contains("damaged").contains(key(kind).id());
    }

    @ParameterizedTest
    @EnumSource
    void an_aggregate_that_cannot_be_read_is_replaced_by_its_version(AggregateKey.Kind kind) {
        damage(kind);

        assertThat(save(kind, 7)).isEqualTo(new SaveOutcome.Stale(1));
        assertThat(save(kind, 1)).isEqualTo(new SaveOutcome.Saved(2));

        assertThat(all()).noneMatch(Unreadable.class::isInstance).hasSize(5);
        assertThat(storage.journal().since(NOW, 100, ReadConsistency.STRONG).entries())
                .contains(new Journal.Entry(NOW, key(kind), 2));
    }

    @Test
    void what_cannot_be_read_is_repaired_from_an_export_and_nothing_else_is_touched() {
        List<ExportDataSet.Entry> export = List.of(
                new ExportDataSet.Entry.VenueEntry(venue),
                new ExportDataSet.Entry.VenueEntry(
                        VenueBuilder.named("Another name").as(otherVenue.id()).build()),
                new ExportDataSet.Entry.SessionEntry(session, feedback),
                new ExportDataSet.Entry.SessionEntry(otherSession, Feedback.none(otherSession.id())));
        for (AggregateKey.Kind kind : AggregateKey.Kind.values()) {
            damage(kind);
        }
        put("V#" + "z".repeat(16), "a", Map.of("v", AttributeValue.fromN("9")));

        RepairAggregates.Outcome outcome = new RepairAggregates(storage).repair(export.stream());

        assertThat(outcome.repaired())
                .containsExactly(
                        key(AggregateKey.Kind.VENUE), key(AggregateKey.Kind.SESSION), key(AggregateKey.Kind.FEEDBACK));
        assertThat(outcome.left())
                .singleElement()
                .satisfies(one -> assertThat(one.key().id()).isEqualTo("z".repeat(16)));
        assertThat(storage.venues().find(venue.id())).contains(new Versioned<>(venue, 2));
        assertThat(storage.sessions().find(session.id())).contains(new Versioned<>(session, 2));
        assertThat(storage.feedbacks().find(session.id())).contains(new Versioned<>(feedback, 2));
        assertThat(storage.venues().find(otherVenue.id())).contains(new Versioned<>(otherVenue, 1));
    }

    @Test
    void an_export_that_was_made_after_the_damage_repairs_no_feedback() {
        damage(AggregateKey.Kind.FEEDBACK);

        RepairAggregates.Outcome outcome = new RepairAggregates(storage)
                .repair(Stream.of(new ExportDataSet.Entry.SessionEntry(session, Feedback.none(session.id()))));

        assertThat(outcome.repaired()).isEmpty();
        assertThat(outcome.left()).hasSize(1);
    }

    @Test
    void an_aggregate_without_a_version_is_named_and_replaced_as_if_it_were_new() {
        for (AttributeValue version : new AttributeValue[] {null, AttributeValue.fromS("1")}) {
            change(key(AggregateKey.Kind.VENUE), attributes -> with(attributes, "v", version));

            assertThatExceptionOfType(UnreadableAggregate.class)
                    .isThrownBy(() -> storage.venues().find(venue.id()))
                    .satisfies(failure -> assertThat(failure.stored().version()).isZero());
            assertThat(storage.venues().save(venue, 1)).isEqualTo(new SaveOutcome.Stale(SaveOutcome.NEW));
            assertThat(storage.venues().save(venue, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));
            assertThat(storage.venues().find(venue.id())).contains(new Versioned<>(venue, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION", "FEEDBACK"})
    void a_page_of_what_cannot_be_read_is_refused_and_all_others_are_shown(AggregateKey.Kind kind) {
        damage(kind);

        for (ReadConsistency consistency : ReadConsistency.values()) {
            assertThatExceptionOfType(UnreadableAggregate.class)
                    .isThrownBy(() -> storage.pages().session(session.id(), consistency))
                    .withMessageContaining(session.id().value());
            assertThat(storage.pages().session(otherSession.id(), consistency)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"V#not-an-identifier", "S#"})
    void an_aggregate_under_an_impossible_identifier_is_named(String partition) {
        put(partition, "a", Map.of("v", AttributeValue.fromN("3")));

        assertThat(all())
                .hasSize(6)
                .filteredOn(Unreadable.class::isInstance)
                .singleElement()
                .satisfies(one -> assertThat(one.key().id()).isEqualTo(partition.substring(2)))
                .satisfies(one -> assertThat(one.version()).isEqualTo(3));
    }

    @Test
    void items_of_something_else_stop_nobody() {
        put("customer#1", "order#7", Map.of());
        put("S#" + session.id(), "c#later", Map.of());
        put("V#" + venue.id(), "r", Map.of());

        assertThat(all()).hasSize(5).noneMatch(Unreadable.class::isInstance);
        assertThat(storage.pages().session(session.id(), ReadConsistency.STRONG))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {121, 10_000})
    void a_stored_name_that_is_too_long_is_named(int letters) {
        change(
                key(AggregateKey.Kind.VENUE),
                attributes -> with(attributes, "name", AttributeValue.fromS("x".repeat(letters))));

        assertThatExceptionOfType(UnreadableAggregate.class)
                .isThrownBy(() -> storage.venues().find(venue.id()))
                .withMessageContaining("venue " + venue.id());
    }

    @Test
    void a_county_that_this_program_does_not_know_is_the_one_in_which_the_venue_lies() {
        change(key(AggregateKey.Kind.VENUE), attributes -> with(attributes, "county", AttributeValue.fromS("THOMOND")));

        assertThat(storage.venues()
                        .find(venue.id())
                        .orElseThrow()
                        .value()
                        .place()
                        .county())
                .isEqualTo(County.CLARE);
    }

    @Test
    void what_a_newer_program_has_added_is_passed_over_and_gone_with_the_next_save() {
        AttributeValue added = AttributeValue.fromS("of tomorrow");
        change(key(AggregateKey.Kind.VENUE), attributes -> with(attributes, "added", added));

        assertThat(storage.venues().find(venue.id())).contains(new Versioned<>(venue, 1));
        assertThat(attributes("V#" + venue.id(), "a")).containsEntry("added", added);

        storage.venues().save(venue, 1);

        assertThat(attributes("V#" + venue.id(), "a")).doesNotContainKey("added");
    }

    @Test
    void entries_of_the_journal_that_cannot_be_read_are_passed_over() {
        Journal.Tail before = storage.journal().since(NOW, 100, ReadConsistency.STRONG);
        String time = Long.toString(NOW.toEpochMilli());
        put("J", time + "R" + "0123456789abcdef", Map.of("v", AttributeValue.fromN("1")));
        put("J", time + "V", Map.of("v", AttributeValue.fromN("1")));
        put("J", time + "V0123456789abcdef", Map.of());
        put("J", "tomorrow", Map.of("v", AttributeValue.fromN("1")));

        assertThat(storage.journal().since(NOW, 100, ReadConsistency.STRONG)).isEqualTo(before);
    }

    @Test
    void a_snapshot_whose_head_cannot_be_read_is_none_until_a_later_one_is_made() {
        Snapshots snapshots = storage.snapshots();
        Snapshots.Head head = new Snapshots.Head(NOW, NOW, "one", 1);
        for (String attribute : List.of("asOf", "madeAt", "id", "chunks")) {
            snapshots.publish(1, head, List.of(new byte[] {1}));
            put("H", "1", with(attributes("H", "1"), attribute, AttributeValue.fromBool(true)));

            assertThat(snapshots.head(1)).as(attribute).isEmpty();

            head = new Snapshots.Head(head.asOf().plusMillis(1), NOW, "after " + attribute, 1);
            assertThat(snapshots.publish(1, head, List.of(new byte[] {1}))).isTrue();
            assertThat(snapshots.head(1)).contains(head);
        }
    }

    @Test
    void a_snapshot_that_lacks_a_chunk_is_none() {
        Snapshots.Head head = new Snapshots.Head(NOW, NOW, "one", 3);
        storage.snapshots().publish(1, head, List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
        table.delete(new Key("C#one#1", "a"));

        assertThat(storage.snapshots().chunks(head)).isEmpty();
    }

    // The words of these tests

    private void change(AggregateKey aggregate, UnaryOperator<Map<String, AttributeValue>> change) {
        String partition = (aggregate.kind() == AggregateKey.Kind.VENUE ? "V#" : "S#") + aggregate.id();
        String sort = aggregate.kind() == AggregateKey.Kind.FEEDBACK ? "b" : "a";
        put(partition, sort, change.apply(attributes(partition, sort)));
    }

    private Map<String, AttributeValue> attributes(String partition, String sort) {
        return table.get(new Key(partition, sort), ReadConsistency.STRONG)
                .orElseThrow()
                .attributes();
    }

    private void put(String partition, String sort, Map<String, AttributeValue> attributes) {
        table.put(new Item(new Key(partition, sort), attributes), Condition.NONE);
    }

    /** @param value or null for none */
    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> attributes, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(attributes);
        changed.put(name, value);
        changed.values().removeIf(one -> one == null);
        return changed;
    }
}

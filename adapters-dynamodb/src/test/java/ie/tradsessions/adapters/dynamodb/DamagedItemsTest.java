package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.dynamodb.derived.Rebuild;
import ie.tradsessions.adapters.dynamodb.table.CorruptItem;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionOrder;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is damaged, or was written by another version of this program, harms nothing but itself. */
class DamagedItemsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Nearby AROUND = new Nearby(Town.named("Ennis").location(), 200);
    private static final Set<String> AGGREGATES = Set.of("a", "b");

    @RegisterExtension
    final DynamoPorts dynamo = new DynamoPorts();

    private final Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
    private final Session damaged = SessionBuilder.at(venue).as("damaged").build();
    private final Session whole = SessionBuilder.at(venue).as("whole").build();
    private Ports ports;

    @BeforeEach
    void store() {
        ports = dynamo.ports();
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(damaged, SaveOutcome.NEW);
        ports.sessions().save(whole, SaveOutcome.NEW);
        dynamo.catchUp();
    }

    // What is listed

    @ParameterizedTest
    @EnumSource(SessionOrder.class)
    void a_damaged_card_is_made_anew_and_the_page_shows_it(SessionOrder order) {
        List<SessionCard> before = find(order);
        changeListed(damaged.id().value(), "c", bytes -> new byte[] {1, 2, 3});

        assertThat(find(order)).hasSize(2).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(SessionOrder.class)
    void a_card_of_another_version_of_the_program_is_made_anew(SessionOrder order) {
        List<SessionCard> before = find(order);
        changeListed(damaged.id().value(), "c", bytes -> {
            bytes[0] = 99;
            return bytes;
        });

        assertThat(find(order)).hasSize(2).isEqualTo(before);
    }

    @Test
    void a_venue_with_a_damaged_card_follows_its_changes_all_the_same() {
        changeListed(damaged.id().value(), "c", bytes -> new byte[] {1, 2, 3});
        Venue renamed =
                VenueBuilder.named("The Heron").as(venue.id()).in("Ennis").build();

        assertThat(ports.venues().save(renamed, 1)).isEqualTo(new SaveOutcome.Saved(2));
        dynamo.catchUp();

        assertThat(ports.venueDirectory()
                        .find(new VenueQuery("heron", null, null), 10, null)
                        .items())
                .singleElement()
                .satisfies(card -> assertThat(card.sessions()).isEqualTo(2));
        assertThat(find(SessionOrder.NAME))
                .hasSize(2)
                .allSatisfy(card -> assertThat(card.venue().name()).isEqualTo("The Heron"));
    }

    @Test
    void a_card_in_a_county_that_this_program_does_not_know_is_made_anew_wherever_it_is_shown() {
        List<SessionCard> before = find(SessionOrder.RANK);
        var venuesBefore = ports.venueDirectory().find(new VenueQuery(null, null, null), 10, null);
        byte clare = (byte) List.of(County.values()).indexOf(County.CLARE);
        changeListed(damaged.id().value(), "c", bytes -> replacedOnce(bytes, clare, (byte) 77));
        changeListed(venue.id().value(), "c", bytes -> replacedOnce(bytes, clare, (byte) 77));

        assertThat(find(SessionOrder.RANK)).isEqualTo(before);
        assertThat(ports.sessionPages().venue(venue.id()).orElseThrow().sessions())
                .extracting(SessionCard::id)
                .containsExactlyInAnyOrder(damaged.id(), whole.id());
        assertThat(ports.venueDirectory().find(new VenueQuery(null, null, null), 10, null))
                .isEqualTo(venuesBefore);
        assertThat(ports.venueDirectory().within(venue.location(), 10)).containsExactly(venue);
    }

    @Test
    void what_can_be_read_neither_in_a_list_nor_where_it_is_stored_is_left_out() {
        changeListed(damaged.id().value(), "c", bytes -> new byte[0]);
        change("S#" + damaged.id(), "a", attributes -> with(attributes, "pace", AttributeValue.fromS("BREAKNECK")));

        for (SessionOrder order : SessionOrder.values()) {
            assertThat(find(order)).extracting(SessionCard::id).containsExactly(whole.id());
        }
        assertThatThrownBy(() -> ports.sessions().find(damaged.id()))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining("BREAKNECK")
                .hasMessageContaining(damaged.id().value());
        assertThat(ports.sessions().find(whole.id())).isPresent();
    }

    @Test
    void a_page_goes_on_behind_what_is_left_out() {
        changeListed(damaged.id().value(), "c", bytes -> new byte[0]);
        change("S#" + damaged.id(), "a", attributes -> Map.of());
        SessionQuery query = SessionQuery.builder().build();

        List<SessionId> met = new ArrayList<>();
        var page = ports.sessionDirectory().find(query, NOW, 1, null);
        page.items().forEach(card -> met.add(card.id()));
        while (page.next() != null) {
            page = ports.sessionDirectory().find(query, NOW, 1, page.next());
            page.items().forEach(card -> met.add(card.id()));
        }

        assertThat(met).containsExactly(whole.id());
    }

    // What is stored

    @Test
    void a_county_that_this_program_does_not_know_is_the_one_in_which_the_venue_lies() {
        change("V#" + venue.id(), "a", attributes -> with(attributes, "county", AttributeValue.fromS("THOMOND")));
        dynamo.catchUp();

        assertThat(ports.venues().find(venue.id()).orElseThrow().value().place().county())
                .isEqualTo(County.CLARE);
        assertThat(find(SessionQuery.builder().county(County.CLARE).build())).hasSize(2);
        assertThat(ports.sessionPages().venue(venue.id())).isPresent();
        assertThat(ports.sessionPages().session(whole.id())).isPresent();
        assertThat(ports.sessionCounts().count().counties().get(County.CLARE).sessions())
                .isEqualTo(2);
    }

    @Test
    void counts_of_a_county_that_this_program_does_not_know_are_left_out() {
        var before = ports.sessionCounts().count();
        change("COUNTS", "k#THOMOND", attributes -> Map.of("venues", AttributeValue.fromN("3")));

        assertThat(ports.sessionCounts().count()).isEqualTo(before);
    }

    @Test
    void an_item_without_a_version_is_named() {
        change("V#" + venue.id(), "a", attributes -> without(attributes, "v"));

        assertThatThrownBy(() -> ports.venues().find(venue.id()))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining(venue.id().value());
        assertThatThrownBy(() -> ports.venues().save(venue, 1)).isInstanceOf(CorruptItem.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {121, 10_000})
    void a_stored_name_that_is_too_long_is_named_and_its_neighbours_are_shown(int letters) {
        Venue other = VenueBuilder.named("The Heron").in("Ennis").build();
        ports.venues().save(other, SaveOutcome.NEW);
        dynamo.catchUp();
        changeListed(venue.id().value(), "c", bytes -> new byte[0]);
        change(
                "V#" + venue.id(),
                "a",
                attributes -> with(attributes, "name", AttributeValue.fromS("x".repeat(letters))));

        assertThatThrownBy(() -> ports.venues().find(venue.id()))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining("venue " + venue.id());
        assertThat(ports.venueDirectory()
                        .find(new VenueQuery(null, null, null), 10, null)
                        .items())
                .extracting(card -> card.venue().id())
                .containsExactly(other.id());
        assertThat(ports.venueDirectory().within(venue.location(), 100)).containsExactly(other);
    }

    @Test
    void what_a_newer_program_has_added_is_passed_over_and_gone_with_the_next_save() {
        AttributeValue added = AttributeValue.fromS("of tomorrow");
        change("V#" + venue.id(), "a", attributes -> with(attributes, "added", added));

        assertThat(ports.venues().find(venue.id()).orElseThrow().value()).isEqualTo(venue);
        assertThat(attributes("V#" + venue.id(), "a")).containsEntry("added", added);

        ports.venues().save(venue, 1);

        assertThat(attributes("V#" + venue.id(), "a")).doesNotContainKey("added");
    }

    @Test
    void a_rebuild_sets_right_whatever_is_derived_and_cannot_be_read() {
        var before = TableContent.of(dynamo.dynamo().table());
        changeListed(damaged.id().value(), "c", bytes -> new byte[] {99});
        for (String partition : List.of("S#" + damaged.id(), "V#" + venue.id())) {
            AttributeValue unreadable =
                    AttributeValue.fromM(Map.of("c", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {99}))));
            change(partition, "0", attributes -> with(attributes, "d", unreadable));
        }

        new Rebuild(dynamo.dynamo().table(), () -> NOW, LocalDynamo.tokens()).run(done -> {});

        assertThat(TableContent.differences(
                        before, TableContent.of(dynamo.dynamo().table())))
                .isEmpty();
    }

    // The words of these tests

    private List<SessionCard> find(SessionOrder order) {
        return find(SessionQuery.builder()
                .near(order == SessionOrder.DISTANCE ? AROUND : null)
                .order(order)
                .build());
    }

    private List<SessionCard> find(SessionQuery query) {
        return ports.sessionDirectory().find(query, NOW, 10, null).items();
    }

    private static byte[] replacedOnce(byte[] bytes, byte from, byte to) {
        // Behind the flags and the text; of the venue's name and town no letter is as small.
        for (int i = 3; i < bytes.length; i++) {
            if (bytes[i - 1] == 0 && bytes[i] == from) {
                bytes[i] = to;
                return bytes;
            }
        }
        throw new AssertionError("no county");
    }

    /** Changes some bytes wherever a session or venue is listed. */
    private void changeListed(String id, String attribute, UnaryOperator<byte[]> change) {
        int changed = 0;
        for (Map<String, AttributeValue> item : all()) {
            AttributeValue bytes = item.get(attribute);
            boolean derived =
                    bytes != null && bytes.b() != null && item.get("s").s().endsWith(id);
            if (derived && !AGGREGATES.contains(item.get("s").s())) {
                put(with(
                        item,
                        attribute,
                        AttributeValue.fromB(
                                SdkBytes.fromByteArray(change.apply(bytes.b().asByteArray())))));
                changed++;
            }
        }
        assertThat(changed).isPositive();
    }

    private void change(String partition, String sort, UnaryOperator<Map<String, AttributeValue>> change) {
        Map<String, AttributeValue> changed = new HashMap<>(change.apply(attributes(partition, sort)));
        changed.put("p", AttributeValue.fromS(partition));
        changed.put("s", AttributeValue.fromS(sort));
        put(changed);
    }

    private Map<String, AttributeValue> attributes(String partition, String sort) {
        return dynamo.dynamo()
                .client()
                .getItem(request -> request.tableName(LocalDynamo.TABLE)
                        .key(Map.of("p", AttributeValue.fromS(partition), "s", AttributeValue.fromS(sort))))
                .item();
    }

    private List<Map<String, AttributeValue>> all() {
        return dynamo.dynamo()
                .client()
                .scan(request -> request.tableName(LocalDynamo.TABLE))
                .items();
    }

    private void put(Map<String, AttributeValue> item) {
        dynamo.dynamo()
                .client()
                .putItem(request -> request.tableName(LocalDynamo.TABLE).item(item));
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> attributes, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(attributes);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, AttributeValue> without(Map<String, AttributeValue> attributes, String name) {
        Map<String, AttributeValue> changed = new HashMap<>(attributes);
        changed.remove(name);
        return changed;
    }
}

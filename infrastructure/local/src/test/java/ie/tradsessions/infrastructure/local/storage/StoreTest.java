package ie.tradsessions.infrastructure.local.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store in a file: opened, closed, left in a hurry. */
class StoreTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final VenueQuery ANY = new VenueQuery(null, null, null);

    @TempDir
    Path folder;

    private static Venue venue(String id, String name) {
        return new Venue(
                new VenueId(id.repeat(16)),
                name,
                null,
                List.of(),
                Place.in(County.CLARE, "Doolin"),
                new GeoPoint(53.01, -9.38),
                ZoneId.of("Europe/Dublin"),
                null,
                null,
                List.of(),
                false);
    }

    private static List<String> listed(Store store) {
        return store.serving().venueDirectory().find(ANY, 100, null).items().stream()
                .map(card -> card.venue().name())
                .toList();
    }

    @Test
    void what_is_stored_is_listed_soon_and_after_the_next_start() throws IOException {
        try (Store store = Store.local(folder, CLOCK)) {
            store.begin();
            store.follow();
            store.serving().venues().save(venue("a", "A"), SaveOutcome.NEW);
            store.catchUp();
            assertThat(listed(store)).containsExactly("A");
            store.serving().venues().save(venue("b", "B"), SaveOutcome.NEW);
        }
        try (Store store = Store.local(folder, CLOCK)) {
            store.begin();
            assertThat(listed(store)).containsExactly("A", "B");
        }
    }

    @Test
    void an_import_sees_what_it_stored_a_moment_ago() throws IOException {
        try (Store store = Store.local(folder, CLOCK)) {
            store.begin();
            store.importing().venues().save(venue("a", "A"), SaveOutcome.NEW);
            assertThat(store.importing().venueDirectory().within(new GeoPoint(53.01, -9.38), 10))
                    .hasSize(1);
            store.imported();
        }
    }

    @Test
    void what_was_left_in_a_hurry_is_derived_after_the_next_start_however_late_that_is() throws IOException {
        Instant now = Instant.now();
        for (Duration later : List.of(Duration.ofMinutes(1), Duration.ofDays(3))) {
            Path data = folder.resolve(later.toString());
            try (LocalDynamo dynamo = LocalDynamo.open(data)) {
                var table = new Table(dynamo.client(), LocalDynamo.TABLE, Meter.NONE);
                Layout.check(table);
                new Checkpoint(data.resolve("tradsessions.stream"))
                        .write(new Checkpoint.Place(
                                new Stream(dynamo.client(), dynamo.streams(), LocalDynamo.TABLE).name(),
                                "",
                                false,
                                now));
                Adapters.on(table, Store.tokens(), partition -> {}).venues().save(venue("a", "A"), SaveOutcome.NEW);
            }
            try (Store store = Store.local(data, () -> now.plus(later))) {
                store.begin();
                assertThat(listed(store)).containsExactly("A");
            }
        }
    }

    @Test
    void two_programs_do_not_use_one_folder() throws IOException {
        Store first = Store.local(folder, CLOCK);

        assertThatThrownBy(() -> Store.local(folder, CLOCK))
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("another ./run is using these data");
        first.close();
        Store.local(folder, CLOCK).close();
    }

    @Test
    void the_key_of_the_cursors_stays_and_is_nobody_elses() throws IOException {
        byte[] key = CursorKey.of(folder);

        assertThat(key).hasSize(32).isEqualTo(CursorKey.of(folder)).isNotEqualTo(CursorKey.any());
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("cursor.key")))
                    .hasSize(2);
        }
        Files.write(folder.resolve("cursor.key"), new byte[3]);
        assertThatThrownBy(() -> CursorKey.of(folder)).hasMessageContaining("this is not a key of 32 bytes");
    }

    @Test
    void a_restore_that_was_not_finished_is_finished_or_refused() throws IOException {
        Path backup = folder.resolve("backup.gz");
        try (Store store = Store.local(folder.resolve("from"), CLOCK)) {
            store.begin();
            store.serving().venues().save(venue("a", "A"), SaveOutcome.NEW);
            store.catchUp();
            Backup.write(store.table().orElseThrow(), backup, done -> {});
        }
        Restore restore = Restore.from(backup);
        try (Store store = Store.local(folder.resolve("to"), CLOCK)) {
            var table = store.table().orElseThrow();
            assertThatThrownBy(() -> restore.into(table, done -> {
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            assertThatThrownBy(store::begin)
                    .isInstanceOf(UnusableStore.class)
                    .hasMessageContaining("A restore was not finished");
        }
        try (Store store = Store.local(folder.resolve("to"), CLOCK)) {
            restore.into(store.table().orElseThrow(), done -> {});
            store.begin();
            assertThat(listed(store)).containsExactly("A");
        }
    }

    @Test
    void an_item_is_read_back_whatever_is_in_it() throws IOException {
        Item item = new Item(
                new Key("V#1", "a\n\u00e9"),
                Map.of(
                        "n", AttributeValue.fromN("1.50"),
                        "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1})),
                        "t", AttributeValue.fromBool(false),
                        "z", AttributeValue.fromNul(true),
                        "ss", AttributeValue.fromSs(List.of("x", "\ud83c\udfbb")),
                        "ns", AttributeValue.fromNs(List.of("1", "2")),
                        "bs", AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[] {7}))),
                        "l", AttributeValue.fromL(List.of(AttributeValue.fromS(""), AttributeValue.fromM(Map.of()))),
                        "m", AttributeValue.fromM(Map.of("k", AttributeValue.fromL(List.of())))));

        assertThat(ItemJson.line(item)).doesNotContain("\n");
        assertThat(ItemJson.item(ItemJson.line(item))).isEqualTo(item);
    }
}

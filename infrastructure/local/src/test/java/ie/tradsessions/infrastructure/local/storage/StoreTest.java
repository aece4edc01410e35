package ie.tradsessions.infrastructure.local.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Contributions;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A store in a file: opened, closed, left in a hurry. */
class StoreTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    private static Venue venue(String id, String name) {
        return new Venue(
                new VenueId(id.repeat(16)),
                name,
                null,
                List.of(),
                List.of(),
                Place.in(County.CLARE, "Doolin"),
                new GeoPoint(53.01, -9.38),
                ZoneId.of("Europe/Dublin"),
                null,
                null,
                List.of(),
                false,
                null);
    }

    private static Storage ports(Store store) {
        return store.ports(CLOCK, saved -> {});
    }

    private static List<StoredAggregate> content(Store store) {
        List<StoredAggregate> content = new ArrayList<>();
        ports(store).dataSet().readAll(content::add);
        return content;
    }

    @Test
    void what_is_stored_is_there_after_the_next_start() throws IOException {
        try (Store store = Store.inFile(folder)) {
            store.begin();
            ports(store).venues().save(venue("a", "A"), SaveOutcome.NEW);
        }
        try (Store store = Store.inFile(folder)) {
            store.begin();
            assertThat(content(store)).containsExactly(new StoredAggregate.OfVenue(venue("a", "A"), 1));
        }
    }

    @Test
    void what_is_in_memory_is_gone_with_the_store_and_belongs_to_nobody_else() throws IOException {
        try (Store store = Store.inMemory()) {
            store.begin();
            ports(store).venues().save(venue("a", "A"), SaveOutcome.NEW);
            assertThat(content(store)).hasSize(1);
            assertThat(store.isShared()).isFalse();
            assertThat(store.table()).isEmpty();
        }
        try (Store store = Store.inMemory()) {
            assertThat(content(store)).isEmpty();
        }
    }

    @Test
    void every_save_is_told() throws IOException {
        for (Store store : List.of(Store.inMemory(), Store.inFile(folder))) {
            try (store) {
                store.begin();
                AtomicInteger saves = new AtomicInteger();
                Storage ports = store.ports(CLOCK, saved -> saves.incrementAndGet());
                ports.venues().save(venue("a", "A"), SaveOutcome.NEW);
                ports.venues().save(venue("a", "A"), SaveOutcome.NEW);
                assertThat(saves).as(store.place()).hasValue(1);
            }
        }
    }

    @Test
    void two_programs_do_not_use_one_folder() throws IOException {
        Store first = Store.inFile(folder);

        assertThatThrownBy(() -> Store.inFile(folder))
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("another ./run is using these data");
        first.close();
        Store.inFile(folder).close();
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
    void a_backup_holds_what_was_stored_and_not_what_is_made_from_it() throws IOException {
        Path backup = folder.resolve("backup.gz");
        List<StoredAggregate> stored;
        try (Store store = Store.inFile(folder.resolve("from"))) {
            store.begin();
            Storage ports = ports(store);
            ports.venues().save(venue("a", "A"), SaveOutcome.NEW);
            ports.venues().save(venue("a", "B"), 1);
            ports.venues().save(venue("b", "C"), SaveOutcome.NEW);
            ports.venues().delete(new VenueId("b".repeat(16)), 1);
            Instant now = CLOCK.instant();
            ports.snapshots().publish(1, new Snapshots.Head(now, now, "one", 1), List.of(new byte[] {1}));
            stored = content(store);
            Backup.write(store.table().orElseThrow(), backup, done -> {});
        }
        try (Store store = Store.inFile(folder.resolve("to"))) {
            Restore.from(backup).into(store.table().orElseThrow(), done -> {});
            store.begin();
            Storage ports = ports(store);
            assertThat(content(store))
                    .containsExactlyInAnyOrderElementsOf(stored)
                    .hasSize(2);
            assertThat(ports.snapshots().head(1)).isEmpty();
            assertThat(ports.journal()
                            .since(Instant.EPOCH, 10, ReadConsistency.STRONG)
                            .entries())
                    .isEmpty();
        }
    }

    @Test
    void a_backup_holds_what_is_kept_of_members_and_what_they_changed_of_venues() throws IOException {
        Path backup = folder.resolve("backup.gz");
        MemberId niamh = MemberId.of("https://issuer.example/", "niamh");
        Instant at = Instant.parse("2026-11-24T20:00:00Z");
        Activity activity = Activity.none(niamh)
                .with(Contributions.NONE.changing(venue("a", "A").id()));
        MemberFile file;
        List<VenueChange> history;
        try (Store store = Store.inFile(folder.resolve("from"))) {
            store.begin();
            Storage ports = ports(store);
            ports.venues().save(venue("a", "A"), SaveOutcome.NEW);
            ports.changes()
                    .save(List.of(
                            new Change.Save(new StoredAggregate.OfVenue(venue("a", "B"), 2)),
                            new Change.KeepVenueChange(new VenueChange(
                                    venue("a", "A").id(), 2, niamh, at, venue("a", "A"), venue("a", "B"))),
                            new Change.SaveProfile(
                                    new Profile(niamh, "Niamh", Set.of(), County.CLARE, "Tunes.", at, null), 1),
                            new Change.SaveFavourites(Favourites.none(niamh).with(new SessionId("c".repeat(16))), 1),
                            new Change.SaveActivity(activity, 1)));
            file = ports.members().of(niamh, ReadConsistency.STRONG);
            history = ports.venueHistory().of(venue("a", "A").id());
            Backup.write(store.table().orElseThrow(), backup, done -> {});
        }
        try (Store store = Store.inFile(folder.resolve("to"))) {
            Restore.from(backup).into(store.table().orElseThrow(), done -> {});
            store.begin();
            Storage ports = ports(store);
            assertThat(file.activity().value()).isEqualTo(activity);
            assertThat(ports.members().of(niamh, ReadConsistency.STRONG)).isEqualTo(file);
            assertThat(ports.venueHistory().of(venue("a", "A").id()))
                    .isEqualTo(history)
                    .hasSize(1);
        }
    }

    @Test
    void a_restore_that_was_not_finished_is_finished_or_refused() throws IOException {
        Path backup = folder.resolve("backup.gz");
        try (Store store = Store.inFile(folder.resolve("from"))) {
            store.begin();
            ports(store).venues().save(venue("a", "A"), SaveOutcome.NEW);
            Backup.write(store.table().orElseThrow(), backup, done -> {});
        }
        Restore restore = Restore.from(backup);
        try (Store store = Store.inFile(folder.resolve("to"))) {
            var table = store.table().orElseThrow();
            assertThatThrownBy(() -> restore.into(table, done -> {
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            assertThatThrownBy(store::begin)
                    .isInstanceOf(UnusableStore.class)
                    .hasMessageContaining("A restore was not finished");
        }
        try (Store store = Store.inFile(folder.resolve("to"))) {
            restore.into(store.table().orElseThrow(), done -> {});
            store.begin();
            assertThat(content(store)).containsExactly(new StoredAggregate.OfVenue(venue("a", "A"), 1));
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

package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What happens to some venues and sessions over some weeks: they are saved, changed and deleted, pages are read, the
 * journal is followed, and snapshots are made and loaded. Whoever gets no answer asks again, as people do.
 */
final class Story implements Tale {
    private static final int MAX_ATTEMPTS = 30;
    private static final Instant BEGINNING = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private static final Venue CROSS =
            VenueBuilder.named("The Cross").in("Ennis").build();
    private static final Venue QUAY =
            VenueBuilder.named("The Quay").in("Galway").build();

    /** More than one call reads. */
    private static final int CROWD = 130;

    private final Storage storage;
    private final List<Object> answers = new ArrayList<>();
    private Instant now = BEGINNING;
    private int unavailable;

    Story(Table table) {
        storage = DynamoStorage.on(table, () -> now);
    }

    @Override
    public List<Object> answers() {
        return List.copyOf(answers);
    }

    @Override
    public int unavailable() {
        return unavailable;
    }

    @Override
    public void tell() {
        save(storage.venues(), CROSS.id(), CROSS);
        save(storage.venues(), QUAY.id(), QUAY);
        SessionId id = SessionBuilder.idOf("thursdays");
        save(storage.sessions(), id, session(CROSS));
        look(id);
        save(
                storage.feedbacks(),
                id,
                Said.of(id).on(THURSDAY.minusWeeks(1)).rated(5).build());
        save(
                storage.feedbacks(),
                id,
                Said.of(id).on(THURSDAY.minusWeeks(1)).rated(5, 4).build());
        publish("first", 2);
        save(
                storage.venues(),
                CROSS.id(),
                VenueBuilder.named("The Crossroads").as(CROSS.id()).in("Ennis").build());
        save(storage.sessions(), id, session(QUAY));
        look(id);
        publish("second", 3);
        delete(storage.sessions(), id);
        look(id);
    }

    private static Session session(Venue venue) {
        return SessionBuilder.at(venue)
                .as("thursdays")
                .named("The Kettle")
                .on(DayOfWeek.THURSDAY)
                .build();
    }

    /** Nobody else writes, so a save is never refused. */
    private <I, A> void save(AggregateStore<I, A> store, I id, A wanted) {
        patiently(() -> {
            Optional<Versioned<A>> known = store.find(id);
            if (known.map(Versioned::value).filter(wanted::equals).isPresent()) {
                // It was saved, and the answer lost.
                return known.get().version();
            }
            long version = known.map(Versioned::version).orElse(SaveOutcome.NEW);
            assertThat(store.save(wanted, version)).isEqualTo(new SaveOutcome.Saved(version + 1));
            return version + 1;
        });
        now = now.plusSeconds(600);
    }

    private <I, A> void delete(AggregateStore<I, A> store, I id) {
        patiently(() -> {
            store.find(id)
                    .ifPresent(known -> assertThat(store.delete(id, known.version()))
                            .isEqualTo(new SaveOutcome.Saved(known.version() + 1)));
            return true;
        });
        now = now.plusSeconds(600);
    }

    private void publish(String name, int chunks) {
        Snapshots.Head head = new Snapshots.Head(now, now, name, chunks);
        List<byte[]> bytes = IntStream.range(0, chunks)
                .mapToObj(number -> (name + number).getBytes(StandardCharsets.UTF_8))
                .toList();
        assertThat(patiently(() -> storage.snapshots().publish(1, head, bytes))).isTrue();
    }

    private void look(SessionId id) {
        for (ReadConsistency consistency : ReadConsistency.values()) {
            ask(() -> storage.pages().session(id, consistency));
            ask(() -> storage.journal().since(BEGINNING, 100, consistency));
            ask(() -> sorted(storage.dataSet().read(keys(id), consistency)));
        }
        ask(() -> {
            List<StoredAggregate> all = new ArrayList<>();
            storage.dataSet().readAll(all::add);
            return sorted(all);
        });
        ask(() -> storage.snapshots().head(1));
        ask(() -> storage.snapshots()
                .head(1)
                .flatMap(storage.snapshots()::chunks)
                .map(chunks -> chunks.stream().map(HexFormat.of()::formatHex).toList()));
    }

    /** Those that there are, and many that there are not. */
    private static List<AggregateKey> keys(SessionId id) {
        List<AggregateKey> keys = new ArrayList<>(List.of(
                AggregateKey.of(CROSS.id()),
                AggregateKey.of(QUAY.id()),
                AggregateKey.of(id),
                AggregateKey.feedbackOf(id)));
        for (int i = 0; i < CROWD; i++) {
            keys.add(AggregateKey.of(SessionBuilder.idOf("nowhere" + i)));
        }
        return keys;
    }

    private static List<StoredAggregate> sorted(List<StoredAggregate> stored) {
        return stored.stream()
                .sorted(Comparator.comparing(StoredAggregate::key))
                .toList();
    }

    private void ask(Supplier<Object> question) {
        answers.add(patiently(question));
    }

    private <T> T patiently(Supplier<T> what) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return what.get();
            } catch (StorageUnavailable e) {
                unavailable++;
            }
        }
        throw new AssertionError("nobody ever answers");
    }
}

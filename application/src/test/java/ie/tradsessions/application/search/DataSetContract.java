package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link DataSet} promises. */
public abstract class DataSetContract extends StorageContract {
    private final Venue venue = VenueBuilder.named("Here").build();
    private final Session session = SessionBuilder.at(venue).build();

    private List<StoredAggregate> all() {
        List<StoredAggregate> all = new ArrayList<>();
        storage().dataSet().readAll(all::add);
        return all;
    }

    @Test
    void where_nothing_is_stored_nothing_is_read() {
        assertThat(all()).isEmpty();
        assertThat(storage().dataSet().read(List.of(), ReadConsistency.STRONG)).isEmpty();
        assertThat(storage().dataSet().read(List.of(AggregateKey.of(venue.id())), ReadConsistency.STRONG))
                .isEmpty();
    }

    @Test
    void everything_is_read_with_its_version() {
        GeneratedSessions generated = GeneratedSessions.of(150, 71);
        store(generated);
        store(generated.venues().getFirst());
        List<StoredAggregate> expected = new ArrayList<>();
        generated.venues().forEach(one -> expected.add(new StoredAggregate.OfVenue(one, 1)));
        expected.set(0, new StoredAggregate.OfVenue(generated.venues().getFirst(), 2));
        generated.sessions().forEach(one -> expected.add(new StoredAggregate.OfSession(one, 1)));
        generated.feedbacks().forEach(one -> expected.add(new StoredAggregate.OfFeedback(one, 1)));

        assertThat(all()).containsExactlyInAnyOrderElementsOf(expected);
        List<AggregateKey> keys = expected.stream().map(StoredAggregate::key).toList();
        for (ReadConsistency consistency : ReadConsistency.values()) {
            assertThat(storage().dataSet().read(keys, consistency)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void only_what_is_asked_for_is_read() {
        store(venue);
        store(session);

        assertThat(storage()
                        .dataSet()
                        .read(
                                List.of(
                                        AggregateKey.of(session.id()),
                                        AggregateKey.feedbackOf(session.id()),
                                        AggregateKey.of(VenueBuilder.idOf("nowhere"))),
                                ReadConsistency.STRONG))
                .containsExactly(new StoredAggregate.OfSession(session, 1));
    }

    @Test
    void a_deletion_is_read_as_a_tombstone() {
        store(venue);
        storage().venues().delete(venue.id(), 1);
        StoredAggregate tombstone = new StoredAggregate.Deleted(AggregateKey.of(venue.id()), 2);

        assertThat(all()).containsExactly(tombstone);
        assertThat(storage().dataSet().read(List.of(AggregateKey.of(venue.id())), ReadConsistency.STRONG))
                .containsExactly(tombstone);
    }

    @Test
    void a_snapshot_is_not_part_of_the_data() {
        store(venue);
        storage()
                .snapshots()
                .publish(1, new Snapshots.Head(Instant.EPOCH, Instant.EPOCH, "one", 1), List.of(new byte[] {1}));

        assertThat(all()).containsExactly(new StoredAggregate.OfVenue(venue, 1));
    }
}

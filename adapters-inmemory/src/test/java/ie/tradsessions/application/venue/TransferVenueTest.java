package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.venue.ImportVenue.Outcome;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferVenueTest {
    private static final Source NODE = new Source(Source.OPENSTREETMAP, "node/1");
    private static final VenueId HERE = VenueBuilder.idOf("here");
    private static final VenueId THERE = VenueBuilder.idOf("there");

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final TransferVenue transferVenue = new TransferVenue(ports.venues(), ports.venueHistory(), ports.index());

    private Venue stored(VenueId id) {
        return ports.venues().find(id).map(Versioned::value).orElseThrow();
    }

    @Test
    void a_venue_keeps_its_identifier_and_comes_once() {
        Venue venue = VenueBuilder.named("Tigh Choilí").as(THERE).from(NODE).build();

        assertThat(transferVenue.transfer(venue)).isEqualTo(new Outcome.Added(THERE, List.of()));
        assertThat(transferVenue.transfer(venue)).isEqualTo(new Outcome.Unchanged(THERE));
        assertThat(stored(THERE)).isEqualTo(venue);
    }

    @Test
    void what_is_told_otherwise_now_is_taken_over() {
        transferVenue.transfer(VenueBuilder.named("Tigh Choilí").as(THERE).build());
        Venue renamed = VenueBuilder.named("The Crane").as(THERE).build();

        assertThat(transferVenue.transfer(renamed)).isInstanceOf(Outcome.Updated.class);
        assertThat(stored(THERE)).isEqualTo(renamed);
    }

    @Test
    void what_a_member_corrected_since_stays_and_the_rest_is_taken_over() {
        Venue exported = VenueBuilder.named("Tigh Choilí").as(THERE).build();
        transferVenue.transfer(exported);
        Venue corrected = VenueBuilder.named("Tigh Coili").as(THERE).build();
        new MemberUseCases(ports, InstantSource.fixed(GeneratedSessions.NOW))
                .changeVenue()
                .change(new ChangeVenue.Command(People.NIAMH, THERE, 1, MemberUseCases.described(corrected), true));
        Venue closed = stored(THERE);

        assertThat(transferVenue.transfer(exported)).isEqualTo(new Outcome.KeptAsCorrected(closed, exported));
        assertThat(transferVenue.transfer(
                        VenueBuilder.named("Tigh Choilí").as(THERE).in("Doolin").build()))
                .isInstanceOf(Outcome.Updated.class);

        assertThat(stored(THERE))
                .isEqualTo(VenueBuilder.named("Tigh Coili")
                        .as(THERE)
                        .in("Doolin")
                        .build()
                        .closed(new Closure(null, LocalDate.of(2026, 11, 24))));
    }

    @Test
    void one_that_has_the_source_already_stays_and_learns() {
        transferVenue.transfer(
                VenueBuilder.named("Tigh Choilí").as(HERE).from(NODE).build());
        Venue venue = VenueBuilder.named("Tigh Choili").as(THERE).from(NODE).build();

        assertThat(transferVenue.transfer(venue)).isEqualTo(new Outcome.Merged(HERE));
        assertThat(transferVenue.transfer(venue)).isEqualTo(new Outcome.Unchanged(HERE));
        assertThat(stored(HERE).names()).containsExactly("Tigh Choilí", "Tigh Choili");
        assertThat(ports.venues().find(THERE)).isEmpty();
    }
}

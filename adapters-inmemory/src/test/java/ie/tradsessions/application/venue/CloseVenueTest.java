package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.venue.CloseVenue.Command;
import ie.tradsessions.application.venue.CloseVenue.Outcome;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CloseVenueTest {
    private static final GeoPoint GALWAY = Town.named("Galway").location();
    private static final Source NODE = new Source(Source.OPENSTREETMAP, "node/1");
    private static final Source WAY = new Source(Source.OPENSTREETMAP, "way/2");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private Instant now = GeneratedSessions.NOW;
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final CloseVenue closeVenue =
            new CloseVenue(ports.venues(), ports.venueHistory(), ports.index(), () -> now);

    @Test
    void a_venue_that_is_known_by_its_source_is_marked_wherever_the_record_lies() {
        Venue venue = stored(VenueBuilder.named("The Crane").in("Galway").from(NODE));

        assertThat(close(NODE, "Something else", new GeoPoint(0, 0)))
                .isEqualTo(new Outcome.Closed(venue, venue.closed(new Closure(NODE, TODAY))));

        assertThat(stored(venue)).isEqualTo(venue.closed(new Closure(NODE, TODAY)));
    }

    @Test
    void a_venue_that_is_certainly_the_same_is_marked() {
        Venue venue = stored(VenueBuilder.named("The Crane").in("Galway").from(NODE));

        assertThat(close(WAY, "the crane", GALWAY)).isInstanceOf(Outcome.Closed.class);

        assertThat(stored(venue).closed()).isEqualTo(new Closure(WAY, TODAY));
    }

    @Test
    void a_venue_that_only_looks_alike_or_is_a_sample_is_left_open() {
        Venue alike = stored(VenueBuilder.named("The Crane Bar").in("Galway").from(NODE));
        Venue far = stored(VenueBuilder.named("The Crane").in("Doolin"));

        assertThat(close(WAY, "The Crane", GALWAY)).isEqualTo(new Outcome.NoSuchVenue());

        assertThat(stored(alike).closed()).isNull();
        assertThat(stored(far).closed()).isNull();
    }

    @Test
    void what_is_closed_and_not_known_is_not_taken_in() {
        assertThat(close(NODE, "The Crane", GALWAY)).isEqualTo(new Outcome.NoSuchVenue());
        assertThat(ports.index().current().venuesAfter(null, 10)).isEmpty();
    }

    @Test
    void the_first_day_on_which_it_was_seen_stays() {
        Venue venue = stored(VenueBuilder.named("The Crane").in("Galway").from(NODE));
        close(NODE, "The Crane", GALWAY);
        now = now.plusSeconds(86_400);

        assertThat(close(NODE, "The Crane", GALWAY)).isEqualTo(new Outcome.ClosedBefore(venue.id()));
        assertThat(close(WAY, "The Crane", GALWAY)).isEqualTo(new Outcome.ClosedBefore(venue.id()));

        assertThat(stored(venue).closed()).isEqualTo(new Closure(NODE, TODAY));
    }

    @Test
    void a_venue_that_another_record_of_the_data_set_shows_open_stays_open() {
        Venue venue = stored(VenueBuilder.named("The Crane").in("Galway").from(NODE));

        assertThat(closeVenue.close(new Command(WAY, "The Crane", GALWAY, Set.of(venue.id()))))
                .isEqualTo(new Outcome.ShownOpen(venue.id()));

        assertThat(stored(venue).closed()).isNull();
    }

    @Test
    void a_venue_that_a_member_opened_again_stays_open() {
        Venue venue = stored(VenueBuilder.named("The Crane").in("Galway").from(NODE));
        close(NODE, "The Crane", GALWAY);
        MemberUseCases members = new MemberUseCases(ports, () -> now);
        members.changeVenue()
                .change(new ChangeVenue.Command(People.NIAMH, venue.id(), 2, MemberUseCases.described(venue), false));

        assertThat(close(NODE, "The Crane", GALWAY)).isEqualTo(new Outcome.KeptOpen(venue));
        assertThat(stored(venue)).isEqualTo(venue);

        members.undoVenueChange().undo(new UndoVenueChange.Command(People.CATHAL, venue.id(), 3, 3));
        assertThat(close(NODE, "The Crane", GALWAY)).isEqualTo(new Outcome.ClosedBefore(venue.id()));
        assertThat(stored(venue).closed()).isEqualTo(new Closure(NODE, TODAY));
    }

    private Outcome close(Source source, String name, GeoPoint location) {
        return closeVenue.close(new Command(source, name, location, Set.of()));
    }

    private Venue stored(VenueBuilder builder) {
        Venue venue = builder.build();
        ports.venues().save(venue, SaveOutcome.NEW);
        return venue;
    }

    private Venue stored(Venue venue) {
        return ports.venues().find(venue.id()).map(Versioned::value).orElseThrow();
    }
}

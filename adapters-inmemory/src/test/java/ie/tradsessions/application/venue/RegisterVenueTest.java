package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.venue.RegisterVenue.Command;
import ie.tradsessions.application.venue.RegisterVenue.Outcome;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RegisterVenueTest {
    private static final VenueId NEW_ID = VenueBuilder.idOf("new");
    private static final GeoPoint GALWAY = Town.named("Galway").location();
    private static final GeoPoint LONDON = Town.named("London").location();

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final RegisterVenue registerVenue = new RegisterVenue(
            ports.requests(InstantSource.fixed(GeneratedSessions.NOW)),
            ports.index(),
            CountyBoundaries.bundled(),
            () -> NEW_ID);

    @Test
    void a_venue_is_registered_as_it_is_told() {
        assertThat(register(Told.of("Tigh Choil\u00ed", GALWAY).town("Galway").county(County.GALWAY)))
                .isEqualTo(new Outcome.Registered(NEW_ID, 1));

        Venue stored = stored();
        assertThat(stored.name()).isEqualTo("Tigh Choil\u00ed");
        assertThat(stored.place().county()).isEqualTo(County.GALWAY);
        assertThat(stored.timeZone()).isEqualTo(ZoneId.of("Europe/Dublin"));
        assertThat(stored.sources()).isEmpty();
        assertThat(stored.sample()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("ie.tradsessions.application.fixtures.Town#OF_IRELAND")
    void a_venue_in_ireland_gets_its_county_country_and_time_zone_from_its_position(Town town) {
        register(Told.of("The Crane", town.location()));

        assertThat(stored().place().county()).isEqualTo(town.county());
        assertThat(stored().place().country()).isEqualTo(town.country());
        assertThat(stored().timeZone()).isEqualTo(town.zone());
    }

    @Test
    void a_venue_in_britain_says_so_and_keeps_the_time_of_london() {
        register(Told.of("The Crane", LONDON).country("GB"));

        assertThat(stored().place().county()).isNull();
        assertThat(stored().place().country()).isEqualTo(Country.UNITED_KINGDOM);
        assertThat(stored().timeZone()).isEqualTo(ZoneId.of("Europe/London"));
    }

    @Test
    void a_venue_in_northern_ireland_may_say_no_more_than_its_country() {
        register(Told.of("The Crane", Town.named("Belfast").location()).country("GB"));

        assertThat(stored().place().county()).isEqualTo(County.ANTRIM);
    }

    @Test
    void a_venue_abroad_says_its_country_and_its_time_zone() {
        GeoPoint boston = Town.named("Boston").location();

        assertRefused("country", Told.of("The Crane", boston));
        assertRefused("timeZone", Told.of("The Crane", boston).country("US"));
        register(Told.of("The Crane", boston).country("US").zone("America/New_York"));
        assertThat(stored().place().country()).isEqualTo(new Country("US"));
        assertThat(stored().timeZone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void latitude_and_longitude_that_changed_places_are_noticed() {
        GeoPoint swapped = new GeoPoint(-9.0568, 53.2707);

        assertRefused("lat", Told.of("The Crane", swapped).county(County.GALWAY));
    }

    @Test
    void a_county_and_a_country_that_do_not_go_together_are_refused() {
        assertRefused(
                "country", Told.of("The Crane", GALWAY).county(County.GALWAY).country("GB"));
        assertRefused(
                "country",
                Told.of("The Crane", Town.named("Newcastle").location())
                        .county(County.DOWN)
                        .country("IE"));
        assertRefused("county", Told.of("The Crane", LONDON).country("IE"));
    }

    @Test
    void a_venue_that_looks_like_one_already_known_answers_with_the_candidates() {
        Venue known = known("Tigh Choil\u00ed", 0);
        Venue alike = known("Coil\u00ed's Bar", 100);
        known("The Anchor", 10);
        known("Tigh Choil\u00ed", 5_000);

        assertThat(register(Told.of("Tigh Coili", north(GALWAY, 20)).street("Mainguard Street")))
                .isInstanceOfSatisfying(
                        Outcome.LooksLike.class,
                        outcome -> assertThat(outcome.candidates())
                                .extracting(card -> card.venue().id())
                                .containsExactly(known.id(), alike.id()));
        assertThat(ports.venues().find(NEW_ID)).isEmpty();
    }

    @Test
    void somebody_who_has_seen_the_candidates_may_say_that_it_is_another_place() {
        known("Tigh Choil\u00ed", 0);

        Outcome outcome = registerVenue.register(
                new Command(People.NIAMH, null, Told.of("Tigh Coili", GALWAY).description(), true));

        assertThat(outcome).isEqualTo(new Outcome.Registered(NEW_ID, 1));
        assertThat(stored().name()).isEqualTo("Tigh Coili");
    }

    @Test
    void next_door_with_another_name_is_another_place() {
        known("The Anchor", 5);

        assertThat(register(Told.of("Tigh Coili", GALWAY))).isEqualTo(new Outcome.Registered(NEW_ID, 1));
    }

    @Test
    void an_identifier_that_is_taken_overwrites_nothing() {
        Venue taken = VenueBuilder.named("The Heron").as(NEW_ID).in("Doolin").build();
        ports.venues().save(taken, SaveOutcome.NEW);

        assertThatThrownBy(() -> register(Told.of("Tigh Coili", GALWAY))).isInstanceOf(StorageUnavailable.class);
        assertThat(ports.venues().find(NEW_ID)).contains(new Versioned<>(taken, 1));
    }

    private Venue known(String name, double metresNorth) {
        Venue venue = VenueBuilder.named(name)
                .as(VenueBuilder.idOf(name + metresNorth))
                .in("Galway")
                .at(north(GALWAY, metresNorth))
                .build();
        ports.venues().save(venue, SaveOutcome.NEW);
        return venue;
    }

    private static GeoPoint north(GeoPoint of, double metres) {
        return new GeoPoint(of.latitude() + Math.toDegrees(metres / GeoPoint.EARTH_RADIUS_METRES), of.longitude());
    }

    private Outcome register(Told told) {
        return registerVenue.register(new Command(People.NIAMH, null, told.description(), false));
    }

    private Venue stored() {
        return ports.venues().find(NEW_ID).orElseThrow().value();
    }

    private void assertRefused(String field, Told told) {
        assertThatThrownBy(() -> register(told))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
        assertThat(ports.venues().find(NEW_ID)).isEmpty();
    }
}

package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.venue.FindVenueOfSession.Named;
import ie.tradsessions.application.venue.FindVenueOfSession.Outcome;
import ie.tradsessions.application.venue.FindVenueOfSession.Query;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindVenueOfSessionTest {
    private static final Source NODE = new Source(Source.OPENSTREETMAP, "node/1");

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final FindVenueOfSession findVenueOfSession = new FindVenueOfSession(ports.index());
    private final Venue crane = stored(VenueBuilder.named("The Crane")
            .alsoNamed("Tigh Choilí")
            .in("Galway")
            .from(NODE));

    @Test
    void a_venue_is_found_by_its_source() {
        assertThat(findVenueOfSession.find(new Query(NODE, null))).isEqualTo(new Outcome.Found(crane.id()));
        assertThat(findVenueOfSession.find(new Query(new Source("csv", "node/1"), null)))
                .isEqualTo(new Outcome.NoSuchVenue());
    }

    @Test
    void a_source_goes_before_a_name() {
        stored(VenueBuilder.named("node/1").in("Ennis"));

        assertThat(findVenueOfSession.find(new Query(NODE, new Named("node/1", null, null))))
                .isEqualTo(new Outcome.Found(crane.id()));
    }

    @Test
    void a_venue_is_found_by_any_of_its_names_however_it_is_spelled() {
        assertThat(named("the crane", null, null)).isEqualTo(new Outcome.Found(crane.id()));
        assertThat(named("Tigh Coili", null, null)).isEqualTo(new Outcome.Found(crane.id()));
    }

    @Test
    void the_beginning_of_a_name_is_not_the_name() {
        assertThat(named("Cran", null, null)).isEqualTo(new Outcome.NoSuchVenue());
        assertThat(named("Tigh", null, null)).isEqualTo(new Outcome.NoSuchVenue());
    }

    @Test
    void of_venues_with_one_name_the_town_or_the_county_tells_which_is_meant() {
        Venue namesake = stored(VenueBuilder.named("The Crane")
                .as(VenueBuilder.idOf("namesake"))
                .in("Doolin"));

        assertThat(named("The Crane", null, null)).isEqualTo(new Outcome.SeveralVenues());
        assertThat(named("The Crane", "doolin", null)).isEqualTo(new Outcome.Found(namesake.id()));
        assertThat(named("The Crane", null, County.GALWAY)).isEqualTo(new Outcome.Found(crane.id()));
        assertThat(named("The Crane", "Sligo", null)).isEqualTo(new Outcome.NoSuchVenue());
    }

    @Test
    void a_former_name_is_meant_only_where_no_venue_has_it_now() {
        Venue former = stored(VenueBuilder.named("The Fiddle").formerlyNamed("The Harp"));
        assertThat(named("the harp", null, null)).isEqualTo(new Outcome.Found(former.id()));

        Venue now = stored(VenueBuilder.named("The Harp").in("Doolin"));
        assertThat(named("the harp", null, null)).isEqualTo(new Outcome.Found(now.id()));
    }

    @Test
    void a_name_in_which_there_is_nothing_to_search_for_is_that_of_no_venue() {
        assertThat(named("!!!", null, null)).isEqualTo(new Outcome.NoSuchVenue());
    }

    @Test
    void a_name_is_found_behind_many_that_only_contain_it() {
        IntStream.range(0, 150)
                .forEach(i -> stored(VenueBuilder.named("Again The Crane " + i).in("Galway")));

        assertThat(named("The Crane", null, null)).isEqualTo(new Outcome.Found(crane.id()));
    }

    private Outcome named(String name, String town, County county) {
        return findVenueOfSession.find(new Query(null, new Named(name, town, county)));
    }

    private Venue stored(VenueBuilder builder) {
        Venue venue = builder.build();
        ports.venues().save(venue, SaveOutcome.NEW);
        return venue;
    }
}

package ie.tradsessions.application.place;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.Counts.Count;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListCountiesTest {
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final ListCounties listCounties = new ListCounties(ports.index(), InstantSource.system());

    @Test
    void all_thirty_two_counties_are_listed_also_where_there_is_nothing_yet() {
        ListCounties.Listed listed = listCounties.list();

        assertThat(listed.counties().keySet()).containsExactly(County.values());
        assertThat(listed.counties().values()).containsOnly(Count.NONE);
        assertThat(listed.countries()).isEmpty();
    }

    @Test
    void counties_and_countries_are_listed_with_what_they_have() {
        Venue doolin = VenueBuilder.named("A").in("Doolin").build();
        Venue boston = VenueBuilder.named("B").in("Boston").build();
        Venue berlin = VenueBuilder.named("C").in("Berlin").build();
        for (Venue venue : new Venue[] {doolin, boston, berlin}) {
            ports.venues().save(venue, SaveOutcome.NEW);
        }
        ports.sessions().save(SessionBuilder.at(doolin).build(), SaveOutcome.NEW);

        ListCounties.Listed listed = listCounties.list();

        assertThat(listed.counties().get(County.CLARE)).isEqualTo(new Count(1, 1, Map.of(DayOfWeek.THURSDAY, 1)));
        assertThat(listed.counties().get(County.CORK)).isEqualTo(Count.NONE);
        assertThat(listed.countries().keySet()).containsExactly(new Country("DE"), new Country("US"));
    }
}

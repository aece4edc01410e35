package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.VenueCard;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.Venue;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FindVenuesTest {
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final FindVenues findVenues = new FindVenues(ports.index(), InstantSource.system());

    @Test
    void venues_are_found_page_by_page() {
        Venue crane = VenueBuilder.named("The Crane").in("Galway").build();
        Venue anchor = VenueBuilder.named("The Anchor").in("Galway").build();
        ports.venues().save(crane, SaveOutcome.NEW);
        ports.venues().save(anchor, SaveOutcome.NEW);
        VenueQuery galway = new VenueQuery("galway", null, null);

        Page<VenueCard> first = findVenues.find(new FindVenues.Query(galway, 1, null));
        Page<VenueCard> second = findVenues.find(new FindVenues.Query(galway, 1, first.next()));

        assertThat(first.items()).extracting(card -> card.venue().name()).containsExactly("The Anchor");
        assertThat(second.items()).extracting(card -> card.venue().name()).containsExactly("The Crane");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_page_holds_one_to_a_hundred() {
        VenueQuery any = new VenueQuery(null, null, null);

        assertThatThrownBy(() -> new FindVenues.Query(any, 0, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new FindVenues.Query(any, 101, null)).isInstanceOf(InvalidValue.class);
        assertThat(new FindVenues.Query(any, 100, null).limit()).isEqualTo(100);
    }
}

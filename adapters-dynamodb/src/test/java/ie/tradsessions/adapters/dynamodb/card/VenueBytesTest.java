package ie.tradsessions.adapters.dynamodb.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.venue.Venue;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VenueBytesTest {
    private static final List<Venue> LIKELY = GeneratedSessions.of(3_000, 7).venues();

    @Property
    void every_venue_that_the_domain_allows_comes_back_whole(
            @ForAll("venues") Venue venue, @ForAll @IntRange(min = 0) int sessions) {
        assertThat(VenueBytes.read(venue.id(), VenueBytes.write(venue, sessions)))
                .isEqualTo(new StoredVenue(venue, sessions));
    }

    @Test
    void a_venue_takes_few_bytes() {
        double mean = LIKELY.stream()
                .mapToInt(venue -> VenueBytes.write(venue, 2).length)
                .average()
                .orElseThrow();

        System.out.printf("Generated venues: mean %.1f bytes%n", mean);
        assertThat(mean).isLessThan(120);
    }

    @Property
    void a_venue_that_ends_too_early_is_refused(@ForAll("venues") Venue venue) {
        byte[] bytes = VenueBytes.write(venue, 1);

        for (int length = 0; length < bytes.length; length += 1 + length / 50) {
            byte[] torn = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> VenueBytes.read(venue.id(), torn)).isInstanceOf(UnreadableBytes.class);
        }
    }

    @Property
    void damaged_bytes_are_refused_or_read_as_another_venue(
            @ForAll("venues") Venue venue, @ForAll int where, @ForAll byte what) {
        byte[] bytes = VenueBytes.write(venue, 1);
        bytes[Math.floorMod(where, bytes.length)] = what;

        try {
            assertThat(VenueBytes.read(venue.id(), bytes).venue().id()).isEqualTo(venue.id());
        } catch (UnreadableBytes refused) {
            assertThat(refused).hasMessageContaining(venue.id().value());
        }
    }

    @Provide
    Arbitrary<Venue> venues() {
        return Arbitraries.oneOf(Cards.strangeVenues(), Arbitraries.of(LIKELY));
    }
}

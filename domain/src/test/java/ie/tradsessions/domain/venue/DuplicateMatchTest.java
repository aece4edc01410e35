package ie.tradsessions.domain.venue;

import static ie.tradsessions.domain.venue.SampleHouse.ENNIS;
import static ie.tradsessions.domain.venue.SampleHouse.bare;
import static ie.tradsessions.domain.venue.SampleHouse.north;
import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.place.GeoPoint;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateMatchTest {
    private static final Source NODE = new Source(Source.OPENSTREETMAP, "node/1");
    private static final Source WAY = new Source(Source.OPENSTREETMAP, "way/2");

    @Test
    void one_source_is_one_place_however_it_was_renamed_or_moved() {
        Venue before = bare("Brogan's", ENNIS, NODE);
        Venue after = bare("The Copper Jug", new GeoPoint(54, -8), WAY, NODE);

        assertThat(DuplicateMatch.of(before, after)).isEqualTo(DuplicateMatch.SAME);
    }

    @ParameterizedTest
    @CsvSource({"0, SAME", "49.9, SAME", "50.1, ALIKE", "499, ALIKE", "501, DIFFERENT", "100000, DIFFERENT"})
    void one_name_is_the_same_place_at_one_door_and_suspect_in_one_street(double metres, DuplicateMatch likeness) {
        Venue one = bare("Tigh Choil\u00ed", ENNIS, NODE);
        Venue other = bare("tigh coili", north(ENNIS, metres), WAY);

        assertThat(DuplicateMatch.of(one, other)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource({
        "The Crane, Crane Bar",
        "The Crane Bar, Crane Lounge",
        "Tigh Uí Cheallaigh, Tigh Ceallaigh",
        "Brogan's, Brogans Hotel & Restaurant",
        "Cruise's, Cruises Pub",
        "The Cobblestone, The Cobblestones",
        "Kennedy's, Kenedy's"
    })
    void a_similar_name_next_door_is_suspect_and_never_certain(String name, String otherName) {
        Venue one = bare(name, ENNIS);

        assertThat(DuplicateMatch.of(one, bare(otherName, ENNIS))).isEqualTo(DuplicateMatch.ALIKE);
        assertThat(DuplicateMatch.of(one, bare(otherName, north(ENNIS, 149)))).isEqualTo(DuplicateMatch.ALIKE);
        assertThat(DuplicateMatch.of(one, bare(otherName, north(ENNIS, 151)))).isEqualTo(DuplicateMatch.DIFFERENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Brogan's, Cruise's",
        "The Bar, The Inn",
        "The Crane Bar, The Swan Bar",
        "Ryan's, Regan's",
        "The Old Ground Hotel, Queens Hotel"
    })
    void neighbours_with_other_names_are_others(String name, String otherName) {
        assertThat(DuplicateMatch.of(bare(name, ENNIS), bare(otherName, north(ENNIS, 5))))
                .isEqualTo(DuplicateMatch.DIFFERENT);
    }

    @Test
    void any_name_of_a_venue_counts() {
        Venue known = SampleHouse.ennis();

        assertThat(DuplicateMatch.of(known, bare("Tigh Brogain", ENNIS))).isEqualTo(DuplicateMatch.SAME);
        assertThat(DuplicateMatch.of(known, bare("Old House", ENNIS))).isEqualTo(DuplicateMatch.SAME);
    }

    @Test
    void a_name_without_a_letter_makes_nothing_the_same() {
        assertThat(DuplicateMatch.of(bare("!!!", ENNIS), bare("???", ENNIS))).isEqualTo(DuplicateMatch.DIFFERENT);
    }

    @Test
    void an_invented_house_is_never_a_real_one() {
        Venue real = SampleHouse.ennis();
        Venue invented = new Venue(
                SampleHouse.id("invented"),
                real.name(),
                real.irishName(),
                real.otherNames(),
                List.of(),
                real.place(),
                real.location(),
                real.timeZone(),
                real.website(),
                real.phone(),
                real.sources(),
                true,
                null);

        assertThat(DuplicateMatch.of(real, invented)).isEqualTo(DuplicateMatch.DIFFERENT);
        assertThat(DuplicateMatch.of(invented, invented)).isEqualTo(DuplicateMatch.SAME);
    }

    @Property
    void likeness_is_mutual(@ForAll("houses") Venue one, @ForAll("houses") Venue other) {
        assertThat(DuplicateMatch.of(one, other)).isEqualTo(DuplicateMatch.of(other, one));
    }

    @Property
    void a_venue_is_the_same_as_itself(@ForAll("houses") Venue venue) {
        assertThat(DuplicateMatch.of(venue, venue)).isEqualTo(DuplicateMatch.SAME);
    }

    @Property
    void nothing_beyond_the_furthest_is_like_it(@ForAll("houses") Venue one, @ForAll("houses") Venue other) {
        if (one.location().metresTo(other.location()) > DuplicateMatch.MAX_METRES) {
            assertThat(DuplicateMatch.of(one, other)).isEqualTo(DuplicateMatch.DIFFERENT);
        }
    }

    @Provide
    Arbitrary<Venue> houses() {
        Arbitrary<String> names = Arbitraries.of(
                        List.of("The", "Crane", "Cranes", "Bar", "Tigh", "Choil\u00ed", "Coili", "O'Shea's", "Shea's"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> String.join(" ", words));
        Arbitrary<Double> metres = Arbitraries.doubles().between(0, 700).ofScale(1);
        return Combinators.combine(names, metres).as((name, away) -> bare(name, north(ENNIS, away)));
    }
}

package ie.tradsessions.domain.venue;

import static ie.tradsessions.domain.venue.SampleHouse.ENNIS;
import static ie.tradsessions.domain.venue.SampleHouse.bare;
import static ie.tradsessions.domain.venue.SampleHouse.ennis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.Place;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueTest {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @Test
    void a_venue_goes_by_each_of_its_names_once() {
        Venue venue = named("Brogan's", "Brogan's", "Old House", "Brogan's", "Old  House ", "Tigh Br\u00f3g\u00e1in");

        assertThat(venue.irishName()).isNull();
        assertThat(venue.otherNames()).containsExactly("Old House", "Tigh Br\u00f3g\u00e1in");
        assertThat(venue.names()).containsExactly("Brogan's", "Old House", "Tigh Br\u00f3g\u00e1in");
        assertThat(ennis().names()).containsExactly("Brogan's", "Tigh Br\u00f3g\u00e1in", "The Old House");
    }

    @Test
    void a_venue_has_at_most_ten_other_names() {
        String[] ten = IntStream.range(0, 10).mapToObj(i -> "Name " + i).toArray(String[]::new);
        String[] eleven = IntStream.range(0, 11).mapToObj(i -> "Name " + i).toArray(String[]::new);

        assertThat(named("Brogan's", null, ten).otherNames()).hasSize(10);
        assertRefused("otherNames", () -> named("Brogan's", null, eleven));
    }

    @Test
    void a_former_name_is_kept_apart_from_the_names_that_a_venue_has() {
        Venue venue = formerly("The Harp", "The  Harp", "Brogan's", "Old House");

        assertThat(venue.formerNames()).containsExactly("The Harp");
        assertThat(venue.names()).containsExactly("Brogan's", "Old House");
    }

    @Test
    void a_former_name_that_another_record_has_as_a_name_stays_former() {
        Venue venue = formerly("The Harp");

        Venue enriched = venue.enrichedBy(bare("The Harp", ENNIS));

        assertThat(enriched.formerNames()).containsExactly("The Harp");
        assertThat(enriched.otherNames()).containsExactly("Old House");
        assertThat(bare("The Harp", ENNIS).enrichedBy(venue).formerNames()).isEmpty();
        assertThat(bare("Brogan's", ENNIS).enrichedBy(venue).formerNames()).containsExactly("The Harp");
    }

    @Test
    void a_venue_has_at_most_ten_former_names() {
        String[] eleven = IntStream.range(0, 11).mapToObj(i -> "Name " + i).toArray(String[]::new);

        assertRefused("formerNames", () -> formerly(eleven));
    }

    @Test
    void only_the_data_set_that_closed_a_venue_opens_it_again() {
        Source node = new Source(Source.OPENSTREETMAP, "node/1");
        Closure closure = new Closure(node, LocalDate.of(2026, 11, 24));
        Venue closed = ennis().closed(closure);

        assertThat(closed.closed()).isEqualTo(closure);
        assertThat(closed.closed(new Closure(new Source("csv", "1"), LocalDate.of(2026, 11, 25))))
                .isEqualTo(closed);
        assertThat(closed.shownOpenBy(new Source("csv", "1"))).isEqualTo(closed);
        assertThat(closed.shownOpenBy(new Source(Source.OPENSTREETMAP, "way/7")))
                .isEqualTo(ennis());
        assertThat(ennis().shownOpenBy(node)).isEqualTo(ennis());
    }

    @Test
    void a_venue_has_the_zone_of_its_place() {
        assertRefused("timeZone", () -> timedBy("America/New_York"));
        assertRefused("timeZone", () -> timedBy("UTC"));
        assertThat(timedBy("Europe/London").timeZone()).isEqualTo(ZoneId.of("Europe/London"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://pub.example/",
                "/relative",
                "http:///",
                "http:x",
                "mailto:a@pub.example",
                "https://member:secret@pub.example/",
                "https://-ceolt\u00e1.example/"
            })
    void a_website_is_an_address_of_the_web(String address) {
        assertRefused("website", () -> withWebsite(URI.create(address)));
    }

    @Test
    void a_website_in_other_letters_is_kept_as_every_program_opens_it() {
        assertThat(withWebsite(URI.create("https://www.Ceolt\u00e1.ie:8443/a\u00e9?q=\u00e1#\u00e1"))
                        .website())
                .hasToString("https://www.xn--ceolt-1qa.ie:8443/a%C3%A9?q=%C3%A1#%C3%A1");
    }

    @Test
    void a_website_is_an_address_of_reasonable_length() {
        assertThat(withWebsite(URI.create("HTTPS://pub.example/")).website()).isNotNull();
        assertRefused("website", () -> withWebsite(URI.create("https://pub.example/" + "a".repeat(300))));
    }

    @Test
    void a_venue_does_not_change_with_the_lists_it_was_made_of() {
        List<String> names = new ArrayList<>(List.of("Old House"));
        List<Source> sources = new ArrayList<>(List.of(new Source("a", "1")));
        Venue venue = new Venue(
                SampleHouse.id("a"),
                "Brogan's",
                null,
                names,
                List.of(),
                Place.in(County.CLARE, "Ennis"),
                ENNIS,
                DUBLIN,
                null,
                null,
                sources,
                false,
                null);

        names.add("New House");
        sources.clear();

        assertThat(venue.otherNames()).containsExactly("Old House");
        assertThat(venue.sources()).containsExactly(new Source("a", "1"));
    }

    @Test
    void what_a_venue_states_is_kept_when_another_record_says_otherwise() {
        Venue other = new Venue(
                SampleHouse.id("other"),
                "Brogan's Bar",
                "Tigh U\u00ed Bhr\u00f3g\u00e1in",
                List.of(),
                List.of(),
                new Place("1 Elsewhere", "Inis", County.GALWAY, null, Country.IRELAND, true),
                SampleHouse.north(ENNIS, 30),
                ZoneId.of("Europe/London"),
                URI.create("https://other.example/"),
                "1",
                List.of(new Source("list", "7")),
                true,
                null);

        Venue enriched = ennis().enrichedBy(other);

        assertThat(enriched)
                .usingRecursiveComparison()
                .ignoringFields("otherNames", "sources", "place.gaeltacht")
                .isEqualTo(ennis());
        assertThat(enriched.otherNames())
                .containsExactly("The Old House", "Brogan's Bar", "Tigh U\u00ed Bhr\u00f3g\u00e1in");
        assertThat(enriched.sources())
                .containsExactly(new Source("list", "7"), new Source(Source.OPENSTREETMAP, "node/1"));
        assertThat(enriched.place().gaeltacht()).isTrue();
    }

    @Test
    void what_a_venue_lacks_is_taken_from_the_other_record() {
        Venue bare = bare("Brogan's Bar", ENNIS, new Source("list", "7"));

        Venue enriched = bare.enrichedBy(ennis());

        assertThat(enriched.id()).isEqualTo(bare.id());
        assertThat(enriched.name()).isEqualTo("Brogan's Bar");
        assertThat(enriched.irishName()).isEqualTo("Tigh Br\u00f3g\u00e1in");
        assertThat(enriched.otherNames()).containsExactly("Brogan's", "The Old House");
        assertThat(enriched.place()).isEqualTo(ennis().place());
        assertThat(enriched.website()).isEqualTo(ennis().website());
        assertThat(enriched.phone()).isEqualTo(ennis().phone());
    }

    @Test
    void learning_the_same_twice_adds_nothing() {
        Venue once = bare("Brogan's Bar", ENNIS).enrichedBy(ennis());

        assertThat(once.enrichedBy(ennis())).isEqualTo(once);
        assertThat(once.enrichedBy(once)).isEqualTo(once);
    }

    @Test
    void a_name_that_is_known_already_does_not_take_the_place_of_a_new_one() {
        String[] nine = IntStream.range(0, 9).mapToObj(i -> "Name " + i).toArray(String[]::new);
        Venue known = named("Brogan's", null, nine);

        Venue enriched = known.enrichedBy(named("Brogan's", null, "The Old House"));

        assertThat(enriched.otherNames()).hasSize(10).contains("The Old House");
        assertThat(enriched.enrichedBy(named("Brogan's", null, "Yet Another")).otherNames())
                .isEqualTo(enriched.otherNames());
    }

    private static Venue named(String name, String irishName, String... others) {
        return new Venue(
                SampleHouse.id(name),
                name,
                irishName,
                List.of(others),
                List.of(),
                Place.in(County.CLARE, "Ennis"),
                ENNIS,
                DUBLIN,
                null,
                null,
                List.of(),
                false,
                null);
    }

    private static Venue formerly(String... formerNames) {
        return venue(List.of("Old House"), List.of(formerNames), DUBLIN);
    }

    private static Venue timedBy(String zone) {
        return venue(List.of(), List.of(), ZoneId.of(zone));
    }

    private static Venue venue(List<String> otherNames, List<String> formerNames, ZoneId zone) {
        return new Venue(
                SampleHouse.id("a"),
                "Brogan's",
                null,
                otherNames,
                formerNames,
                Place.in(County.CLARE, "Ennis"),
                ENNIS,
                zone,
                null,
                null,
                List.of(),
                false,
                null);
    }

    private static Venue withWebsite(URI website) {
        return new Venue(
                SampleHouse.id("a"),
                "Brogan's",
                null,
                List.of(),
                List.of(),
                Place.in(County.CLARE, "Ennis"),
                ENNIS,
                DUBLIN,
                website,
                null,
                List.of(),
                false,
                null);
    }

    private static void assertRefused(String field, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

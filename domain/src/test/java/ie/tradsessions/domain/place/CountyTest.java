package ie.tradsessions.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountyTest {
    @Test
    void the_32_stand_in_the_alphabetical_order_of_their_english_names() {
        List<String> names =
                Arrays.stream(County.values()).map(County::englishName).toList();

        assertThat(names).hasSize(32).isSorted().startsWith("Antrim").endsWith("Wicklow");
    }

    @ParameterizedTest
    @EnumSource
    void a_county_is_known_by_every_name_of_its_own(County county) {
        assertThat(Stream.concat(
                        Stream.of(county.englishName(), county.irishName(), county.slug(), county.name()),
                        county.aliases().stream()))
                .allSatisfy(name -> {
                    assertThat(County.named(name)).contains(county);
                    assertThat(County.named("Co. " + name)).contains(county);
                    assertThat(County.named("CO " + name.toUpperCase(Locale.ROOT)))
                            .contains(county);
                    assertThat(County.named("county " + name.toLowerCase(Locale.ROOT)))
                            .contains(county);
                    assertThat(County.named("  Contae  " + withoutFadas(name))).contains(county);
                    assertThat(County.named(Normalizer.normalize(name, Normalizer.Form.NFD)))
                            .contains(county);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Londonderry, DERRY",
        "Co. Londonderry, DERRY",
        "Contae Dhoire, DERRY",
        "An Clár, CLARE",
        "Contae an Chláir, CLARE",
        "Co. an Chlair, CLARE",
        "Contae Dhún na nGall, DONEGAL",
        "dun na ngall, DONEGAL",
        "Contae na Gaillimhe, GALWAY",
        "Contae Chiarraí, KERRY",
        "Contae Chorcaí, CORK",
        "Co. Mhaigh Eo, MAYO",
        "Contae na Mí, MEATH",
        "Contae na hIarmhí, WESTMEATH",
        "Contae Thiobraid Árann, TIPPERARY",
        "Contae Bhaile Átha Cliath, DUBLIN",
        "Queen's County, LAOIS",
        "Queen\u2019s County, LAOIS",
        "Kings County, OFFALY",
        "Clare County, CLARE",
        "Galway City, GALWAY",
    })
    void a_county_is_known_as_people_write_it(String written, County county) {
        assertThat(County.named(written)).contains(county);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Co.", "County", "Contae", "Clar e", "Yorkshire", "Cla", "Co. Co. Clare", "..."})
    void what_is_no_county_has_none(String written) {
        assertThat(County.named(written)).isEmpty();
    }

    @Test
    void six_counties_are_in_northern_ireland() {
        assertThat(Arrays.stream(County.values()).filter(County::inNorthernIreland))
                .containsExactlyElementsOf(EnumSet.of(
                        County.ANTRIM, County.ARMAGH, County.DERRY, County.DOWN, County.FERMANAGH, County.TYRONE));
    }

    @ParameterizedTest
    @EnumSource
    void the_centre_of_a_county_lies_in_it(County county) {
        assertThat(CountyBoundaries.bundled().countyOf(county.centre())).contains(county);
    }

    private static String withoutFadas(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}

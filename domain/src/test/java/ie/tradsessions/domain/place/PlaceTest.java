package ie.tradsessions.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceTest {
    private static final Country US = new Country("US");

    @ParameterizedTest
    @EnumSource(County.class)
    void a_county_lies_in_its_country(County county) {
        Country country = Place.in(county, "A town").country();

        assertThat(country).isEqualTo(county.inNorthernIreland() ? Country.UNITED_KINGDOM : Country.IRELAND);
    }

    @Test
    void a_place_in_ireland_has_a_county() {
        assertRefused("county", null, Country.IRELAND, false);
    }

    @Test
    void a_place_in_britain_has_none() {
        assertThat(new Place(null, "London", null, null, Country.UNITED_KINGDOM, false).county())
                .isNull();
    }

    @Test
    void no_county_lies_abroad_or_on_the_other_side_of_the_border() {
        assertRefused("country", County.CLARE, US, false);
        assertRefused("country", County.DONEGAL, Country.UNITED_KINGDOM, false);
        assertRefused("country", County.DERRY, Country.IRELAND, false);
    }

    @Test
    void a_gaeltacht_lies_in_ireland() {
        assertThat(new Place(null, "An Spid\u00e9al", County.GALWAY, null, Country.IRELAND, true).gaeltacht())
                .isTrue();
        assertRefused("gaeltacht", null, US, true);
        assertRefused("gaeltacht", County.ANTRIM, Country.UNITED_KINGDOM, true);
    }

    @Test
    void what_nobody_has_told_is_null_and_not_blank() {
        Place place = new Place(" ", "", null, "\t", US, false);

        assertThat(place).isEqualTo(new Place(null, null, null, null, US, false));
    }

    private static void assertRefused(String field, County county, Country country, boolean gaeltacht) {
        assertThatThrownBy(() -> new Place(null, null, county, null, country, gaeltacht))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

package ie.tradsessions.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
    @ParameterizedTest
    @ValueSource(strings = {"ie", "IE", " Ie "})
    void a_code_may_be_written_in_any_case(String code) {
        assertThat(new Country(code)).isEqualTo(Country.IRELAND);
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new Country("ie")).isEqualTo(Country.IRELAND);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I", "IRL", "UK", "XX", "ZZ", "Ireland"})
    void a_country_is_one_of_iso_3166(String code) {
        assertThatThrownBy(() -> new Country(code))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("country"));
    }

    @Test
    void countries_stand_in_the_order_of_their_codes() {
        assertThat(Country.UNITED_KINGDOM).isLessThan(Country.IRELAND);
    }
}

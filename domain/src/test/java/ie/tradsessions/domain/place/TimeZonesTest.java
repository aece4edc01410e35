package ie.tradsessions.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z",
                "UTC",
                "GMT",
                "GMT0",
                "GMT+1",
                "UTC+01:00",
                "UT+1",
                "+01:00",
                "-5",
                "Etc/GMT+1",
                "Etc/UTC",
                "SystemV/EST5EDT",
                "EST5EDT",
                "EST",
                "CET",
                "Eire",
                "GB",
                "Europe/Atlantis",
                "Europe",
                "Europe/",
                "Dublin",
                ""
            })
    void a_time_zone_is_the_name_of_a_region_and_no_offset(String name) {
        assertThatThrownBy(() -> TimeZones.named("timeZone", name))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("timeZone: the IANA name of a region, such as Europe/Dublin");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Dublin, Europe/Dublin",
        "europe/dublin, Europe/Dublin",
        "America/New York, America/New_York",
        "' AMERICA/ARGENTINA/BUENOS_AIRES ', America/Argentina/Buenos_Aires",
        "US/Eastern, US/Eastern"
    })
    void a_name_may_be_in_any_case_and_with_blanks(String name, String zone) {
        assertThat(TimeZones.named("timeZone", name)).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        // Those furthest from the sun: Kashgar, the Pamirs, Attu, Dawson, Nome, Vigo, Coyhaique.
        "CN, 39.5, 76.0, Asia/Shanghai",
        "CN, 38.6, 73.5, Asia/Shanghai",
        "US, 52.9, 172.9, America/Adak",
        "CA, 64.1, -139.4, America/Dawson",
        "US, 64.5, -165.4, America/Nome",
        "ES, 42.2, -8.7, Europe/Madrid",
        "CL, -45.6, -72.1, America/Coyhaique",
        "AR, -54.8, -68.3, America/Argentina/Ushuaia",
        // Behind it: Recife, Svalbard, Arunachal.
        "BR, -8.1, -34.9, America/Recife",
        "SJ, 80.0, 33.0, Arctic/Longyearbyen",
        "IN, 28.0, 97.4, Asia/Kolkata",
        // Across the date line.
        "KI, 1.9, -157.4, Pacific/Kiritimati",
        "WS, -13.8, -171.8, Pacific/Apia",
        "FJ, -16.8, -180.0, Pacific/Fiji",
        "NZ, -43.9, -176.5, Pacific/Chatham",
        "AQ, -78.5, 106.9, Antarctica/Vostok",
        // Other names of one clock.
        "US, 40.7, -74.0, US/Eastern",
        "CA, 45.5, -73.6, America/New_York",
        "IN, 22.5, 88.4, Asia/Calcutta",
        "IE, 52.8, -9.0, Europe/Dublin",
        "GB, 54.6, -5.9, Europe/Belfast"
    })
    void no_place_where_people_live_is_refused_its_own_zone(String country, double lat, double lon, String zone) {
        assertThat(checked(country, lat, lon, zone)).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "IE, 52.8, -9.0, America/New_York, 'Europe/Dublin in IE, not America/New_York'",
        "IE, 52.8, -9.0, Europe/Paris, 'Europe/Dublin in IE, not Europe/Paris'",
        "GB, 54.6, -5.9, Europe/Paris, 'Europe/London in GB, not Europe/Paris'",
        "FR, 48.9, 2.4, Europe/Dublin, 'Europe/Paris in FR, not Europe/Dublin'",
        "US, 42.4, -71.1, Europe/Dublin, 'America/New_York, America/Detroit, America/Kentucky/Louisville or another"
                + " zone in US, not Europe/Dublin'",
        "US, 42.4, -71.1, Pacific/Honolulu, 'the zone of the place where the venue is; at its longitude the clock is"
                + " not that of Pacific/Honolulu'",
        "JP, 35.7, 139.7, Asia/Shanghai, 'Asia/Tokyo in JP, not Asia/Shanghai'",
        "FR, 48.9, 2.4, UTC, 'the IANA name of a region, such as Europe/Dublin; UTC is none'",
        "FR, 48.9, 2.4, +01:00, 'the IANA name of a region, such as Europe/Dublin; +01:00 is none'"
    })
    void a_zone_that_is_not_that_of_the_place_is_refused(
            String country, double lat, double lon, String zone, String allowed) {
        assertThatThrownBy(() -> checked(country, lat, lon, zone)).hasMessage("timeZone: " + allowed);
    }

    @Test
    void each_country_has_a_zone_and_the_runtime_knows_each_of_them() {
        for (String code : Locale.getISOCountries()) {
            Country country = new Country(code);
            List<String> zones = TimeZones.zonesOf(country);
            // Nobody lives on Bouvet Island, nor on Heard Island.
            assertThat(zones.isEmpty()).as(code).isEqualTo(List.of("BV", "HM").contains(code));
            assertThat(zones)
                    .allMatch(zone -> TimeZones.named("timeZone", zone).getId().equals(zone));
        }
    }

    @Property
    void whatever_is_typed_is_a_region_or_refused(@ForAll("names") String name) {
        try {
            assertThat(TimeZones.named("timeZone", name).getId()).contains("/").doesNotStartWith("Etc");
        } catch (InvalidValue refused) {
            assertThat(refused.field()).isEqualTo("timeZone");
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of(ZoneId.getAvailableZoneIds()), Arbitraries.strings());
    }

    private static ZoneId checked(String country, double lat, double lon, String zone) {
        return TimeZones.checked("timeZone", ZoneId.of(zone), new Country(country), new GeoPoint(lat, lon));
    }
}

package ie.tradsessions.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountyBoundariesTest {
    private final CountyBoundaries boundaries = CountyBoundaries.bundled();

    @ParameterizedTest
    @CsvSource({
        "52.8436, -8.9863, CLARE", // Ennis
        "53.2724, -9.0491, GALWAY",
        "54.6503, -8.1096, DONEGAL", // Donegal town
        "54.5997, -5.9320, ANTRIM", // Belfast, west of the Lagan
        "54.3503, -6.6528, ARMAGH",
        "54.9964, -7.3203, DERRY",
        "54.3287, -5.7157, DOWN", // Downpatrick
        "54.3448, -7.6315, FERMANAGH", // Enniskillen
        "54.5977, -7.3100, TYRONE", // Omagh
        "53.3441, -6.2675, DUBLIN",
        "52.1409, -10.2671, KERRY", // Dingle
        "52.5118, -7.8881, TIPPERARY", // Cashel
        "52.6541, -7.2448, KILKENNY",
        "53.0344, -7.2998, LAOIS", // Portlaoise
    })
    void a_town_lies_in_its_county(double latitude, double longitude, County county) {
        assertThat(countyOf(latitude, longitude)).contains(county);
    }

    @ParameterizedTest
    @CsvSource({
        "52.8071, -8.4425, CLARE", // Killaloe, and across its bridge
        "52.8080, -8.4345, TIPPERARY", // Ballina
        "54.8270, -7.4660, TYRONE", // Strabane
        "54.8330, -7.4790, DONEGAL", // Lifford
        "53.6720, -7.9880, LONGFORD", // Lanesborough
        "53.6742, -7.9965, ROSCOMMON", // Ballyleague
        "52.2592, -7.1110, WATERFORD",
        "53.7150, -6.3520, LOUTH", // Drogheda
        "53.2020, -6.0990, WICKLOW", // Bray
        "54.1770, -6.3380, DOWN", // Newry
    })
    void towns_on_both_sides_of_a_border_are_told_apart(double latitude, double longitude, County county) {
        assertThat(countyOf(latitude, longitude)).contains(county);
    }

    @ParameterizedTest
    @CsvSource({
        "53.1240, -9.6700, GALWAY", // Inis Mór
        "53.0610, -9.5180, GALWAY", // Inis Oírr, nearer to Clare
        "55.2646, -8.2290, DONEGAL", // Tory
        "51.4400, -9.5050, CORK", // Cape Clear
        "55.2920, -6.1950, ANTRIM", // Rathlin
        "53.7030, -10.1100, MAYO", // Inishturk
    })
    void an_island_belongs_to_its_county(double latitude, double longitude, County county) {
        assertThat(countyOf(latitude, longitude)).contains(county);
    }

    @ParameterizedTest
    @CsvSource({
        "53.2850, -6.0700, DUBLIN", // Dublin Bay
        "52.9700, -9.4700, CLARE", // off the cliffs of Moher
        "51.7000, -8.4500, CORK", // off Kinsale
    })
    void a_position_a_little_off_the_coast_belongs_to_the_nearest_county(
            double latitude, double longitude, County county) {
        assertThat(countyOf(latitude, longitude)).contains(county);
    }

    @ParameterizedTest
    @CsvSource({
        "51.5074, -0.1278", // London
        "55.4250, -5.6050", // Campbeltown, the nearest town of Scotland
        "54.1500, -4.4800", // Isle of Man
        "53.3090, -4.6330", // Holyhead
        "53.0000, -11.5000", // the Atlantic
        "53.5000, -5.2000", // the Irish Sea
        "0, 0",
        "90, 0",
        "-90, 180",
        "53.5, 180",
    })
    void what_lies_outside_ireland_has_no_county(double latitude, double longitude) {
        assertThat(countyOf(latitude, longitude)).isEmpty();
    }

    @Test
    void the_boundaries_are_read_once() {
        assertThat(CountyBoundaries.bundled()).isSameAs(boundaries);
    }

    @Property
    void no_place_in_the_heart_of_the_island_is_without_a_county(
            @ForAll @DoubleRange(min = 52.2, max = 54.2) double latitude,
            @ForAll @DoubleRange(min = -8.5, max = -6.6) double longitude) {
        assertThat(countyOf(latitude, longitude)).isPresent();
    }

    @Property
    void every_position_on_earth_has_an_answer_and_only_irish_ones_have_a_county(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        boolean nearIreland = latitude > 51.3 && latitude < 55.5 && longitude > -10.8 && longitude < -5.2;

        assertThat(countyOf(latitude, longitude).isPresent() && !nearIreland).isFalse();
    }

    private Optional<County> countyOf(double latitude, double longitude) {
        return boundaries.countyOf(new GeoPoint(latitude, longitude));
    }
}

package ie.tradsessions.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ie.tradsessions.domain.InvalidValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Points.class)
class GeoPointTest {
    private static final double HALF_ROUND = Math.PI * GeoPoint.EARTH_RADIUS_METRES;

    /** Great-circle distances on the same sphere, worked out elsewhere from the angle between two vectors. */
    @ParameterizedTest
    @CsvSource({
        "53.3498, -6.2603,  53.2707, -9.0568,  185987.28, 0.01", // Dublin to Galway
        "53.3498, -6.2603,  40.7128, -74.0060, 5114892.24, 0.01", // Dublin to New York
        "51.8985, -8.4756,  55.2050, -6.6533,  386837.99, 0.01", // Cork to Portrush
        "0, 0,              0, 1,              111195.08, 0.01",
        "0, 179.5,          0, -179.5,         111195.08, 0.01",
        "89.5, 0,           89.5, 180,         111195.08, 0.01",
        "-90, 12,           90, 77,            20015114.4, 0.1",
    })
    void known_distances_are_right(
            double lat, double lon, double otherLat, double otherLon, double metres, double tolerance) {
        assertThat(new GeoPoint(lat, lon).metresTo(new GeoPoint(otherLat, otherLon)))
                .isCloseTo(metres, within(tolerance));
    }

    @Property
    void it_is_as_far_there_as_back(@ForAll GeoPoint here, @ForAll GeoPoint there) {
        assertThat(here.metresTo(there)).isEqualTo(there.metresTo(here));
    }

    @Property
    void a_way_round_is_never_shorter(@ForAll GeoPoint one, @ForAll GeoPoint two, @ForAll GeoPoint three) {
        // Near antipodes the arc sine loses digits: half a metre in twenty thousand kilometres.
        assertThat(one.metresTo(three)).isLessThanOrEqualTo(one.metresTo(two) + two.metresTo(three) + 0.5);
    }

    @Property
    void no_distance_is_negative_or_longer_than_half_way_round(@ForAll GeoPoint here, @ForAll GeoPoint there) {
        assertThat(here.metresTo(there)).isBetween(0.0, Math.nextUp(HALF_ROUND));
        assertThat(here.metresTo(here)).isZero();
    }

    @Property
    void the_antipode_is_half_way_round(@ForAll GeoPoint here) {
        double longitude = here.longitude() > 0 ? here.longitude() - 180 : here.longitude() + 180;
        GeoPoint antipode = new GeoPoint(-here.latitude(), longitude);
        assertThat(here.metresTo(antipode)).isCloseTo(HALF_ROUND, within(0.5));
    }

    @Property
    void every_longitude_of_a_pole_is_the_pole(@ForAll GeoPoint here, @ForAll GeoPoint other) {
        GeoPoint pole = new GeoPoint(90, other.longitude());
        assertThat(here.metresTo(pole)).isCloseTo(here.metresTo(new GeoPoint(90, 0)), within(1e-3));
    }

    @Property
    void distance_agrees_with_the_angle_between_two_vectors(@ForAll GeoPoint here, @ForAll GeoPoint there) {
        assertThat(here.metresTo(there)).isCloseTo(byVectors(here, there), within(0.5));
    }

    @Test
    void the_180th_meridian_is_one_line_and_zero_has_no_sign() {
        assertThat(new GeoPoint(10, 180)).isEqualTo(new GeoPoint(10, -180));
        assertThat(new GeoPoint(-0.0, -0.0)).isEqualTo(new GeoPoint(0.0, 0.0));
    }

    @ParameterizedTest
    @CsvSource({
        "90.0001, 0, lat",
        "-90.0001, 0, lat",
        "NaN, 0, lat",
        "0, 180.0001, lon",
        "0, -181, lon",
        "0, NaN, lon",
        "Infinity, 0, lat",
        "0, -Infinity, lon"
    })
    void a_point_that_is_not_on_earth_is_refused(double latitude, double longitude, String field) {
        assertThatThrownBy(() -> new GeoPoint(latitude, longitude))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static double byVectors(GeoPoint one, GeoPoint other) {
        double[] a = vector(one);
        double[] b = vector(other);
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return GeoPoint.EARTH_RADIUS_METRES * Math.atan2(Math.sqrt(x * x + y * y + z * z), dot);
    }

    private static double[] vector(GeoPoint point) {
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }
}

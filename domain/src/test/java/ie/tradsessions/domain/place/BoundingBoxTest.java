package ie.tradsessions.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Points.class)
@Domain(DomainContext.Global.class)
class BoundingBoxTest {
    @Property
    void the_box_around_a_circle_holds_every_point_of_the_circle(
            @ForAll GeoPoint centre,
            @ForAll("radii") double metres,
            @ForAll @DoubleRange(min = 0, max = 360) double bearing,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        GeoPoint point = destination(centre, metres * share, bearing);
        Assume.that(centre.metresTo(point) <= metres);

        assertThat(BoundingBox.around(centre, metres).contains(point)).isTrue();
    }

    @Property
    void a_point_outside_the_box_is_further_away_than_its_radius(
            @ForAll GeoPoint centre, @ForAll GeoPoint point, @ForAll("radii") double metres) {
        if (!BoundingBox.around(centre, metres).contains(point)) {
            assertThat(centre.metresTo(point)).isGreaterThan(metres);
        }
    }

    @Property
    void the_edge_of_a_circle_lies_in_its_box_even_to_the_last_bit(
            @ForAll GeoPoint centre,
            @ForAll("radii") double metres,
            @ForAll @DoubleRange(min = 0, max = 360) double bearing) {
        GeoPoint edge = destination(centre, metres, bearing);

        assertThat(BoundingBox.around(centre, centre.metresTo(edge)).contains(edge))
                .isTrue();
    }

    @Test
    void the_box_around_a_circle_is_small() {
        BoundingBox box = BoundingBox.around(new GeoPoint(53.27, -9.05), 25_000);

        assertThat(box.north() - box.south()).isBetween(0.449, 0.451);
        assertThat(box.east() - box.west()).isBetween(0.75, 0.76);
    }

    @Property
    void boxes_side_by_side_share_no_point_and_leave_none_out(
            @ForAll GeoPoint point,
            @ForAll @DoubleRange(min = -89, max = 89) double parallel,
            @ForAll @DoubleRange(min = -179, max = 179) double meridian) {
        BoundingBox[] quarters = {
            new BoundingBox(-180, -90, meridian, parallel),
            new BoundingBox(meridian, -90, 180, parallel),
            new BoundingBox(-180, parallel, meridian, 90),
            new BoundingBox(meridian, parallel, 180, 90),
        };
        assertThat(quarters).filteredOn(quarter -> quarter.contains(point)).hasSize(1);
    }

    @Property
    void a_point_on_a_shared_edge_belongs_to_one_box(
            @ForAll @DoubleRange(min = -89, max = 89) double parallel,
            @ForAll @DoubleRange(min = -179, max = 179) double meridian) {
        GeoPoint corner = new GeoPoint(parallel, meridian);

        assertThat(new BoundingBox(meridian, parallel, 180, 90).contains(corner))
                .isTrue();
        assertThat(new BoundingBox(-180, parallel, meridian, 90).contains(corner))
                .isFalse();
        assertThat(new BoundingBox(meridian, -90, 180, parallel).contains(corner))
                .isFalse();
    }

    @Test
    void a_box_may_cross_the_180th_meridian() {
        BoundingBox fiji = new BoundingBox(176, -21, -178, -12);

        assertThat(fiji.contains(new GeoPoint(-18, 178))).isTrue();
        assertThat(fiji.contains(new GeoPoint(-18, 180))).isTrue();
        assertThat(fiji.contains(new GeoPoint(-18, -179))).isTrue();
        assertThat(fiji.contains(new GeoPoint(-18, -178))).isFalse();
        assertThat(fiji.contains(new GeoPoint(-18, 175.9))).isFalse();
        assertThat(fiji.contains(new GeoPoint(-18, 0))).isFalse();
    }

    @Test
    void a_box_may_end_or_start_at_the_180th_meridian() {
        GeoPoint onIt = new GeoPoint(0, 180);

        assertThat(new BoundingBox(170, -10, 180, 10).contains(onIt)).isFalse();
        assertThat(new BoundingBox(170, -10, 180, 10).contains(new GeoPoint(0, 179.999)))
                .isTrue();
        assertThat(new BoundingBox(180, -10, -170, 10).contains(onIt)).isTrue();
        assertThat(new BoundingBox(-180, -10, -170, 10).contains(onIt)).isTrue();
        assertThat(new BoundingBox(170, -10, -180, 10).contains(onIt)).isFalse();
        assertThat(new BoundingBox(170, -10, -180, 10).contains(new GeoPoint(0, 179)))
                .isTrue();
    }

    @Test
    void the_north_pole_belongs_to_the_box_that_reaches_it() {
        assertThat(new BoundingBox(-180, 80, 180, 90).contains(new GeoPoint(90, 0)))
                .isTrue();
        assertThat(new BoundingBox(-180, 80, 180, 89.9).contains(new GeoPoint(89.9, 0)))
                .isFalse();
        assertThat(new BoundingBox(-180, -90, 180, -80).contains(new GeoPoint(-90, 0)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 10, 10",
        "0, 20, 10, 10",
        "0, -91, 10, 10",
        "0, 0, 10, 91",
        "10, 0, 10, 10",
        "-181, 0, 10, 10",
        "0, 0, 181, 10",
        "NaN, 0, 10, 10",
        "0, NaN, 10, 10",
        "0, 0, NaN, 10",
        "0, 0, 10, NaN",
        "180, 0, -180, 10"
    })
    void a_box_without_an_inside_is_refused(double west, double south, double east, double north) {
        assertThatThrownBy(() -> new BoundingBox(west, south, east, north))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("bbox"));
    }

    @Provide
    Arbitrary<Double> radii() {
        return Arbitraries.doubles().between(0.001, 200_000).ofScale(3);
    }

    /** Where one arrives after so many metres on a great circle that starts in a direction. */
    private static GeoPoint destination(GeoPoint from, double metres, double bearing) {
        double angle = metres / GeoPoint.EARTH_RADIUS_METRES;
        double latitude = Math.toRadians(from.latitude());
        double course = Math.toRadians(bearing);
        double sine = Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(course);
        double arrival = Math.asin(Math.clamp(sine, -1, 1));
        double turned = Math.atan2(
                Math.sin(course) * Math.sin(angle) * Math.cos(latitude),
                Math.cos(angle) - Math.sin(latitude) * Math.sin(arrival));
        double longitude = from.longitude() + Math.toDegrees(turned);
        return new GeoPoint(Math.clamp(Math.toDegrees(arrival), -90, 90), Math.clamp(wrapped(longitude), -180, 180));
    }

    private static double wrapped(double longitude) {
        if (longitude > 180) {
            return longitude - 360;
        }
        return longitude < -180 ? longitude + 360 : longitude;
    }
}

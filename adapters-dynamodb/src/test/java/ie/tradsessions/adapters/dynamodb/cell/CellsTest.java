package ie.tradsessions.adapters.dynamodb.cell;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CellsTest {
    @Property(tries = 3000)
    void a_covering_misses_no_point_of_a_box(
            @ForAll("boxes") BoundingBox box,
            @ForAll @DoubleRange(max = 1) double east,
            @ForAll @DoubleRange(max = 1) double north,
            @ForAll @DoubleRange(min = 1, max = 1e6) double expected) {
        GeoPoint point = pointOf(box, east, north);
        Assume.that(box.contains(point));

        assertThat(Cells.covering(box, expected))
                .filteredOn(range -> range.holds(Cells.of(point)))
                .hasSize(1);
    }

    @Property(tries = 3000)
    void a_covering_of_a_circle_misses_no_point_of_it(
            @ForAll("points") GeoPoint centre,
            @ForAll @DoubleRange(min = 1, max = 200_000) double metres,
            @ForAll @DoubleRange(max = 1) double east,
            @ForAll @DoubleRange(max = 1) double north) {
        BoundingBox box = BoundingBox.around(centre, metres);
        GeoPoint point = pointOf(box, east, north);
        Assume.that(centre.metresTo(point) <= metres);

        assertThat(Cells.covering(box, 20))
                .filteredOn(range -> range.holds(Cells.of(point)))
                .hasSize(1);
    }

    @Property
    void a_covering_has_at_most_four_ranges_or_one_for_each_partition(
            @ForAll("boxes") BoundingBox box, @ForAll @DoubleRange(min = 1, max = 1e6) double expected) {
        List<CellRange> ranges = Cells.covering(box, expected);

        Set<String> partitions = new HashSet<>();
        ranges.forEach(range -> partitions.add(range.partition()));
        assertThat(ranges).hasSizeLessThanOrEqualTo(Math.max(Cells.MAX_RANGES, partitions.size()));
    }

    @Property
    void up_to_71_degrees_a_circle_of_200_km_is_at_most_four_ranges(
            @ForAll @DoubleRange(min = -71, max = 71) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        BoundingBox box = BoundingBox.around(new GeoPoint(latitude, longitude), 200_000);

        assertThat(Cells.covering(box, 20)).hasSizeLessThanOrEqualTo(Cells.MAX_RANGES);
    }

    @Property
    void where_much_is_expected_little_is_read_besides(@ForAll("boxes") BoundingBox box) {
        long exact = squares(Cells.covering(box, 1e9));

        assertThat(squares(Cells.covering(box, 1))).isGreaterThanOrEqualTo(exact);
    }

    @Property
    void an_area_of_a_box_is_the_area_of_each_of_its_points(
            @ForAll("boxes") BoundingBox box,
            @ForAll @DoubleRange(max = 1) double east,
            @ForAll @DoubleRange(max = 1) double north) {
        GeoPoint point = pointOf(box, east, north);
        Assume.that(box.contains(point));
        List<String> areas = Cells.areasOf(box, Integer.MAX_VALUE);

        assertThat(areas).contains(Cells.area(point)).doesNotHaveDuplicates();
    }

    @Property
    void no_areas_are_better_than_too_many(
            @ForAll("boxes") BoundingBox box, @ForAll @IntRange(min = 1, max = 9) int most) {
        assertThat(Cells.areasOf(box, most)).hasSizeLessThanOrEqualTo(most);
    }

    @Example
    void areas_are_geohashes() {
        assertThat(Cells.area(new GeoPoint(53.3498, -6.2603))).isEqualTo("gc7");
        assertThat(Cells.area(new GeoPoint(53.2707, -9.0568))).isEqualTo("gc3");
        assertThat(Cells.area(new GeoPoint(-36.8509, 174.7645))).isEqualTo("rck");
    }

    @Example
    void the_poles_and_the_180th_meridian_have_cells() {
        assertThat(Cells.of(new GeoPoint(90, 0)).fine()).hasSize(6);
        assertThat(Cells.of(new GeoPoint(-90, -180)).partition()).hasSize(2);
        BoundingBox fiji = BoundingBox.around(new GeoPoint(-16.793, -179.981), 25_000);
        assertThat(Cells.covering(fiji, 20))
                .anyMatch(range -> range.holds(Cells.of(new GeoPoint(-16.79, 179.9))))
                .anyMatch(range -> range.holds(Cells.of(new GeoPoint(-16.79, -179.9))));
    }

    private static long squares(List<CellRange> ranges) {
        return ranges.stream()
                .mapToLong(range -> number(range.to()) - number(range.from()) + 1)
                .sum();
    }

    private static long number(String fine) {
        long number = 0;
        for (int i = 0; i < fine.length(); i++) {
            number = number << 5 | "0123456789bcdefghjkmnpqrstuvwxyz".indexOf(fine.charAt(i));
        }
        return number;
    }

    private static GeoPoint pointOf(BoundingBox box, double east, double north) {
        double width = box.east() - box.west();
        double longitude = box.west() + east * (width <= 0 ? width + 360 : width);
        return new GeoPoint(
                box.south() + north * (box.north() - box.south()), longitude > 180 ? longitude - 360 : longitude);
    }

    @Provide
    Arbitrary<GeoPoint> points() {
        return Combinators.combine(latitudes(), longitudes()).as(GeoPoint::new);
    }

    /** From some metres to all of the earth, also across the 180th meridian. */
    @Provide
    Arbitrary<BoundingBox> boxes() {
        Arbitrary<Double> sizes =
                Arbitraries.doubles().between(-4, 2.2).ofScale(4).map(power -> Math.pow(10, power));
        return Combinators.combine(points(), sizes, sizes).as((corner, width, height) -> {
            double south = Math.min(corner.latitude(), 89.9);
            double east = corner.longitude() + width;
            return new BoundingBox(
                    corner.longitude(), south, east > 180 ? east - 360 : east, Math.min(90, south + height));
        });
    }

    private static Arbitrary<Double> latitudes() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.doubles().between(-90, 90).ofScale(7)),
                Tuple.of(1, Arbitraries.of(-90.0, -45.0, 0.0, 45.0, 90.0)));
    }

    private static Arbitrary<Double> longitudes() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.doubles().between(-180, 180).ofScale(7)),
                Tuple.of(1, Arbitraries.of(-180.0, -179.999, -90.0, 0.0, 179.999, 180.0)));
    }
}

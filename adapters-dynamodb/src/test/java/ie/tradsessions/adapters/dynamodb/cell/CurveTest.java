package ie.tradsessions.adapters.dynamodb.cell;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.cell.Curve.Stretch;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CurveTest {
    @Property(tries = 8)
    void every_square_has_one_number_and_the_next_number_is_beside_it(@ForAll @IntRange(min = 1, max = 8) int order) {
        Curve curve = new Curve(order);
        int side = 1 << order;
        TreeMap<Long, long[]> squares = new TreeMap<>();
        for (int column = 0; column < side; column++) {
            for (int row = 0; row < side; row++) {
                squares.put(curve.numberOf(middle(column, row, side)), new long[] {column, row});
            }
        }

        assertThat(squares).hasSize(side * side);
        assertThat(squares.lastKey()).isEqualTo((long) side * side - 1);
        long[] before = squares.get(0L);
        for (long number = 1; number < (long) side * side; number++) {
            long[] here = squares.get(number);
            assertThat(Math.abs(here[0] - before[0]) + Math.abs(here[1] - before[1]))
                    .isEqualTo(1);
            before = here;
        }
    }

    @Property
    void stretches_are_in_order_and_apart_and_within_one_coarse_square_each(
            @ForAll @DoubleRange(min = -179, max = 179) double west,
            @ForAll @DoubleRange(min = -89, max = 89) double south,
            @ForAll @DoubleRange(min = 0.01, max = 60) double width,
            @ForAll @DoubleRange(min = 0.01, max = 60) double height) {
        Curve curve = new Curve(20);
        double east = west + width;
        BoundingBox box = new BoundingBox(west, south, east > 180 ? east - 360 : east, Math.min(90, south + height));

        List<Stretch> stretches = curve.covering(box, Cells.COARSE);

        long last = -1;
        for (Stretch stretch : stretches) {
            assertThat(stretch.first()).isGreaterThan(last);
            assertThat(stretch.last()).isGreaterThanOrEqualTo(stretch.first());
            assertThat(curve.together(stretch.first(), stretch.last(), Cells.COARSE))
                    .isTrue();
            last = stretch.last();
        }
    }

    @Example
    void the_whole_earth_is_every_square() {
        long squares = new Curve(5)
                .covering(new BoundingBox(-180, -90, 180, 90), 0).stream()
                        .mapToLong(Stretch::squares)
                        .sum();

        assertThat(squares).isEqualTo(1024);
    }

    private static GeoPoint middle(int column, int row, int side) {
        return new GeoPoint((row + 0.5) * 180 / side - 90, (column + 0.5) * 360 / side - 180);
    }
}

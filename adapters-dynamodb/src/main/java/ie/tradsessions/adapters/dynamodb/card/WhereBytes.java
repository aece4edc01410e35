package ie.tradsessions.adapters.dynamodb.card;

import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points, countries and time zones in bytes. */
final class WhereBytes {
    /** By their numbers, which begin with 1: zones may be added at the end, and none may move. */
    private static final List<String> COMMON_ZONES = List.of(
            "Europe/Dublin",
            "Europe/London",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "America/Toronto",
            "America/Vancouver",
            "Australia/Sydney",
            "Australia/Melbourne",
            "Australia/Brisbane",
            "Australia/Perth",
            "Pacific/Auckland",
            "Asia/Tokyo",
            "Europe/Berlin",
            "Europe/Paris",
            "Europe/Madrid",
            "Europe/Rome",
            "Europe/Amsterdam",
            "Europe/Brussels",
            "Europe/Vienna",
            "Europe/Zurich",
            "Europe/Copenhagen",
            "Europe/Oslo",
            "Europe/Stockholm",
            "Europe/Helsinki",
            "Europe/Prague",
            "Europe/Warsaw");

    private WhereBytes() {}

    static boolean isWhole(GeoPoint point) {
        return whole(point.latitude()) / ByteWriter.PER_DEGREE == point.latitude()
                && whole(point.longitude()) / ByteWriter.PER_DEGREE == point.longitude();
    }

    /** @param whole whether {@link #isWhole}, which the reader must be told */
    static void writePoint(ByteWriter to, GeoPoint point, boolean whole) {
        if (whole) {
            to.fixed(whole(point.latitude()));
            to.fixed(whole(point.longitude()));
        } else {
            to.fixed(point.latitude());
            to.fixed(point.longitude());
        }
    }

    static GeoPoint readPoint(ByteReader from, boolean whole) {
        return whole
                ? new GeoPoint(from.fixedInt() / ByteWriter.PER_DEGREE, from.fixedInt() / ByteWriter.PER_DEGREE)
                : new GeoPoint(from.fixedDouble(), from.fixedDouble());
    }

    private static int whole(double degrees) {
        return (int) Math.round(degrees * ByteWriter.PER_DEGREE);
    }

    /** A county says its country. */
    static void writeCountry(ByteWriter to, @Nullable County county, Country country) {
        if (county == null) {
            to.octet(country.code().charAt(0));
            to.octet(country.code().charAt(1));
        } else if (country.equals(countryOf(county))) {
            to.octet(Constants.numberOf(county));
        } else {
            throw new IllegalArgumentException(county + " is not in " + country);
        }
    }

    static Country readCountry(ByteReader from, @Nullable County county) {
        return county == null
                ? new Country(String.valueOf(new char[] {(char) from.octet(), (char) from.octet()}))
                : countryOf(county);
    }

    private static Country countryOf(County county) {
        return county.inNorthernIreland() ? Country.UNITED_KINGDOM : Country.IRELAND;
    }

    static void writeZone(ByteWriter to, ZoneId zone) {
        int number = COMMON_ZONES.indexOf(zone.getId()) + 1;
        to.octet(number);
        if (number == 0) {
            to.text(zone.getId());
        }
    }

    static ZoneId readZone(ByteReader from) {
        int number = from.octet();
        if (number > COMMON_ZONES.size()) {
            throw new UnreadableBytes("no time zone has the number " + number);
        }
        return ZoneId.of(number == 0 ? from.text() : COMMON_ZONES.get(number - 1));
    }
}

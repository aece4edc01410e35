package ie.tradsessions.infrastructure.local.importing;

import java.util.Map;

/** The box around what is drawn on the earth, in whose middle it lies. */
final class Outline {
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;

    /** The same, where the degrees are counted from 0 to 360: there the 180th meridian is no edge. */
    private double westOf360 = Double.POSITIVE_INFINITY;

    private double eastOf360 = Double.NEGATIVE_INFINITY;

    void addLatitude(double degrees) {
        south = Math.min(south, degrees);
        north = Math.max(north, degrees);
    }

    void addLongitude(double degrees) {
        west = Math.min(west, degrees);
        east = Math.max(east, degrees);
        double of360 = degrees < 0 ? degrees + 360 : degrees;
        westOf360 = Math.min(westOf360, of360);
        eastOf360 = Math.max(eastOf360, of360);
    }

    /** Puts the position of the middle among the fields of a record, if anything was added. */
    void putMiddle(Map<String, String> fields) {
        if (south <= north && west <= east) {
            fields.put(FileRecord.LATITUDE, Double.toString((south + north) / 2));
            fields.put(FileRecord.LONGITUDE, Double.toString(middleLongitude()));
        }
    }

    /** Whatever is wider than half the earth goes round the other way. */
    private double middleLongitude() {
        if (east - west <= 180 || eastOf360 - westOf360 > 180) {
            return (west + east) / 2;
        }
        double middle = (westOf360 + eastOf360) / 2;
        return middle > 180 ? middle - 360 : middle;
    }
}

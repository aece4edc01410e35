package ie.tradsessions.benchmarks;

import java.util.List;

/**
 * How the requests of a month fall into its days: the evening, when people look for where to go, and the rest.
 *
 * @param eveningHours of each day; between 0 and 24
 * @param eveningTimes how many times as much is asked then as on average; at most as often as gives the whole day
 */
record Rhythm(double eveningHours, double eveningTimes) {
    static final int DAYS = 30;

    private static final int HOURS = 24;
    private static final double SECONDS = 3_600;

    /**
     * @param seconds of it in a month
     * @param rate requests in each second
     */
    record Stretch(double seconds, double rate) {}

    Rhythm {
        if (!(eveningHours > 0 && eveningHours < HOURS)) {
            throw new IllegalArgumentException("eveningHours: " + eveningHours + " is not between 0 and " + HOURS);
        }
        if (!(eveningTimes >= 0 && eveningHours * eveningTimes <= HOURS)) {
            throw new IllegalArgumentException(
                    "eveningTimes: " + eveningTimes + " is not between 0 and " + HOURS / eveningHours);
        }
    }

    static Rhythm of(Prices prices) {
        return new Rhythm(prices.number("evening.hours"), prices.number("evening.times"));
    }

    Stretch evening(double requestsAMonth) {
        return new Stretch(DAYS * eveningHours * SECONDS, average(requestsAMonth) * eveningTimes);
    }

    List<Stretch> stretches(double requestsAMonth) {
        double hours = HOURS - eveningHours;
        double rate = average(requestsAMonth) * (HOURS - eveningHours * eveningTimes) / hours;
        return List.of(evening(requestsAMonth), new Stretch(DAYS * hours * SECONDS, rate));
    }

    private static double average(double requestsAMonth) {
        return requestsAMonth / (DAYS * HOURS * SECONDS);
    }
}

package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.application.ReadConsistency;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What each environment costs in a month, whether anybody comes or not. */
final class Upkeep {
    /** What a fold reads where nothing is stored: the snapshot's head, its one chunk, and the journal. */
    private static final double READ_UNITS_OF_EMPTY_FOLD = 2.5;

    private static final double BYTES_OF_A_GB = 1e9;
    private static final double BYTES_OF_A_READ_UNIT = 4_096;

    enum Environment {
        DEV,
        TEST,
        PROD;

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is charged by how many of it there are.
     *
     * @param counted as {@code prices.properties} calls it, behind the environment
     */
    private record Charge(String title, String price, String counted) {}

    private static final List<Charge> CHARGES = List.of(
            new Charge("metrics that alarms look at", "cloudwatch.alarm-metric", "alarm-metrics"),
            new Charge("composite alarms", "cloudwatch.composite-alarm", "composite-alarms"),
            new Charge("metrics of our own", "cloudwatch.custom-metric", "custom-metrics"),
            new Charge("dashboards", "cloudwatch.dashboard", "dashboards"),
            new Charge("keys", "kms.key", "keys"),
            new Charge("secrets", "secrets-manager.secret", "secrets"),
            new Charge("web ACLs", "waf.web-acl", "web-acls"),
            new Charge("their rules", "waf.rule", "waf-rules"));

    private final Prices prices;
    private final LoadTable.Measured load;

    /** @param load of the index of prod; dev and test are empty */
    Upkeep(Prices prices, LoadTable.Measured load) {
        this.prices = prices;
        this.load = load;
    }

    /** What there is besides the data and what is done with them. */
    double idle(Environment environment) {
        double charged = CHARGES.stream()
                .mapToDouble(charge -> charged(charge, environment))
                .sum();
        return charged + zone(environment) + guardDuty(environment);
    }

    double total(Environment environment) {
        return idle(environment) + folds(environment) + stored(environment);
    }

    private double charged(Charge charge, Environment environment) {
        return prices.number("idle." + environment.title() + "." + charge.counted()) * prices.number(charge.price());
    }

    /** Only prod has a domain and a detector of its own. */
    private double zone(Environment environment) {
        return environment == Environment.PROD ? prices.number("route-53.zone") : 0;
    }

    private double guardDuty(Environment environment) {
        return environment == Environment.PROD
                ? prices.number("guard-duty.events") * prices.each("guard-duty.management-events")
                : 0;
    }

    private double folds(Environment environment) {
        return environment == Environment.PROD ? folds(0) : folded(READ_UNITS_OF_EMPTY_FOLD);
    }

    private double stored(Environment environment) {
        return environment == Environment.PROD ? stored() : 0;
    }

    /** The data of prod, their recovery to any moment, and their backups. */
    double stored() {
        return prices.number("stored.gb")
                * (prices.number("dynamodb.storage")
                        + prices.number("dynamodb.point-in-time-recovery")
                        + prices.number("backup.copies") * prices.number("dynamodb.backup"));
    }

    /**
     * Folds of prod that find too little to do, and a snapshot made from everything each night; those that find enough are
     * paid for by the saves.
     *
     * @param changesAMonth saves that the journal tells of
     */
    double folds(double changesAMonth) {
        double scanned = prices.number("stored.gb") * BYTES_OF_A_GB / BYTES_OF_A_READ_UNIT;
        double rebuilt = prices.read(scanned) + prices.written(load.fold().writeUnits());
        return folded(FirstLoads.unitsOfLoad(changesAMonth, load, ReadConsistency.STRONG)) + Rhythm.DAYS * rebuilt;
    }

    /** A fold comes minutes after the last one, so it is always the first request of its second, and traced. */
    private double folded(double readUnits) {
        double each = prices.read(readUnits)
                + prices.each("lambda.requests")
                + prices.number("lambda.fold-gb")
                        * prices.number("lambda.fold-ms")
                        / 1000
                        * prices.number("lambda.gb-second")
                + prices.each("xray.traces");
        return prices.number("folds") * each;
    }

    void print(PrintStream out) {
        out.println("| A month without visitors | each $ | dev | test | prod |");
        out.println("|---|---:|---:|---:|---:|");
        for (Charge charge : CHARGES) {
            String each = prices.text(charge.price());
            print(charge.title(), each, environment -> charged(charge, environment), out);
        }
        print("hosted zone", prices.text("route-53.zone"), this::zone, out);
        print("GuardDuty", "", this::guardDuty, out);
        print("folds", "", this::folds, out);
        print("storage, recovery, backup", "", this::stored, out);
        print("all", "", this::total, out);
    }

    private static void print(String title, String each, ToDoubleFunction<Environment> dollars, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f |%n",
                title,
                each,
                dollars.applyAsDouble(Environment.DEV),
                dollars.applyAsDouble(Environment.TEST),
                dollars.applyAsDouble(Environment.PROD));
    }
}

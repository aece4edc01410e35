package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.application.ReadConsistency;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What it costs that functions start, with SnapStart and without. */
final class FirstLoadCosts {
    private final Prices prices;
    private final LoadTable.Measured load;
    private final FirstLoads firstLoads;

    FirstLoadCosts(Prices prices, LoadTable.Measured load) {
        this.prices = prices;
        this.load = load;
        firstLoads = new FirstLoads(FirstLoads.Platform.of(prices), prices.number("lambda.answer-ms") / 1000);
    }

    /** The functions that need the index in order to answer. */
    private enum Function {
        PUBLIC(ReadConsistency.EVENTUAL),
        PRIVATE(ReadConsistency.STRONG);

        private final ReadConsistency consistency;

        Function(ReadConsistency consistency) {
            this.consistency = consistency;
        }

        double requests(Traffic traffic) {
            return this == PUBLIC ? traffic.reached() : traffic.ofMembers();
        }
    }

    /** With SnapStart, as the template has it. */
    double dollars(Traffic traffic) {
        return Arrays.stream(Function.values())
                .mapToDouble(function ->
                        firstLoads.starts(function.requests(traffic)) * restored(restoredUnits(function, traffic)))
                .sum();
    }

    private double restored(double units) {
        return prices.read(units) + prices.ran("lambda.restore-ms");
    }

    private double restoredUnits(Function function, Traffic traffic) {
        return firstLoads.unitsOfRestore(traffic.changes(), load, function.consistency);
    }

    private double loaded(double units) {
        return prices.read(units) + prices.ran("lambda.init-ms");
    }

    private double loadedUnits(Function function, Traffic traffic) {
        return FirstLoads.unitsOfLoad(traffic.changes(), load, function.consistency);
    }

    void print(List<Traffic> months, PrintStream out) {
        out.println(
                "| Visitors a month | function | requests | instances in the evening | starts | requests for each start "
                        + "| with SnapStart: units of each | $ a month | without: units of each | $ a month |");
        out.println("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Traffic traffic : months) {
            for (Function function : Function.values()) {
                print(function, traffic, out);
            }
        }
    }

    private void print(Function function, Traffic traffic, PrintStream out) {
        double requests = function.requests(traffic);
        double starts = firstLoads.starts(requests);
        double restored = restoredUnits(function, traffic);
        double loaded = loadedUnits(function, traffic);
        out.printf(
                Locale.ROOT,
                "| %,d | %s | %,.0f | %.1f | %,.0f | %,.0f | %,.1f | %.2f | %,.1f | %.2f |%n",
                traffic.visitors(),
                function.name().toLowerCase(Locale.ROOT),
                requests,
                firstLoads.instances(requests),
                starts,
                requests / starts,
                restored,
                starts * restored(restored),
                loaded,
                starts * loaded(loaded));
    }
}

package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.Counter;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a month costs in dollars, from what was counted, what things cost, and what people are thought to do. */
final class Bill {
    private static final double MILLION = 1e6;
    private static final double BYTES_OF_A_GB = 1e9;
    private static final double KB_OF_A_GB = 1e6;
    private static final List<Integer> VISITORS = List.of(0, 10_000, 100_000, 1_000_000);

    /** Read units of one list page in the design that came before. */
    private static final double BEFORE = 11.5;

    /** The edge runs one function for a request to an API, and two for one to the site. */
    private static final int RUNS_OF_A_SITE_REQUEST = 2;

    private final Prices prices;
    private final CountedCosts counted;
    private final Rhythm rhythm;
    private final FirstLoadCosts firstLoads;
    private final Upkeep upkeep;

    Bill(Prices prices, CountedCosts counted) {
        this.prices = prices;
        this.counted = counted;
        rhythm = Rhythm.of(prices);
        firstLoads = new FirstLoadCosts(prices, counted.load());
        upkeep = new Upkeep(prices, counted.load());
    }

    /** Everything in dollars, as tables. */
    void print(PrintStream out) {
        printQuestions(out);
        out.println();
        upkeep.print(out);
        out.println();
        printMonths(out);
        out.println();
        new MillionAnswers(prices, month(MillionAnswers.VISITORS, true)).print(out);
        out.println();
        firstLoads.print(
                VISITORS.stream()
                        .filter(visitors -> visitors > 0)
                        .map(visitors -> Traffic.of(visitors, true, prices, counted))
                        .toList(),
                out);
        out.println();
        prices.print(out);
    }

    String picture() {
        return CostPicture.of(
                upkeep, VISITORS.stream().map(visitors -> month(visitors, true)).toList());
    }

    /** What a million of each question costs at the table, and with all that answers it. */
    private void printQuestions(PrintStream out) {
        out.println("| A million times | read units | table $ | with function and gateway $ |");
        out.println("|---|---:|---:|---:|");
        counted.questions().keySet().forEach(question -> {
            double units = counted.readUnits(question);
            print(question.title(), String.format(Locale.ROOT, "%.2f", units), prices.read(units), out);
        });
        print(
                "the design before: a page of 23 reads",
                String.format(Locale.ROOT, "%.2f", BEFORE),
                prices.read(BEFORE),
                out);
        counted.changes().keySet().forEach(change -> {
            double units = counted.writeUnits(change);
            print(change.title(), String.format(Locale.ROOT, "%.1f written", units), prices.written(units), out);
        });
        counted.members().forEach((what, cost) -> print("member: " + what, units(cost), table(cost), out));
    }

    private void print(String what, String units, double table, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f |%n",
                what,
                units,
                MILLION * table,
                MILLION * (table + prices.request() + prices.ran("lambda.answer-ms")));
    }

    private static String units(Counter.Cost cost) {
        String read = String.format(Locale.ROOT, "%.1f", cost.readUnits());
        return cost.writeUnits() == 0
                ? read
                : read + String.format(Locale.ROOT, ", and %.0f written", cost.writeUnits());
    }

    private void printMonths(PrintStream out) {
        List<Expense> expenses = List.of(Expense.values());
        out.println("| Visitors a month | edge | requests at the origin | "
                + expenses.stream().map(Expense::title).collect(Collectors.joining(" | ")) + " | all $ |");
        out.println("|---:|---|" + "---:|".repeat(expenses.size() + 2));
        for (int visitors : VISITORS) {
            for (boolean cached : List.of(true, false)) {
                print(month(visitors, cached), out);
            }
        }
    }

    private static void print(Month month, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "| %,d | %s | %,.0f | %s | %.2f |%n",
                month.traffic().visitors(),
                month.cached() ? "caches" : "passes on",
                month.traffic().atOrigin(),
                Arrays.stream(Expense.values())
                        .map(expense -> String.format(Locale.ROOT, "%.2f", month.dollars(expense)))
                        .collect(Collectors.joining(" | ")),
                month.total());
    }

    /** @param cached whether the edge keeps answers, or passes every question on */
    Month month(int visitors, boolean cached) {
        Traffic traffic = Traffic.of(visitors, cached, prices, counted);
        Map<Expense, Double> dollars = new EnumMap<>(Expense.class);
        dollars.put(Expense.TABLE, table(traffic));
        dollars.put(
                Expense.FUNCTION,
                traffic.atOrigin() * (prices.each("lambda.requests") + prices.ran("lambda.answer-ms")));
        dollars.put(Expense.FIRST_LOADS, firstLoads.dollars(traffic));
        dollars.put(Expense.GATEWAY, traffic.atOrigin() * prices.each("api-gateway.http-requests"));
        dollars.put(Expense.LOGS, logs(traffic));
        dollars.put(Expense.TRACES, traces(traffic));
        dollars.put(Expense.EDGE, edge(traffic));
        dollars.put(Expense.WEB_ACL, edgeRequests(traffic) * prices.each("waf.requests"));
        dollars.put(
                Expense.SIGN_IN,
                Traffic.ofThousand(visitors, "members", prices) * prices.number("cognito.active-member"));
        dollars.put(Expense.DATA, upkeep.stored() + upkeep.folds(traffic.changes()));
        dollars.put(Expense.IDLE, upkeep.idle(Upkeep.Environment.PROD));
        return new Month(traffic, cached, dollars);
    }

    private double table(Traffic traffic) {
        return prices.read(traffic.readUnits() + traffic.memberReadUnits())
                + prices.written(traffic.memberWriteUnits());
    }

    private double table(Counter.Cost cost) {
        return prices.read(cost.readUnits()) + prices.written(cost.writeUnits());
    }

    private double logs(Traffic traffic) {
        return traffic.atOrigin()
                * prices.number("log.bytes")
                / BYTES_OF_A_GB
                * (prices.number("cloudwatch.logs")
                        + prices.number("log.months-kept") * prices.number("cloudwatch.logs-kept"));
    }

    private double traces(Traffic traffic) {
        return (traced(traffic.reached()) + traced(traffic.ofMembers())) * prices.each("xray.traces");
    }

    /** The first request of each second, and a share of the others; requests arrive at random. */
    private double traced(double requestsAMonth) {
        double share = prices.number("xray.percent") / 100;
        return rhythm.stretches(requestsAMonth).stream()
                .mapToDouble(stretch -> {
                    double first = -Math.expm1(-stretch.rate());
                    return stretch.seconds() * (first + share * (stretch.rate() - first));
                })
                .sum();
    }

    private double edge(Traffic traffic) {
        double functions = (traffic.atEdge() + RUNS_OF_A_SITE_REQUEST * siteRequests(traffic))
                * prices.each("cloudfront.function-runs");
        double gb =
                (traffic.atEdge() * prices.number("answer.kb") + traffic.visits() * prices.number("app.kb-of-a-visit"))
                        / KB_OF_A_GB;
        return edgeRequests(traffic) * prices.each("cloudfront.https-requests")
                + functions
                + gb * prices.number("cloudfront.gb-out");
    }

    private double edgeRequests(Traffic traffic) {
        return traffic.atEdge() + siteRequests(traffic);
    }

    private double siteRequests(Traffic traffic) {
        return traffic.visits() * prices.number("app.requests-of-a-visit");
    }
}

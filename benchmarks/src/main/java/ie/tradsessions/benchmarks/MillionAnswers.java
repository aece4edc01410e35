package ie.tradsessions.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** What a million answers cost, as a ratio to what is charged for their requests alone. */
final class MillionAnswers {
    /** How many visitors a month the aim is for. */
    static final int VISITORS = 100_000;

    private static final double AIM = 1.15;
    private static final double MILLION = 1e6;
    private static final double KB_OF_A_GB = 1e6;

    private final Prices prices;
    private final Month month;

    MillionAnswers(Prices prices, Month month) {
        this.prices = prices;
        this.month = month;
    }

    /**
     * The answers of a month, and what they cost, in dollars.
     *
     * @param requests what is charged for requests alone
     * @param watched logs and traces, which the ratio leaves out
     */
    private record Answers(
            String title,
            double number,
            double requests,
            double time,
            double table,
            double firstLoads,
            double bytes,
            double watched) {
        double ratio() {
            return (requests + time + table + firstLoads + bytes) / requests;
        }

        void print(PrintStream out) {
            double millions = number / MILLION;
            out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    title,
                    number,
                    requests / millions,
                    time / millions,
                    table / millions,
                    firstLoads / millions,
                    bytes / millions,
                    ratio(),
                    watched / millions);
        }
    }

    void print(PrintStream out) {
        Answers atOrigin = atOrigin();
        out.printf(
                Locale.ROOT,
                "| A million answers, at %,d visitors a month | answers | requests $ | time of the function | table "
                        + "| first loads | bytes | ratio to requests alone | besides: logs and traces |%n",
                VISITORS);
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        atOrigin.print(out);
        atEdge(atOrigin).print(out);
        out.println();
        out.printf(
                Locale.ROOT,
                "Aim: at most %.2f at the origin. It is %.3f: %s. It is met up to %.1f ms an answer.%n",
                AIM,
                atOrigin.ratio(),
                atOrigin.ratio() <= AIM ? "met" : "missed",
                millisecondsOfAim(atOrigin));
    }

    private Answers atOrigin() {
        double number = month.traffic().atOrigin();
        return new Answers(
                "at the origin",
                number,
                number * prices.request(),
                number * prices.ran("lambda.answer-ms"),
                month.dollars(Expense.TABLE),
                month.dollars(Expense.FIRST_LOADS),
                0,
                month.dollars(Expense.LOGS) + month.dollars(Expense.TRACES));
    }

    /** Of both APIs. The site's own files are left out. */
    private Answers atEdge(Answers atOrigin) {
        double number = month.traffic().atEdge();
        double requests = prices.each("cloudfront.https-requests")
                + prices.each("cloudfront.function-runs")
                + prices.each("waf.requests");
        return new Answers(
                "all, with the edge",
                number,
                atOrigin.requests() + number * requests,
                atOrigin.time(),
                atOrigin.table(),
                atOrigin.firstLoads(),
                number * prices.number("answer.kb") / KB_OF_A_GB * prices.number("cloudfront.gb-out"),
                atOrigin.watched());
    }

    /** How long an answer may take. That first loads depend on it a little is neglected. */
    private double millisecondsOfAim(Answers atOrigin) {
        double left = (AIM - 1) * atOrigin.requests() - atOrigin.table() - atOrigin.firstLoads();
        return left / atOrigin.number() / (prices.number("lambda.gb") * prices.number("lambda.gb-second")) * 1000;
    }
}

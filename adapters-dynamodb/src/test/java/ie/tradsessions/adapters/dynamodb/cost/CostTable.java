package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.PortsOf;
import ie.tradsessions.adapters.dynamodb.derived.AllAtOnce;
import ie.tradsessions.adapters.dynamodb.paper.DynamoOnPaper;
import ie.tradsessions.adapters.dynamodb.paper.Units;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** What every question costs at some number of sessions. */
public final class CostTable {
    private static final String TABLE = "on-paper";
    private static final long SEED = 1607;

    /** More than any question reads of a list that it reads from its head. */
    private static final int HEAD = 5_000;

    /** In an order, and read from its head. */
    private static final Pattern ORDERED = Pattern.compile("(r[0-7]?|n|t|a)#");

    private static final Pattern BY_PLACE = Pattern.compile("g[1-7]?#");

    /** Those that read nothing but heads of lists, and what lies near. */
    private static final Set<Question> OF_HEADS = EnumSet.of(
            Question.FRONT_PAGE,
            Question.COUNTY,
            Question.COUNTY_AND_WEEKDAY,
            Question.COUNTRY,
            Question.BY_NAME,
            Question.ON_A_DATE,
            Question.WORD,
            Question.COUNTY_NAME,
            Question.NEAR,
            Question.NEAR_ON_A_WEEKDAY,
            Question.AREA,
            Question.FRONT_PAGE_2,
            Question.COUNTY_2,
            Question.COUNTY_AND_WEEKDAY_2,
            Question.COUNTRY_2,
            Question.BY_NAME_2,
            Question.ON_A_DATE_2,
            Question.WORD_2,
            Question.NEAR_2);

    /**
     * What a question cost in all the ways in which it was put.
     *
     * @param units read, the least first
     * @param floor the mean of the floors
     */
    public record Measured(
            List<Double> units, double floor, double meanTrips, int mostTrips, int mostCalls, int mostSideBySide) {
        public double mean() {
            return units.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        public double percentile(int percent) {
            return units.get(Math.max(0, Math.ceilDiv(units.size() * percent, 100) - 1));
        }

        public double most() {
            return units.getLast();
        }
    }

    private final int sessions;
    private final long items;
    private final long bytes;
    private final Map<Question, Measured> measured = new EnumMap<>(Question.class);

    private CostTable(int sessions, DynamoOnPaper paper) {
        this.sessions = sessions;
        items = paper.count();
        bytes = paper.bytes();
    }

    public static CostTable of(int sessions) {
        GeneratedSessions generated = GeneratedSessions.of(sessions, SEED);
        DynamoOnPaper paper = DynamoOnPaper.table();
        AllAtOnce.fill(paper::place, generated, GeneratedSessions.NOW, PortsOf.tokens());
        return of(generated, paper, EnumSet.allOf(Question.class));
    }

    /** Of a table too large to be filled: it holds what lies where, and of each list in an order only its head. */
    public static CostTable ofHeads(int sessions) {
        GeneratedSessions generated = GeneratedSessions.of(sessions, SEED);
        DynamoOnPaper paper = DynamoOnPaper.table();
        AllAtOnce.fill(
                item -> {
                    String partition = item.key().partition();
                    if (BY_PLACE.matcher(partition).lookingAt()) {
                        paper.place(item);
                    } else if (ORDERED.matcher(partition).lookingAt()) {
                        paper.placeAmongFirst(item, HEAD);
                    }
                },
                generated,
                GeneratedSessions.NOW,
                PortsOf.tokens());
        return of(generated, paper, OF_HEADS);
    }

    private static CostTable of(GeneratedSessions generated, DynamoOnPaper paper, Set<Question> questions) {
        CostTable table = new CostTable(generated.sessions().size(), paper);
        Counter counter = new Counter();
        Ports ports = PortsOf.table(new Table(paper, TABLE, counter), PortsOf.tokens());
        for (Question question : questions) {
            Measured measured = measure(question.instances(generated).toList(), ports, counter);
            if (!measured.units().isEmpty()) {
                table.measured.put(question, measured);
            }
        }
        return table;
    }

    private static Measured measure(List<Asked> instances, Ports ports, Counter counter) {
        List<Double> units = new ArrayList<>();
        double floors = 0;
        int trips = 0;
        int mostTrips = 0;
        int mostCalls = 0;
        int mostSideBySide = 0;
        for (Asked asked : instances) {
            OptionalLong bytes = asked.ask(ports, counter::taken);
            Counter.Cost cost = counter.taken();
            if (bytes.isPresent()) {
                units.add(cost.readUnits());
                floors += Units.floor(bytes.getAsLong());
                trips += cost.trips();
                mostTrips = Math.max(mostTrips, cost.trips());
                mostCalls = Math.max(mostCalls, cost.calls());
                mostSideBySide = Math.max(mostSideBySide, cost.sideBySide());
            }
        }
        Collections.sort(units);
        int count = Math.max(1, units.size());
        return new Measured(
                List.copyOf(units), floors / count, (double) trips / count, mostTrips, mostCalls, mostSideBySide);
    }

    public Map<Question, Measured> measured() {
        return measured;
    }

    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d sessions: %,d items of %d bytes on average, %.1f MB.%n%n",
                sessions,
                items,
                bytes / items,
                bytes / 1e6);
        out.println(
                "| Question | ways | units: mean | p50 | p99 | most | floor | trips: mean | most | calls | target |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        measured.forEach((question, cost) -> out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %.1f | %.1f | %.1f | %.2f | %.2f | %d | %d | %s |%n",
                question.title(),
                cost.units().size(),
                cost.mean(),
                cost.percentile(50),
                cost.percentile(99),
                cost.most(),
                cost.floor(),
                cost.meanTrips(),
                cost.mostTrips(),
                cost.mostCalls(),
                question.target().text()));
    }
}

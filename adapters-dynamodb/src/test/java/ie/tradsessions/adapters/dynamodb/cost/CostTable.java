package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.session.Session;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each question costs a process that has loaded the index. */
public final class CostTable {
    /** As many are stored as are asked about or changed. */
    private static final int STORED = 40;

    /**
     * @param unchanged where nothing was saved since the last question, more than a second ago
     * @param withinTheSecond where the last question was less than a second ago
     * @param oneChanged where one session was saved since the last question
     */
    public record Measured(Counter.Cost unchanged, Counter.Cost withinTheSecond, Counter.Cost oneChanged) {}

    private CostTable() {}

    public static Map<Question, Measured> measure(int sessions) {
        PricedProcess process = new PricedProcess(sessions);
        process.store(STORED);
        SearchIndex index = process.freshIndex();
        index.current();
        List<Session> stored = process.generated().sessions().subList(0, STORED);
        Map<Question, Measured> measured = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            process.clock().advance(Duration.ofHours(1));
            Counter.Cost unchanged = ask(question, process, index, stored.getFirst());
            Counter.Cost withinTheSecond = ask(question, process, index, stored.getFirst());
            process.clock().advance(Duration.ofHours(1));
            Session changed = stored.get(1 + measured.size());
            PricedProcess.saved(process.storage().sessions().save(changed, 1));
            process.clock().advance(Duration.ofSeconds(1));
            Counter.Cost oneChanged = ask(question, process, index, stored.getFirst());
            measured.put(question, new Measured(unchanged, withinTheSecond, oneChanged));
        }
        return measured;
    }

    private static Counter.Cost ask(Question question, PricedProcess process, SearchIndex index, Session about) {
        process.counter().taken();
        question.ask(index, process.storage(), process.clock(), about);
        return process.counter().taken();
    }

    public static void print(Map<Question, Measured> measured, PrintStream out) {
        out.println("| Question | units | trips | within the second: units | trips | one changed: units | trips |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        measured.forEach((question, cost) -> out.printf(
                Locale.ROOT,
                "| %s | %.1f | %d | %.1f | %d | %.1f | %d |%n",
                question.title(),
                cost.unchanged().readUnits(),
                cost.unchanged().trips(),
                cost.withinTheSecond().readUnits(),
                cost.withinTheSecond().trips(),
                cost.oneChanged().readUnits(),
                cost.oneChanged().trips()));
    }
}

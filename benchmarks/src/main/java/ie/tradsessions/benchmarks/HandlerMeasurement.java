package ie.tradsessions.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the handler takes for an answer, as a ratio to writing that answer alone. */
final class HandlerMeasurement {
    private HandlerMeasurement() {}

    static void measure(boolean quick, PrintStream out) throws RunnerException {
        Map<Question, Double> handler = new EnumMap<>(Question.class);
        Map<Question, Double> serialising = new EnumMap<>(Question.class);
        for (RunResult result : new Runner(options(quick)).run()) {
            Question question = Question.valueOf(result.getParams().getParam("question"));
            boolean whole = result.getParams().getBenchmark().endsWith(".handler");
            (whole ? handler : serialising)
                    .put(question, result.getPrimaryResult().getScore());
        }
        GeneratedHandler asked = new GeneratedHandler(GeneratedStore.ofMany());
        List<String> rows = new ArrayList<>();
        for (Question question : Question.values()) {
            double micros = handler.getOrDefault(question, Double.NaN);
            double alone = serialising.getOrDefault(question, Double.NaN);
            double bytes = asked.exchanges(question).stream()
                    .mapToInt(Exchange::bytes)
                    .average()
                    .orElse(Double.NaN);
            rows.add("%-32s %10.1f %14.1f %7.2f %9.0f"
                    .formatted(question.title(), micros, alone, micros / alone, bytes));
        }
        out.printf("The handler on %,d sessions in memory; times in microseconds%n", GeneratedStore.MANY);
        out.printf("%-32s %10s %14s %7s %9s%n", "question", "handler", "writing alone", "ratio", "bytes");
        rows.forEach(out::println);
    }

    private static Options options(boolean quick) {
        return new OptionsBuilder()
                .include(Pattern.quote(HandlerBenchmark.class.getName()) + "\\..*")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 1000))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1000))
                .jvmArgs("--sun-misc-unsafe-memory-access=allow", "-Dlogback.configurationFile=" + LOGGING)
                .verbosity(quick ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .shouldFailOnError(true)
                .build();
    }

    /** The log line of each request is written as always, but to nowhere: the output belongs to JMH. */
    private static final String LOGGING = "ie/tradsessions/benchmarks/logback.xml";
}

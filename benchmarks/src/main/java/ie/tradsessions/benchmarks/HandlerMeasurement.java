package ie.tradsessions.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the handler takes for an answer, as a ratio to writing that answer alone. */
final class HandlerMeasurement {
    private static final List<Integer> SIZES = List.of(8_000, 80_000);

    private HandlerMeasurement() {}

    static void measure(boolean quick, PrintStream out) throws RunnerException {
        Map<String, Double> micros = new TreeMap<>();
        for (RunResult result : new Runner(options(quick)).run()) {
            micros.put(key(result.getParams()), result.getPrimaryResult().getScore());
        }
        out.println("The handler, without a cache, on generated sessions in memory; times in microseconds");
        out.printf("| %-38s", "Question");
        for (int sessions : SIZES) {
            out.printf(Locale.ROOT, " | handler, %,d | writing alone | ratio | bytes", sessions);
        }
        out.println(" |");
        out.println("|---" + "|---:|---:|---:|---:".repeat(SIZES.size()) + "|");
        List<GeneratedStore> stores = SIZES.stream().map(GeneratedStore::new).toList();
        for (Question question : Question.values()) {
            out.printf("| %-38s", question.title());
            for (int i = 0; i < SIZES.size(); i++) {
                double handler = micros.getOrDefault(key("handler", SIZES.get(i), question), Double.NaN);
                double writing = micros.getOrDefault(key("writing", SIZES.get(i), question), Double.NaN);
                double bytes = stores.get(i).exchanges(question).stream()
                        .mapToInt(Exchange::bytes)
                        .average()
                        .orElse(Double.NaN);
                out.printf(Locale.ROOT, " | %.1f | %.1f | %.2f | %,.0f", handler, writing, handler / writing, bytes);
            }
            out.println(" |");
        }
    }

    private static String key(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        return key(
                benchmark.substring(benchmark.lastIndexOf('.') + 1),
                Integer.parseInt(params.getParam("sessions")),
                Question.valueOf(params.getParam("question")));
    }

    private static String key(String benchmark, int sessions, Question question) {
        return benchmark + ' ' + sessions + ' ' + question;
    }

    private static Options options(boolean quick) {
        return new OptionsBuilder()
                .include(Pattern.quote(HandlerBenchmark.class.getName()) + "\\..*")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 1000))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1000))
                .verbosity(quick ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .shouldFailOnError(true)
                .build();
    }
}

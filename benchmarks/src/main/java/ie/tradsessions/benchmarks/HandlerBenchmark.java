package ie.tradsessions.benchmarks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The handler, and beside it nothing but the writing of the same answers. The log line of each request is written as
 * always, but to nowhere: the output belongs to JMH.
 */
@Fork(jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", HandlerBenchmark.LOGGING})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HandlerBenchmark {
    static final String LOGGING = "-Dlogback.configurationFile=ie/tradsessions/benchmarks/logback.xml";

    @Param({"8000", "80000"})
    public int sessions = 8_000;

    @Param
    public Question question = Question.LIST;

    private List<Exchange> exchanges = List.of();
    private int turn;

    @Setup
    public void ask() {
        exchanges = new GeneratedStore(sessions).exchanges(question);
    }

    @Benchmark
    public APIGatewayV2HTTPResponse handler() {
        return next().handled();
    }

    @Benchmark
    public byte[] writing() {
        return next().written();
    }

    private Exchange next() {
        turn = turn + 1 < exchanges.size() ? turn + 1 : 0;
        return exchanges.get(turn);
    }
}

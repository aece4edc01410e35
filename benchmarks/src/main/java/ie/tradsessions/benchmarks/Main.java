package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what it is told to, and prints a table of each. */
final class Main {
    private Main() {}

    /** @param args the project's folder; all, cost, cost-large, functions, handler, load, server or start; perhaps --quick */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        Path project = Path.of(args[0]).toAbsolutePath().normalize();
        Path work = Files.createDirectories(project.resolve("benchmarks/target/measured"));
        String what = args[1];
        boolean quick = List.of(args).contains("--quick");
        PrintStream out = System.out;
        boolean all = what.equals("all");
        if (all || what.equals("start")) {
            new StartMeasurement(project, work, quick, out).measure();
            out.println();
        }
        if (all || what.equals("functions")) {
            new FunctionMeasurement(project, work, quick, out).measure();
            out.println();
        }
        if (all || what.equals("load")) {
            new LoadMeasurement(work, quick, out).measure();
            out.println();
        }
        if (all || what.equals("server")) {
            new ServerMeasurement(project, work, quick, out).measure();
            out.println();
        }
        if (what.equals("cost-large")) {
            CostMeasurement.measureLarge(out);
        }
        if (all || what.equals("cost")) {
            CostMeasurement.measure(project, out);
            out.println();
        }
        if (all || what.equals("handler")) {
            HandlerMeasurement.measure(quick, out);
        }
        // DynamoDB Local leaves threads behind that would keep the program from ending.
        System.exit(0);
    }
}

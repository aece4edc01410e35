package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.CostTable;
import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.adapters.dynamodb.cost.MemberTable;
import ie.tradsessions.adapters.dynamodb.cost.Question;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable.Change;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** What questions, changes, members and loading cost: counted on DynamoDB Local, and hence the same every time. */
final class CostMeasurement {
    private static final int FEW = 2_500;
    private static final int USUAL = 8_000;
    private static final int MANY = 50_000;
    private static final String PICTURE = "docs/costs.svg";

    private CostMeasurement() {}

    static void measureLarge(PrintStream out) {
        LoadTable.printHeader(out);
        LoadTable.print(LoadTable.measure(MANY), out);
    }

    /** Prints every table of {@code docs/costs.md}, and draws the picture beside it. */
    static void measure(Path project, PrintStream out) throws IOException {
        Bill bill = new Bill(new Prices(), counted(out));
        bill.print(out);
        Path picture = project.resolve(PICTURE);
        Path drawn = Files.writeString(picture.resolveSibling("costs.svg.new"), bill.picture());
        Files.move(drawn, picture, StandardCopyOption.REPLACE_EXISTING);
        out.println();
        out.println(PICTURE + " is drawn anew.");
    }

    /** Counts what the bill is made from, and prints it. */
    static CountedCosts counted(PrintStream out) {
        Map<Question, CostTable.Measured> questions = CostTable.measure(USUAL);
        CostTable.print(questions, out);
        out.println();
        Map<Change, List<Counter.Cost>> changes = WriteTable.measure();
        WriteTable.print(changes, out);
        out.println();
        Map<String, Counter.Cost> members = MemberTable.measure();
        MemberTable.print(members, out);
        out.println();
        LoadTable.printHeader(out);
        LoadTable.print(LoadTable.measure(FEW), out);
        LoadTable.Measured load = LoadTable.measure(USUAL);
        LoadTable.print(load, out);
        out.println();
        return new CountedCosts(questions, changes, members, load);
    }
}

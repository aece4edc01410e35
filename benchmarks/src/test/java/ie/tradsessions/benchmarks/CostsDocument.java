package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.CostTable.Measured;
import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.adapters.dynamodb.cost.Question;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code docs/costs.md}, and the counts that it states. */
final class CostsDocument {
    private static final Path DOCS = Path.of(System.getProperty("basedir")).resolveSibling("docs");

    private final List<String> lines = read("costs.md").lines().toList();

    static String read(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return lines;
    }

    CountedCosts counted() {
        Map<Question, Measured> questions = new EnumMap<>(Question.class);
        for (Row row : table("Question")) {
            questions.put(
                    question(row.text(0)),
                    new Measured(reading(row.number(1)), reading(row.number(3)), reading(row.number(5))));
        }
        Map<Change, List<Counter.Cost>> changes = new EnumMap<>(Change.class);
        for (Row row : table("Change")) {
            changes.put(change(row.text(0)), List.of(cost(0, row.number(1))));
        }
        Map<String, Counter.Cost> members = new LinkedHashMap<>();
        for (Row row : table("What a member does")) {
            members.put(row.text(0), cost(row.number(2), row.number(1)));
        }
        Row load = table("Sessions").stream()
                .filter(row -> row.text(0).equals("8,000"))
                .findFirst()
                .orElseThrow();
        return new CountedCosts(
                questions,
                changes,
                members,
                new LoadTable.Measured(
                        load.whole(0),
                        load.whole(1),
                        load.whole(2) * 1024L,
                        load.whole(3),
                        reading(load.number(4)),
                        load.whole(6),
                        cost(load.number(7), load.number(8))));
    }

    private static Question question(String title) {
        return Arrays.stream(Question.values())
                .filter(question -> question.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Change change(String title) {
        return Arrays.stream(Change.values())
                .filter(change -> change.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Counter.Cost reading(double units) {
        return cost(units, 0);
    }

    private static Counter.Cost cost(double readUnits, double writeUnits) {
        return new Counter.Cost(readUnits, writeUnits, 1, 1, 1);
    }

    private record Row(List<String> cells) {
        String text(int column) {
            return cells.get(column);
        }

        double number(int column) {
            return Double.parseDouble(withoutCommas(column));
        }

        int whole(int column) {
            return Integer.parseInt(withoutCommas(column));
        }

        private String withoutCommas(int column) {
            return cells.get(column).replace(",", "");
        }
    }

    /** The rows below a heading that begins so. */
    private List<Row> table(String firstHeading) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("| " + firstHeading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> new Row(Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList()))
                .toList();
    }
}

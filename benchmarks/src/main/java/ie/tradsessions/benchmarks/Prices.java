package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What things cost and what people do, as {@code prices.properties} says; that file explains each name. */
final class Prices {
    private static final double MILLION = 1e6;
    private static final String SOURCE = ".source";

    private final Properties stated = new Properties();

    Prices() {
        try (InputStream file = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.properties"))) {
            stated.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return Objects.requireNonNull(stated.getProperty(name), name);
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    /** Of one of what is priced by the million. */
    double each(String name) {
        return number(name) / MILLION;
    }

    /** Reading from the table. */
    double read(double units) {
        return units * each("dynamodb.read-units");
    }

    /** Writing to the table. */
    double written(double units) {
        return units * each("dynamodb.write-units");
    }

    /** The time that a function of an API runs, without the request. */
    double ran(String milliseconds) {
        return number("lambda.gb") * number(milliseconds) / 1000 * number("lambda.gb-second");
    }

    /** What is charged for a request to a function, whatever that takes. */
    double request() {
        return each("lambda.requests") + each("api-gateway.http-requests");
    }

    /** Where a price was seen, and when. */
    String source(String price) {
        return text(price + SOURCE);
    }

    /** Everything that has a source, in the order of the alphabet. */
    List<String> names() {
        return stated.stringPropertyNames().stream()
                .filter(name -> name.endsWith(SOURCE))
                .map(name -> name.substring(0, name.length() - SOURCE.length()))
                .sorted()
                .toList();
    }

    void print(PrintStream out) {
        out.println("| Price, " + text("region") + ", " + text("date") + " | $ | source |");
        out.println("|---|---:|---|");
        for (String name : names()) {
            out.println("| " + name + " | " + text(name) + " | " + source(name) + " |");
        }
    }
}

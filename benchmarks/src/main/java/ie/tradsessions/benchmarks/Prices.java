package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What things cost and what people do, as {@code prices.properties} says; that file explains each name. */
final class Prices {
    private static final double MILLION = 1e6;

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
}

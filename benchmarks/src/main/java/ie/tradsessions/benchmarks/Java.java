package ie.tradsessions.benchmarks;

import java.nio.file.Path;

/** The Java that runs this measurement, for the programs that it starts. */
final class Java {
    static final String COMMAND =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    static final String CLASS_PATH = System.getProperty("java.class.path");

    private Java() {}
}

package ie.tradsessions.infrastructure.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is to be written. */
final class Target {
    private Target() {}

    /** @throws Unwritable if that is not possible */
    static void check(Path file) throws Unwritable {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new Unwritable(file + ": this file cannot be written");
        }
    }

    /** Its message is one line that a person can act on. */
    static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;

        private Unwritable(String message) {
            super(message);
        }
    }
}

package ie.tradsessions.infrastructure.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is to write. */
final class OutputFile {
    private OutputFile() {}

    /** @throws NotWritable if that is not possible */
    static void checkWritable(Path file) throws NotWritable {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new NotWritable(file + ": this file cannot be written");
        }
    }

    /** Its message is one line that a person can act on. */
    static final class NotWritable extends IOException {
        private static final long serialVersionUID = 1L;

        private NotWritable(String message) {
            super(message);
        }
    }
}

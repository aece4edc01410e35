package ie.tradsessions.infrastructure.local.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A file that says up to where a stream has been followed. If it is lost, the stream is followed again. */
final class Checkpoint {
    private static final String NOTHING = "-";

    private final Path file;

    Checkpoint(Path file) {
        this.file = file;
    }

    /**
     * How far somebody came.
     *
     * @param stream whose place it is
     * @param number of the last record that was handled, or empty where none was
     * @param whole whether nothing came after it
     */
    record Place(String stream, String number, boolean whole, Instant at) {}

    /** Empty where it is not known. */
    Optional<Place> read() {
        try {
            String[] parts = Files.readString(file).strip().split(" ", -1);
            return parts.length == 4
                    ? Optional.of(new Place(
                            parts[0],
                            parts[1].equals(NOTHING) ? "" : parts[1],
                            Boolean.parseBoolean(parts[2]),
                            Instant.parse(parts[3])))
                    : Optional.empty();
        } catch (NoSuchFileException | DateTimeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Place place) {
        String number = place.number().isEmpty() ? NOTHING : place.number();
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, place.stream() + " " + number + " " + place.whole() + " " + place.at() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

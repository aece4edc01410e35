package ie.tradsessions.benchmarks;

import ie.tradsessions.application.search.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps one snapshot as files, for processes that start from it: the head, and each chunk under its number. */
final class SnapshotFolder implements Snapshots {
    private final Path folder;

    SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder without a snapshot; one that was there is deleted. */
    static SnapshotFolder empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return new SnapshotFolder(folder);
    }

    @Override
    public Optional<Head> head(int format) {
        Path file = headOf(format);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] fields = Files.readString(file).split(" ", -1);
            return Optional.of(new Head(
                    Instant.ofEpochMilli(Long.parseLong(fields[0])),
                    Instant.ofEpochMilli(Long.parseLong(fields[1])),
                    fields[2],
                    Integer.parseInt(fields[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<List<byte[]>> chunks(Head head) {
        try {
            List<byte[]> chunks = new ArrayList<>(head.chunks());
            for (int number = 0; number < head.chunks(); number++) {
                chunks.add(Files.readAllBytes(chunk(number)));
            }
            return Optional.of(chunks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean publish(int format, Head head, List<byte[]> chunks) {
        try {
            for (int number = 0; number < chunks.size(); number++) {
                Files.write(chunk(number), chunks.get(number));
            }
            Files.writeString(
                    headOf(format),
                    head.asOf().toEpochMilli() + " " + head.madeAt().toEpochMilli() + " " + head.id() + " "
                            + chunks.size());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path headOf(int format) {
        return folder.resolve("head-of-format-" + format);
    }

    private Path chunk(int number) {
        return folder.resolve(Integer.toString(number));
    }
}

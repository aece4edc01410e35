package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a server sent for each address, in a file for another server that sends the same. */
final class RecordedBodies {
    private final Map<String, byte[]> bodies = new HashMap<>();

    void put(String target, byte[] body) {
        bodies.put(target, body);
    }

    byte[] get(String target) {
        byte[] body = bodies.get(target);
        if (body == null) {
            throw new IllegalArgumentException("nothing was recorded of " + target);
        }
        return body;
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        bodies.forEach(
                (target, body) -> lines.add(target + ' ' + Base64.getEncoder().encodeToString(body)));
        Files.write(file, lines, StandardCharsets.US_ASCII);
    }

    static RecordedBodies read(Path file) {
        RecordedBodies recorded = new RecordedBodies();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            lines.map(line -> line.split(" ", -1))
                    .forEach(parts -> recorded.put(parts[0], Base64.getDecoder().decode(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return recorded;
    }
}

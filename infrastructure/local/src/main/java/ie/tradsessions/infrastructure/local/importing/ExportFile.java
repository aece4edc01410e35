package ie.tradsessions.infrastructure.local.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Our own open data set, JSON Lines as {@code /v1/export} and {@code ./run export} write it. */
final class ExportFile implements DataFile {
    private final String name;
    private final Path path;

    ExportFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Survey read(Consumer<FileRecord> each) throws UnusableFile {
        long number = 0;
        long entries = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()))) {
            String line = reader.readLine();
            while (line != null) {
                number++;
                if (!line.isBlank()) {
                    entries++;
                    each.accept(new FileRecord(
                            FileRecord.Format.EXPORT_LINE, "line", number, Map.of(FileRecord.LINE, line)));
                }
                line = reader.readLine();
            }
            return new Survey("an export of TradSessions", entries, List.of());
        } catch (CharacterCodingException e) {
            throw new UnusableFile(name, "not UTF-8 after line " + number);
        } catch (IOException e) {
            throw new UnusableFile(name, "the file cannot be read after line " + number);
        }
    }
}

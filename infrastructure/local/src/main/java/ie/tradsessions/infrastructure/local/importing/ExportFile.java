package ie.tradsessions.infrastructure.local.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** Our own open data set, JSON Lines as {@code /v1/export} and {@code ./run export} write it. */
final class ExportFile implements DataFile {
    private final TextFile text;

    ExportFile(TextFile text) {
        this.text = text;
    }

    @Override
    public String name() {
        return text.name();
    }

    @Override
    public Survey read(Consumer<FileRecord> each) throws UnusableFile {
        long number = 0;
        long entries = 0;
        try (BufferedReader reader = text.open()) {
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
            return new Survey("an export of TradSessions", entries, text.notes());
        } catch (IOException e) {
            throw new UnusableFile(name(), "the file cannot be read after line " + number);
        }
    }
}

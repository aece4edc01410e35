package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.adapters.lambda.dataset.ExportReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file of venues or sessions. */
public sealed interface DataFile permits CsvFile, ExportFile, JsonFile {
    /** The name to show. */
    String name();

    /**
     * Reads the file from its beginning to its end, holding one record at a time.
     *
     * @throws UnusableFile where the file breaks off or is not of its kind
     */
    Survey read(Consumer<FileRecord> each) throws UnusableFile;

    /**
     * What a file turned out to be.
     *
     * @param records how many records it has
     * @param notes what its owner may want to know, one line each
     */
    record Survey(String kind, long records, List<String> notes) {}

    /** Recognises a file by what is in it, whatever it is called. */
    static DataFile at(Path path) throws UnusableFile {
        String name = String.valueOf(path.getFileName());
        byte[] beginning = beginning(path, name);
        requireText(beginning, name);
        TextFile text = TextFile.of(name, () -> Files.newInputStream(path));
        String start = text.beginning().strip();
        if (start.isEmpty()) {
            throw new UnusableFile(name, "the file is empty");
        }
        if (ExportReader.recognises(start)) {
            return new ExportFile(text);
        }
        return switch (start.charAt(0)) {
            case '{', '[' -> new JsonFile(text);
            case '<' ->
                throw new UnusableFile(
                        name, "this is XML or HTML; Overpass JSON, GeoJSON, CSV or our own export is read");
            default -> new CsvFile(text);
        };
    }

    private static byte[] beginning(Path path, String name) throws UnusableFile {
        if (!Files.exists(path)) {
            throw new UnusableFile(path.toString(), "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableFile(path.toString(), "this is not a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(8192);
        } catch (IOException e) {
            throw new UnusableFile(name, "the file cannot be read");
        }
    }

    /** What programs write begins with a control character or holds a zero soon; text may hold a stray control. */
    private static void requireText(byte[] beginning, String name) throws UnusableFile {
        if (TextFile.isUtf16(beginning)) {
            return;
        }
        for (int i = 0; i < beginning.length; i++) {
            boolean control = beginning[i] >= 0 && beginning[i] < ' ' && !Character.isWhitespace(beginning[i]);
            if (control && (i < 4 || beginning[i] == 0)) {
                throw new UnusableFile(
                        name,
                        "this is not text (byte " + i + "); Overpass JSON, GeoJSON, CSV or our own export is read");
            }
        }
    }
}

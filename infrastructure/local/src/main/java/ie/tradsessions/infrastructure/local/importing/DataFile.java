package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.adapters.lambda.dataset.ExportReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
        int first = 0;
        if (startsWith(beginning, 0xEF, 0xBB, 0xBF)) {
            first = 3;
        } else if (startsWith(beginning, 0xFF, 0xFE) || startsWith(beginning, 0xFE, 0xFF)) {
            throw new UnusableFile(name, "this is UTF-16; save it as UTF-8");
        }
        while (first < beginning.length && Character.isWhitespace(beginning[first])) {
            first++;
        }
        if (first == beginning.length) {
            throw new UnusableFile(name, "the file is empty");
        }
        for (int i = 0; i < beginning.length; i++) {
            if (beginning[i] >= 0 && beginning[i] < ' ' && !Character.isWhitespace(beginning[i])) {
                throw new UnusableFile(
                        name,
                        "this is not text (byte " + i + "); Overpass JSON, GeoJSON, CSV or our own export is read");
            }
        }
        if (ExportReader.recognises(new String(beginning, StandardCharsets.UTF_8))) {
            return new ExportFile(name, path);
        }
        return switch (beginning[first]) {
            case '{', '[' -> new JsonFile(name, path);
            case '<' ->
                throw new UnusableFile(
                        name, "this is XML or HTML; Overpass JSON, GeoJSON, CSV or our own export is read");
            default -> new CsvFile(name, () -> Files.newInputStream(path));
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

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}

package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/**
 * Everything in a table but what is made from it again (the journal and the snapshots), as lines in a file: first what it is and how many items there are, then the items as
 * DynamoDB's own export writes them, last a checksum of all that. Compressed in three pieces, since the first line is
 * known last; gzip takes pieces that follow each other for one.
 */
public final class Backup {
    private Backup() {}

    /**
     * Writes the file, and puts it in its place when it is whole.
     *
     * @param done is told how many items are written
     * @return how many there are
     */
    public static long write(Table table, Path target, LongConsumer done) throws IOException {
        Path items = part(target, "items");
        Path whole = part(target, "part");
        try {
            MessageDigest digest = digest();
            long count = writeItems(table, items, digest, done);
            String header = header(count);
            digest.update(header.getBytes(StandardCharsets.UTF_8));
            try (OutputStream out = Files.newOutputStream(whole)) {
                piece(out, header);
                Files.copy(items, out);
                piece(out, trailer(digest));
            }
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            Files.deleteIfExists(items);
            Files.deleteIfExists(whole);
        }
    }

    private static Path part(Path target, String what) {
        return target.resolveSibling("." + target.getFileName() + "." + what);
    }

    private static long writeItems(Table table, Path file, MessageDigest digest, LongConsumer done) throws IOException {
        long[] count = {0};
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            table.scan(item -> {
                if (DynamoStorage.isMadeAgain(item.key())) {
                    return;
                }
                byte[] line = (ItemJson.line(item) + "\n").getBytes(StandardCharsets.UTF_8);
                digest.update(line);
                write(out, line);
                done.accept(++count[0]);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count[0];
    }

    private static void write(OutputStream out, byte[] line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void piece(OutputStream out, String line) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out);
        gzip.write(line.getBytes(StandardCharsets.UTF_8));
        gzip.finish();
    }

    static String header(long items) {
        return "{\"tradsessions\":\"backup\",\"layout\":" + Layout.VERSION + ",\"items\":" + items + "}\n";
    }

    static String trailer(MessageDigest digest) {
        return "{\"sha256\":\"" + HexFormat.of().formatHex(digest.digest()) + "\"}\n";
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts a backup into an empty table. Before the first item is written, the whole file has been read and is known to be
 * whole. A mark stands in the table until the last is written: nobody uses a table in which it stands. There is no
 * snapshot of the index then, so whoever searches there first makes one from what was restored.
 */
public final class Restore {
    private static final Key MARK = new Key("RESTORE", "0");
    private static final String OF = "of";
    private static final Pattern HEADER =
            Pattern.compile("\\{\"tradsessions\":\"backup\",\"layout\":(\\d{1,9}),\"items\":(\\d{1,18})}");
    private static final int AT_ONCE = 100;

    private final Path file;
    private final String checksum;
    private final long items;

    private Restore(Path file, String checksum, long items) {
        this.file = file;
        this.checksum = checksum;
        this.items = items;
    }

    /** @throws UnusableBackup if the file is not a whole backup */
    public static Restore from(Path file) throws UnusableBackup {
        if (!Files.isRegularFile(file)) {
            throw new UnusableBackup(file + ": there is no such file");
        }
        try (Lines lines = new Lines(file)) {
            String header = lines.next();
            Matcher told = HEADER.matcher(header == null ? "" : header);
            if (!told.matches()) {
                throw new UnusableBackup(file + ": this is not a backup of TradSessions");
            }
            if (Integer.parseInt(told.group(1)) != Layout.VERSION) {
                throw new UnusableBackup(file + ": this backup has layout " + told.group(1)
                        + ", and this program knows " + Layout.VERSION);
            }
            MessageDigest digest = Backup.digest();
            long count = 0;
            String line = lines.next();
            String following = lines.next();
            while (line != null && following != null) {
                ItemJson.item(line);
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                count++;
                line = following;
                following = lines.next();
            }
            digest.update((header + "\n").getBytes(StandardCharsets.UTF_8));
            String checksum = Backup.trailer(digest).strip();
            if (count != Long.parseLong(told.group(2)) || !checksum.equals(line)) {
                throw new UnusableBackup(file + ": this backup is cut off or was changed; nothing was restored");
            }
            return new Restore(file, checksum, count);
        } catch (UnusableBackup e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableBackup(file + ": this is not a whole backup of TradSessions; nothing was restored");
        }
    }

    public long items() {
        return items;
    }

    /**
     * @param done is told how many items are written
     * @throws UnusableBackup if the table is not empty, or the file has changed since it was read
     */
    public void into(Table table, LongConsumer done) throws UnusableBackup {
        begin(table);
        try (Lines lines = new Lines(file)) {
            lines.next();
            List<Item> some = new ArrayList<>();
            for (long i = 1; i <= items; i++) {
                String line = lines.next();
                some.add(ItemJson.item(line == null ? "" : line));
                if (some.size() == AT_ONCE || i == items) {
                    table.putEach(some);
                    some.clear();
                    done.accept(i);
                }
            }
        } catch (IOException e) {
            throw new UnusableBackup(file + ": the file has changed meanwhile; the restore is not finished");
        }
        table.delete(MARK);
    }

    private void begin(Table table) throws UnusableBackup {
        Optional<String> begun = begun(table);
        if (begun.isEmpty()) {
            long[] others = {0};
            table.scan(item -> others[0] += Layout.isToldBy(item.key()) ? 0 : 1);
            if (others[0] > 0) {
                throw new UnusableBackup("The store is not empty: a backup is restored into an empty one,"
                        + " such as that of another folder (--data DIR).");
            }
            table.put(new Item(MARK, Map.of(OF, AttributeValue.fromS(checksum))), Condition.NONE);
        } else if (!begun.get().equals(checksum)) {
            throw new UnusableBackup("The restore of another backup was not finished here: restore that one again,"
                    + " or choose another folder (--data DIR).");
        }
    }

    /** @throws UnusableStore if a restore was begun and not finished */
    static void check(Table table) throws UnusableStore {
        if (begun(table).isPresent()) {
            throw new UnusableStore("A restore was not finished, and only a part is here: run ./run restore again with"
                    + " the same file, or choose another folder (--data DIR).");
        }
    }

    private static Optional<String> begun(Table table) {
        return table.get(MARK, ReadConsistency.STRONG)
                .map(mark -> mark.attributes()
                        .getOrDefault(OF, AttributeValue.fromS(""))
                        .s());
    }

    /** The lines of a compressed file. */
    private static final class Lines implements AutoCloseable {
        private final BufferedReader reader;

        Lines(Path file) throws IOException {
            reader = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8.newDecoder()));
        }

        @Nullable
        String next() throws IOException {
            return reader.readLine();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}

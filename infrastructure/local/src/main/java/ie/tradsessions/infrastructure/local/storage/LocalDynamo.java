package ie.tradsessions.infrastructure.local.storage;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteConstants;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/** DynamoDB Local in this process, with the table in one file, which nobody else has open meanwhile. */
final class LocalDynamo implements AutoCloseable {
    static final String TABLE = "tradsessions";

    /** Tells of every file that it opens; held here, since it would forget its level otherwise. */
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private static final String FILE = "tradsessions.db";
    private static final String LOCK = "tradsessions.lock";
    private static final Key NOTHING = new Key("NOTHING", "0");
    private static final int BUSY_MILLISECONDS = 10_000;

    private final Path file;
    private final FileChannel lock;
    private final AmazonDynamoDBLocal dynamo;

    private LocalDynamo(Path file, FileChannel lock, AmazonDynamoDBLocal dynamo) {
        this.file = file;
        this.lock = lock;
        this.dynamo = dynamo;
    }

    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /** @throws UnusableStore if the file is in use, or none of a table, or cannot be written */
    static LocalDynamo open(Path folder) throws UnusableStore {
        FileChannel lock = lock(folder);
        boolean open = false;
        try {
            check(file(folder));
            // DynamoDB Local calls home unless it is told not to: that is what the second argument says.
            LocalDynamo local = new LocalDynamo(
                    file(folder), lock, DynamoDBEmbedded.create(file(folder).toFile(), true));
            if (!local.client().listTables().tableNames().contains(TABLE)) {
                local.client().createTable(TableDefinition.createRequest(TABLE));
                local.client().updateTimeToLive(TableDefinition.timeToLiveRequest(TABLE));
            }
            open = true;
            return local;
        } finally {
            if (!open) {
                release(lock);
            }
        }
    }

    DynamoDbClient client() {
        return dynamo.dynamoDbClient();
    }

    /**
     * Returns when every transaction that was answered is in the file. DynamoDB Local answers a transaction before it has
     * committed it; it reads only afterwards.
     */
    void awaitCommit() {
        client().getItem(read -> read.tableName(TABLE).key(NOTHING.attributes()).consistentRead(true));
    }

    @Override
    public void close() {
        dynamo.shutdown();
        awaitClosed();
        release(lock);
    }

    /** DynamoDB Local closes the file a moment later; the log goes with whoever closes last. */
    private void awaitClosed() {
        Path log = file.resolveSibling(FILE + "-wal");
        try {
            for (int waited = 0; Files.exists(log) && waited < BUSY_MILLISECONDS; waited += 5) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileChannel lock(Path folder) throws UnusableStore {
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UnusableStore(folder + ": this folder cannot be written; choose another with --data DIR");
        }
        if (isLocked(channel)) {
            return channel;
        }
        release(channel);
        throw new UnusableStore(folder
                + ": another ./run is using these data; stop it first, or choose another folder with --data DIR");
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // It ends with the process at the latest.
        }
    }

    /** DynamoDB Local would try for ever to open what is not a database. */
    private static void check(Path file) throws UnusableStore {
        if (Files.exists(file) && (!Files.isRegularFile(file) || !Files.isWritable(file))) {
            throw new UnusableStore(
                    file + ": this is not a file that can be written; choose another folder with --data DIR");
        }
        SQLITE.setLevel(Level.OFF);
        try {
            SQLiteLibraryLoader.initialize();
        } catch (Exception e) {
            throw new UnusableStore("DynamoDB Local does not run on this machine; use --store memory");
        }
        SQLiteConnection connection = new SQLiteConnection(file.toFile());
        try {
            connection.open(true);
            // One that was closed a moment ago may still be putting its log away.
            connection.setBusyTimeout(BUSY_MILLISECONDS);
            // With a log of what is written, a write waits for the disk once instead of several times.
            connection.exec("PRAGMA journal_mode=WAL");
            SQLiteStatement check = connection.prepare("PRAGMA quick_check(1)");
            if (!check.step() || !check.columnString(0).equals("ok")) {
                throw damaged(file);
            }
        } catch (SQLiteException e) {
            throw isDamage(e)
                    ? damaged(file)
                    : new UnusableStore(file + ": this file cannot be opened by SQLite: " + e.getBaseErrorCode());
        } finally {
            connection.dispose();
        }
    }

    private static boolean isDamage(SQLiteException e) {
        return e.getBaseErrorCode() == SQLiteConstants.SQLITE_CORRUPT
                || e.getBaseErrorCode() == SQLiteConstants.SQLITE_NOTADB;
    }

    private static UnusableStore damaged(Path file) {
        return new UnusableStore(
                file + ": this file is damaged; move it away, and restore a backup with ./run restore FILE");
    }
}

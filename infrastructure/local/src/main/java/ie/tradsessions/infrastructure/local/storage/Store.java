package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Where everything is kept that this program stores. */
public sealed interface Store extends AutoCloseable permits MemoryStore, FileStore, AwsStore {
    /** One that forgets everything when the program ends. */
    static Store inMemory() {
        return new MemoryStore();
    }

    /**
     * A file in a folder, which nobody else has open meanwhile.
     *
     * @throws UnusableStore if that cannot be
     */
    static Store inFile(Path folder) throws UnusableStore {
        return FileStore.open(folder);
    }

    /**
     * A table on AWS.
     *
     * @param folder where the key of the cursors is kept
     * @throws UnusableStore if it cannot be reached
     */
    static Store onAws(String table, Path folder) throws UnusableStore {
        return AwsStore.open(table, folder);
    }

    /**
     * Makes the store ready for use.
     *
     * @throws UnusableStore if it holds what this program cannot read
     */
    default void begin() throws UnusableStore {
        Optional<Table> table = table();
        if (table.isPresent()) {
            TableCheck.check(table.get());
        }
    }

    /**
     * Every port, on this store.
     *
     * @param saved is told what was saved, after each save and each deletion through these ports
     */
    Storage ports(InstantSource clock, Consumer<StoredAggregate> saved);

    /** Seals cursors. */
    byte[] cursorKey();

    /** The table, or empty where everything is held in memory. */
    Optional<Table> table();

    /** Whether others may write to it while this program runs. */
    boolean isShared();

    /** To be said after "stored". */
    String place();

    @Override
    void close();
}

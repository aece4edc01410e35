package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** DynamoDB Local in this process, with its file in a folder, and the key of the cursors beside it. */
final class FileStore implements Store {
    private final LocalDynamo dynamo;
    private final Path file;
    private final byte[] cursorKey;
    private final Table table;

    private FileStore(LocalDynamo dynamo, Path file, byte[] cursorKey) {
        this.dynamo = dynamo;
        this.file = file;
        this.cursorKey = cursorKey;
        table = new Table(dynamo.client(), LocalDynamo.TABLE, Meter.NONE);
    }

    static FileStore open(Path folder) throws UnusableStore {
        LocalDynamo dynamo = LocalDynamo.open(folder);
        boolean open = false;
        try {
            FileStore store = new FileStore(dynamo, LocalDynamo.file(folder), CursorKey.of(folder));
            open = true;
            return store;
        } finally {
            if (!open) {
                dynamo.close();
            }
        }
    }

    @Override
    public Storage ports(InstantSource clock, Consumer<StoredAggregate> saved) {
        return DynamoStorage.on(table, clock, aggregate -> {
            dynamo.awaitCommit();
            saved.accept(aggregate);
        });
    }

    @Override
    public byte[] cursorKey() {
        return cursorKey.clone();
    }

    @Override
    public Optional<Table> table() {
        return Optional.of(table);
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String place() {
        return "in " + file;
    }

    @Override
    public void close() {
        dynamo.close();
    }
}

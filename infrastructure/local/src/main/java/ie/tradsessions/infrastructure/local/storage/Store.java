package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.UnsupportedLayout;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where everything is kept that this program stores. */
public final class Store implements AutoCloseable {
    private final String place;
    private final byte[] cursorKey;
    private final Adapters serving;
    private final Adapters importing;
    private final @Nullable Table table;
    private final @Nullable Deriving deriving;
    private final @Nullable Following following;
    private final Runnable release;

    private Store(
            String place,
            byte[] cursorKey,
            Adapters serving,
            Adapters importing,
            @Nullable Table table,
            @Nullable Deriving deriving,
            @Nullable Following following,
            Runnable release) {
        this.place = place;
        this.cursorKey = cursorKey.clone();
        this.serving = serving;
        this.importing = importing;
        this.table = table;
        this.deriving = deriving;
        this.following = following;
        this.release = release;
    }

    /** One that forgets everything when the program ends. */
    public static Store inMemory() {
        Adapters adapters = Adapters.on(new InMemoryStore());
        return new Store("in memory", CursorKey.any(), adapters, adapters, null, null, null, () -> {});
    }

    /**
     * DynamoDB Local in this process, with its file in a folder.
     *
     * @throws UnusableStore if that cannot be
     */
    public static Store local(Path folder, InstantSource clock) throws UnusableStore {
        LocalDynamo dynamo = LocalDynamo.open(folder);
        boolean open = false;
        try {
            Table table = new Table(dynamo.client(), LocalDynamo.TABLE, Meter.NONE);
            Derivation derivation = new Derivation(table, clock, tokens());
            Following following = Following.of(dynamo, table, derivation, folder, clock);
            Store store = onTable(
                    "in " + LocalDynamo.file(folder),
                    CursorKey.of(folder),
                    table,
                    derivation,
                    following,
                    dynamo::close);
            open = true;
            return store;
        } finally {
            if (!open) {
                dynamo.close();
            }
        }
    }

    /**
     * A table on AWS, where the stream function derives what is to be derived.
     *
     * @param folder where the key of the cursors is kept
     * @throws UnusableStore if it cannot be reached
     */
    public static Store onAws(String name, Path folder, InstantSource clock) throws UnusableStore {
        AwsTable aws = AwsTable.open(name);
        boolean open = false;
        try {
            Store store = onTable(
                    "in table " + name + " on AWS, " + aws.region(),
                    CursorKey.of(folder),
                    aws.table(),
                    new Derivation(aws.table(), clock, tokens()),
                    null,
                    aws::close);
            open = true;
            return store;
        } finally {
            if (!open) {
                aws.close();
            }
        }
    }

    private static Store onTable(
            String place,
            byte[] cursorKey,
            Table table,
            Derivation derivation,
            @Nullable Following following,
            Runnable release) {
        Deriving deriving = new Deriving(derivation);
        return new Store(
                place,
                cursorKey,
                Adapters.on(table, tokens(), partition -> {}),
                Adapters.on(table, tokens(), deriving),
                table,
                deriving,
                following,
                release);
    }

    /** Texts that nobody has given before. */
    public static Supplier<String> tokens() {
        return () -> UUID.randomUUID().toString();
    }

    /**
     * Makes the store ready for use: whatever was stored before is derived afterwards.
     *
     * @throws UnusableStore if it holds what this program cannot read
     */
    public void begin() throws UnusableStore {
        if (table == null) {
            return;
        }
        try {
            Restore.check(table);
            Layout.check(table);
        } catch (UnsupportedLayout e) {
            throw new UnusableStore(String.valueOf(e.getMessage()));
        }
        if (following != null) {
            following.begin();
        }
    }

    /** From now on, what is derived follows by itself. */
    public void follow() {
        if (following != null) {
            following.start();
        }
    }

    /** After an import that went through {@link #importing}: it leaves nothing to derive. */
    public void imported() {
        if (deriving != null) {
            deriving.finish();
        }
        if (following != null) {
            following.skip();
        }
    }

    /** Returns when everything is derived that was stored before; at once where that is not done here. */
    public void catchUp() {
        if (following != null) {
            following.catchUp();
        }
    }

    /** For those who serve: what is derived follows soon. */
    public Adapters serving() {
        return serving;
    }

    /** For imports, which look up what they stored a moment ago: what is derived follows at once. */
    public Adapters importing() {
        return importing;
    }

    /** Seals cursors. */
    public byte[] cursorKey() {
        return cursorKey.clone();
    }

    /** The table, or empty where everything is held in memory. */
    public Optional<Table> table() {
        return Optional.ofNullable(table);
    }

    public boolean forgets() {
        return table == null;
    }

    /** To be said after "stored". */
    public String place() {
        return place;
    }

    /** What is stored is derived before. */
    @Override
    public void close() {
        try {
            if (following != null) {
                following.close();
            }
        } finally {
            release.run();
        }
    }
}

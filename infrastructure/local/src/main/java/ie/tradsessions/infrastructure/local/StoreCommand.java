package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does something with what is stored, and ends. */
abstract class StoreCommand implements Callable<Integer> {
    private final InstantSource clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StoreOptions storage = new StoreOptions();

    StoreCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public final Integer call() throws IOException {
        storage.checkKept();
        prepare();
        try (Store store = storage.open()) {
            work(store);
        }
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    /** Looks at what the command was given, before the store is opened. */
    abstract void prepare() throws IOException;

    abstract void work(Store store) throws IOException;

    final InstantSource clock() {
        return clock;
    }

    final StoreOptions storage() {
        return storage;
    }

    /** These commands work on a table: that was checked before. */
    static Table table(Store store) {
        return store.table().orElseThrow();
    }

    final PrintWriter out() {
        return commandLine().getOut();
    }

    final PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli runs this command, and nobody else");
        }
        return spec.commandLine();
    }
}

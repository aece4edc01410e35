package ie.tradsessions.infrastructure.local;

import ie.tradsessions.infrastructure.local.storage.Store;
import ie.tradsessions.infrastructure.local.storage.UnusableStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the data are kept: the same for every command. */
final class StoreOptions {
    /** What there is to choose from. */
    enum Kind {
        LOCAL,
        MEMORY,
        AWS
    }

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = "local",
            description = {
                "local: a file in the folder of --data (default);",
                "memory: nowhere, all of it is forgotten at the end;",
                "aws: a table of DynamoDB on AWS."
            })
    private Kind kind = Kind.LOCAL;

    @Option(names = "--table", paramLabel = "NAME", description = "The table for --store aws.")
    private @Nullable String table;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where the data and long reports of imports go (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    Path data() {
        return data;
    }

    /** Where accounts are kept; null where everything is forgotten. */
    @Nullable
    Path accounts() {
        return kind == Kind.MEMORY ? null : data.resolve("accounts");
    }

    void check() {
        if (kind == Kind.AWS && table == null) {
            throw mistake("--store aws needs --table NAME");
        }
        if (kind != Kind.AWS && table != null) {
            throw mistake("--table is for --store aws");
        }
    }

    /** For a command that has nothing to do where everything is forgotten. */
    void checkKept() {
        check();
        if (kind == Kind.MEMORY) {
            throw mistake("--store memory keeps nothing that this command could work on");
        }
    }

    private CommandLine.ParameterException mistake(String what) {
        if (command == null) {
            throw new IllegalStateException("picocli fills this in, and nobody else");
        }
        return new CommandLine.ParameterException(command.commandLine(), what);
    }

    /** As it is found; {@link Store#begin} makes it ready. */
    Store open() throws UnusableStore {
        return switch (kind) {
            case LOCAL -> Store.inFile(data);
            case MEMORY -> Store.inMemory();
            case AWS -> Store.onAws(String.valueOf(table), data);
        };
    }
}

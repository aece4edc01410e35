package ie.tradsessions.infrastructure.local;

import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.storage.Restore;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Puts a backup into an empty store: all of it, or nothing.")
final class RestoreCommand extends StoreCommand {
    @Parameters(paramLabel = "FILE", description = "What ./run backup wrote.")
    private Path file = Path.of("");

    private @Nullable Restore restore;

    RestoreCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    void prepare() throws IOException {
        restore = Restore.from(file);
    }

    @Override
    void work(Store store) throws IOException {
        if (restore == null) {
            return;
        }
        try (Progress progress = TaskProgress.on(err()).start("Restoring", restore.items())) {
            restore.into(table(store), progress::to);
        }
        store.begin();
        out().printf(Locale.ROOT, "Restored %,d items from %s%n", restore.items(), file);
    }
}

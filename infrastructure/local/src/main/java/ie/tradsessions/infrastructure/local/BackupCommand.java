package ie.tradsessions.infrastructure.local;

import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.storage.Backup;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes everything that is stored, item by item, for ./run restore.")
final class BackupCommand extends StoreCommand {
    @Parameters(paramLabel = "FILE", description = "Where to write it: JSON Lines, compressed with gzip.")
    private Path file = Path.of("");

    BackupCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    void prepare() throws IOException {
        OutputFile.checkWritable(file);
    }

    @Override
    void work(Store store) throws IOException {
        store.begin();
        long items;
        try (Progress progress = TaskProgress.on(err()).start("Backing up", -1)) {
            items = Backup.write(table(store), file, progress::to);
        }
        out().printf(Locale.ROOT, "Backed up %,d items to %s%n", items, file);
    }
}

package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.lambda.dataset.ExportWriter;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes the whole open data set as JSON Lines, which ./run import reads.")
final class ExportCommand extends StoreCommand {
    private final String version;
    private final Supplier<OutputStream> standardOut;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Where to write it; without one, or for -, to the terminal.")
    private @Nullable Path file;

    ExportCommand(String version, InstantSource clock, Supplier<OutputStream> standardOut) {
        super(clock);
        this.version = version;
        this.standardOut = standardOut;
    }

    @Override
    void prepare() throws IOException {
        if (file != null && file.toString().equals("-")) {
            file = null;
        }
        if (file != null) {
            OutputFile.checkWritable(file);
        }
    }

    @Override
    void work(Store store) throws IOException {
        store.begin();
        LocalApplication application = LocalApplication.on(store, version, clock());
        if (file == null) {
            OutputStream out = standardOut.get();
            export(application, out);
            out.flush();
            return;
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            long written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = export(application, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            out().printf(Locale.ROOT, "Exported %,d venues and sessions, with their reviews, to %s%n", written, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long export(LocalApplication application, OutputStream out) throws IOException {
        LocalApplication.StoredCounts counts = application.storedCounts();
        long written = 0;
        Page<ExportDataSet.Entry> page = new Page<>(List.of(), null);
        try (Progress progress =
                TaskProgress.on(err()).start("Exporting", (long) counts.venues() + counts.sessions())) {
            do {
                page = application
                        .exportDataSet()
                        .export(new ExportDataSet.Query(ExportDataSet.DEFAULT_LIMIT, page.next()));
                out.write(ExportWriter.lines(page.items()));
                written += page.items().stream()
                        .filter(entry -> !(entry instanceof ExportDataSet.Entry.ReviewEntry))
                        .count();
                progress.to(written);
            } while (page.next() != null);
        }
        return written;
    }
}

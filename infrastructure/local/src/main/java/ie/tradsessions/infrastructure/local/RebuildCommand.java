package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.dynamodb.derived.Rebuild;
import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Works out again all that is derived, and says what was wrong.")
final class RebuildCommand extends StoreCommand {
    RebuildCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    void prepare() {
        // Takes nothing but the options.
    }

    @Override
    void work(Store store) throws IOException {
        store.begin();
        Rebuild rebuild = new Rebuild(table(store), clock(), Store.tokens());
        Rebuild.Report report;
        try (Progress progress = TaskProgress.on(err()).start("Rebuilding", rebuild.count())) {
            report = rebuild.run(progress::to);
        }
        store.imported();
        out().printf(
                        Locale.ROOT,
                        "Looked at %,d venues and %,d sessions: %s%n",
                        report.venues(),
                        report.sessions(),
                        report.wrong() == 0
                                ? "nothing was wrong."
                                : String.format(
                                        Locale.ROOT, "%,d items were wrong, and are set right.", report.wrong()));
        report.firstWrong().forEach(line -> out().println("  " + line));
        if (report.wrong() > report.firstWrong().size()) {
            out().printf(
                            Locale.ROOT,
                            "  … and %,d more%n",
                            report.wrong() - report.firstWrong().size());
        }
    }
}

package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.lambda.dataset.ExportReader;
import ie.tradsessions.application.dataset.RepairAggregates;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.infrastructure.local.importing.UnusableFile;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Stores again, from an export of before, what cannot be read, and nothing else.")
final class RepairCommand extends StoreCommand {
    @Parameters(paramLabel = "FILE", description = "What ./run export wrote before the damage.")
    private Path file = Path.of("");

    RepairCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    void prepare() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank()).forEach(ExportReader::read);
        } catch (InvalidValue e) {
            throw new UnusableFile(
                    file.toString(),
                    "this is not an export of TradSessions: " + e.field() + " has to be " + e.allowed());
        }
    }

    @Override
    void work(Store store) throws IOException {
        store.begin();
        RepairAggregates.Outcome outcome;
        try (Stream<String> lines = Files.lines(file)) {
            outcome = new RepairAggregates(store.ports(clock(), saved -> {}))
                    .repair(lines.filter(line -> !line.isBlank()).map(ExportReader::read));
        }
        out().printf(Locale.ROOT, "Repaired %,d from %s%n", outcome.repaired().size(), file);
        outcome.repaired().forEach(key -> out().println("  " + key));
        if (!outcome.left().isEmpty()) {
            out().printf(
                            Locale.ROOT,
                            "%,d cannot be read still:%n",
                            outcome.left().size());
            outcome.left().forEach(one -> out().println("  " + one.key() + ": " + one.reason()));
        }
    }
}

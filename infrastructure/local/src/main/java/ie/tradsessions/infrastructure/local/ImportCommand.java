package ie.tradsessions.infrastructure.local;

import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Imports files of venues and sessions; importing one again changes nothing.")
final class ImportCommand extends StoreCommand {
    private final String version;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Overpass JSON, GeoJSON, CSV, or our own export; recognised by what is in it.")
    private List<Path> files = List.of();

    private @Nullable ImportRun imports;

    ImportCommand(String version, InstantSource clock) {
        super(clock);
        this.version = version;
    }

    @Override
    void prepare() throws IOException {
        imports = ImportRun.survey(files, storage().data());
    }

    @Override
    void work(Store store) throws IOException {
        store.begin();
        if (imports != null) {
            LocalApplication application = LocalApplication.on(store, version, clock());
            imports.into(application, out(), err());
            application.snapshots().fold();
        }
    }
}

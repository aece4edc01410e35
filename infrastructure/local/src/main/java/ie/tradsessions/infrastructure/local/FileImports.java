package ie.tradsessions.infrastructure.local;

import ie.tradsessions.infrastructure.local.importing.DataFile;
import ie.tradsessions.infrastructure.local.importing.ImportReport;
import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.importing.UnusableFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The files of one import. */
final class FileImports {
    private final List<Incoming> incoming;
    private final Path reports;

    private FileImports(List<Incoming> incoming, Path reports) {
        this.incoming = List.copyOf(incoming);
        this.reports = reports;
    }

    /**
     * A file that is to be imported.
     *
     * @param survey what a first reading told of it
     * @param number its place among the files of this import
     */
    private record Incoming(DataFile file, DataFile.Survey survey, int number) {
        /** Files of one name do not share a report. */
        String reportName() {
            return "import-report-" + number + "-" + file.name() + ".txt";
        }
    }

    /**
     * Reads every file once, so that nothing is stored of any if one of them is not what it says.
     *
     * @param reports where long reports go
     */
    static FileImports survey(List<Path> paths, Path reports) throws UnusableFile {
        List<Incoming> incoming = new ArrayList<>();
        for (Path path : paths) {
            DataFile file = DataFile.at(path);
            incoming.add(new Incoming(file, file.read(entry -> {}), incoming.size() + 1));
        }
        return new FileImports(incoming, reports);
    }

    boolean isEmpty() {
        return incoming.isEmpty();
    }

    void into(Machine machine, PrintWriter out, PrintWriter err) throws UnusableFile {
        for (Incoming each : incoming) {
            into(machine, each, out, err);
        }
    }

    private void into(Machine machine, Incoming incoming, PrintWriter out, PrintWriter err) throws UnusableFile {
        String name = incoming.file().name();
        out.println("Importing " + name);
        out.flush();
        long start = System.nanoTime();
        try (ImportReport report = new ImportReport(reports.resolve(incoming.reportName()))) {
            try (Progress progress =
                    TaskProgress.on(err).start(name, incoming.survey().entries())) {
                machine.fileImport().run(incoming.file(), progress, report);
            }
            report.print(out, incoming.survey(), Duration.ofNanos(System.nanoTime() - start));
        }
        out.flush();
    }
}

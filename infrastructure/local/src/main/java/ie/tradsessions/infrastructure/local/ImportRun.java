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

/** Imports the files that were named on the command line, one after another. */
final class ImportRun {
    private final List<SurveyedFile> files;
    private final Path reports;

    private ImportRun(List<SurveyedFile> files, Path reports) {
        this.files = List.copyOf(files);
        this.reports = reports;
    }

    /**
     * A file that is to be imported.
     *
     * @param survey what a first reading told of it
     * @param number its place among the files of this import
     */
    private record SurveyedFile(DataFile file, DataFile.Survey survey, int number) {
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
    static ImportRun survey(List<Path> paths, Path reports) throws UnusableFile {
        List<SurveyedFile> files = new ArrayList<>();
        for (Path path : paths) {
            DataFile file = DataFile.at(path);
            files.add(new SurveyedFile(file, file.read(record -> {}), files.size() + 1));
        }
        return new ImportRun(files, reports);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    void into(LocalApplication application, PrintWriter out, PrintWriter err) throws UnusableFile {
        for (SurveyedFile file : files) {
            into(application, file, out, err);
        }
    }

    private void into(LocalApplication application, SurveyedFile surveyed, PrintWriter out, PrintWriter err)
            throws UnusableFile {
        String name = surveyed.file().name();
        out.println("Importing " + name);
        out.flush();
        long start = System.nanoTime();
        try (ImportReport report = new ImportReport(reports.resolve(surveyed.reportName()))) {
            try (Progress progress =
                    TaskProgress.on(err).start(name, surveyed.survey().records())) {
                application.fileImport().run(surveyed.file(), progress, report);
            }
            report.print(out, surveyed.survey(), Duration.ofNanos(System.nanoTime() - start));
        }
        out.flush();
    }
}

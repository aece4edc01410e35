package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.place.SessionCounts.Count;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.TransferVenue;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.infrastructure.local.importing.FileImport;
import ie.tradsessions.infrastructure.local.sample.SampleData;
import ie.tradsessions.infrastructure.local.storage.Adapters;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that one machine runs, put together: adapters, use cases, and the function that answers requests. */
final class Machine {
    private final PublicHandler publicHandler;
    private final FileImport fileImport;
    private final SampleData sampleData;
    private final ListCounties listCounties;
    private final ExportDataSet exportDataSet;

    private Machine(
            PublicHandler publicHandler,
            FileImport fileImport,
            SampleData sampleData,
            ListCounties listCounties,
            ExportDataSet exportDataSet) {
        this.publicHandler = publicHandler;
        this.fileImport = fileImport;
        this.sampleData = sampleData;
        this.listCounties = listCounties;
        this.exportDataSet = exportDataSet;
    }

    /** How much is stored. */
    record Stock(int venues, int sessions) {}

    /** What is stored, as far as it matters to what is shown. */
    enum Holding {
        NOTHING,
        /** Samples and nothing else, but not all of them. */
        SOME_SAMPLES,
        ALL_SAMPLES,
        MORE
    }

    static Machine on(Store store, String version, InstantSource clock) {
        Adapters serving = store.serving();
        PublicUseCases useCases = PublicUseCases.of(
                serving.sessionDirectory(),
                serving.sessionPages(),
                serving.venueDirectory(),
                serving.sessionCounts(),
                serving.dataSet(),
                clock);
        Adapters importing = store.importing();
        ImportVenue importVenue =
                new ImportVenue(importing.venues(), importing.venueDirectory(), CountyBoundaries.bundled());
        ImportSession importSession =
                new ImportSession(importing.sessions(), importing.feedbacks(), importing.venues());
        return new Machine(
                new PublicHandler(useCases, store.cursorKey(), version, Set.of(), clock),
                new FileImport(
                        importVenue,
                        new TransferVenue(importing.venues(), importing.venueDirectory()),
                        importSession,
                        importing.venues(),
                        importing.sessions(),
                        importing.venueDirectory(),
                        clock),
                new SampleData(importVenue, importSession, importing.venues(), clock),
                useCases.listCounties(),
                useCases.exportDataSet());
    }

    PublicHandler publicHandler() {
        return publicHandler;
    }

    FileImport fileImport() {
        return fileImport;
    }

    SampleData sampleData() {
        return sampleData;
    }

    ExportDataSet exportDataSet() {
        return exportDataSet;
    }

    Stock stock() {
        ListCounties.Listed listed = listCounties.list();
        int venues = counts(listed).mapToInt(Count::venues).sum();
        int sessions = counts(listed).mapToInt(Count::sessions).sum();
        return new Stock(venues, sessions);
    }

    /** Looks until it meets something that is no sample: where there is more than samples, that is soon. */
    Holding holding() {
        long samples = 0;
        Page<DataSet.Entry> page = new Page<>(List.of(), null);
        do {
            page = exportDataSet.export(new ExportDataSet.Query(ExportDataSet.MAX_LIMIT, page.next()));
            if (!page.items().stream().allMatch(Machine::isSample)) {
                return Holding.MORE;
            }
            samples += page.items().size();
        } while (page.next() != null);
        if (samples == 0) {
            return Holding.NOTHING;
        }
        return samples < SampleData.size() ? Holding.SOME_SAMPLES : Holding.ALL_SAMPLES;
    }

    private static boolean isSample(DataSet.Entry entry) {
        return switch (entry) {
            case DataSet.Entry.VenueEntry(var venue) -> venue.sample();
            case DataSet.Entry.SessionEntry(var session, var feedback) -> session.sample();
        };
    }

    private static Stream<Count> counts(ListCounties.Listed listed) {
        return Stream.concat(listed.counties().values().stream(), listed.countries().values().stream());
    }
}

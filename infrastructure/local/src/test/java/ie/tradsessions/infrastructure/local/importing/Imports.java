package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.application.session.IdentifySessions;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.application.venue.CloseVenue;
import ie.tradsessions.application.venue.FindVenueOfSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.TransferVenue;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Imports into a store of its own, on one evening. */
final class Imports {
    static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");

    private final Path folder;
    private final InMemoryStore store = new InMemoryStore();
    private final IndexedStorage stored =
            IndexedStorage.of((clock, saved) -> InMemoryStorage.of(store, clock, saved), () -> NOW);
    final Venues venues = stored.venues();
    final Sessions sessions = stored.sessions();
    final MemberUseCases members = new MemberUseCases(stored, () -> NOW);
    private final TransferSession transferSession =
            new TransferSession(sessions, stored.feedbacks(), stored.knownVenues(), stored.index());
    private final FileImport fileImport = new FileImport(
            new FileImport.UseCases(
                    new ImportVenue(venues, stored.venueHistory(), stored.index(), CountyBoundaries.bundled()),
                    new TransferVenue(venues, stored.venueHistory(), stored.index()),
                    new CloseVenue(venues, stored.venueHistory(), stored.index(), () -> NOW),
                    new FindVenueOfSession(stored.index()),
                    new IdentifySessions(sessions, stored.index()),
                    new ImportSession(transferSession, sessions, stored.knownVenues(), () -> NOW),
                    transferSession,
                    new TransferReviews(
                            stored.feedbacks(),
                            stored.storage().reviews(),
                            stored.storage().voices(),
                            stored.changes())),
            stored.knownVenues(),
            () -> NOW);

    Imports(Path folder) {
        this.folder = folder;
    }

    ImportReport text(String name, String content) throws IOException {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ImportReport bytes(String name, byte[] content) throws IOException {
        return file(Files.write(folder.resolve(name), content));
    }

    ImportReport file(Path path) throws UnusableFile {
        DataFile file = DataFile.at(path);
        file.read(record -> {});
        try (ImportReport report = new ImportReport(folder.resolve("report.txt"))) {
            fileImport.run(file, new SilentProgress(), report);
            return report;
        }
    }

    /** What serves the pages. */
    PublicHandler publicHandler() {
        return new PublicHandler(
                PublicUseCases.of(stored.index(), stored.storage(), () -> NOW),
                new byte[32],
                "test",
                Set.of(),
                () -> NOW);
    }

    /** Everything that is stored. */
    List<ExportDataSet.Entry> everything() {
        return new ExportDataSet(
                        stored.index(),
                        stored.storage().dataSet(),
                        stored.storage().reviews())
                .export(new ExportDataSet.Query(ExportDataSet.MAX_LIMIT, null))
                .items();
    }

    /** What a search finds now. */
    Index index() {
        return stored.index().current();
    }

    Venue venue(String dataset, String key) {
        return venues.find(index().from(new Source(dataset, key)).orElseThrow())
                .map(Versioned::value)
                .orElseThrow();
    }

    Venue onlyVenue() {
        List<Venue> all = index().find(new VenueQuery(null, null, null), NOW, 2, null).items().stream()
                .map(card -> venues.find(card.venue().id()).orElseThrow().value())
                .toList();
        if (all.size() != 1) {
            throw new AssertionError("venues: " + all);
        }
        return all.getFirst();
    }

    Session session(String key) {
        return sessions.find(new SessionId(Identifier.derivedFrom("session csv " + key)))
                .map(Versioned::value)
                .orElseThrow();
    }
}

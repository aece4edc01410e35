package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.inmemory.InMemoryDataSet;
import ie.tradsessions.adapters.inmemory.InMemorySessionCounts;
import ie.tradsessions.adapters.inmemory.InMemorySessionDirectory;
import ie.tradsessions.adapters.inmemory.InMemorySessionPages;
import ie.tradsessions.adapters.inmemory.InMemorySessions;
import ie.tradsessions.adapters.inmemory.InMemoryStandings;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.inmemory.InMemoryVenueDirectory;
import ie.tradsessions.adapters.inmemory.InMemoryVenues;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.place.SessionCounts.Count;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.session.ListOccurrences;
import ie.tradsessions.application.session.SessionDirectory;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.FindVenues;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.VenueDirectory;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.infrastructure.local.importing.FileImport;
import ie.tradsessions.infrastructure.local.sample.SampleData;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that one machine runs, put together: adapters, use cases, and the function that answers requests. */
final class Machine {
    private static final int CURSOR_KEY_BYTES = 32;

    private final PublicHandler publicHandler;
    private final FileImport fileImport;
    private final SampleData sampleData;
    private final ListCounties listCounties;

    private Machine(
            PublicHandler publicHandler, FileImport fileImport, SampleData sampleData, ListCounties listCounties) {
        this.publicHandler = publicHandler;
        this.fileImport = fileImport;
        this.sampleData = sampleData;
        this.listCounties = listCounties;
    }

    /** How much is stored. */
    record Stock(int venues, int sessions) {}

    /** A machine that keeps everything in memory, and nothing yet. */
    static Machine inMemory(String version, InstantSource clock) {
        InMemoryStore store = new InMemoryStore();
        Venues venues = new InMemoryVenues(store);
        VenueDirectory venueDirectory = new InMemoryVenueDirectory(store);
        Sessions sessions = new InMemorySessions(store);
        SessionDirectory sessionDirectory = new InMemorySessionDirectory(store);
        SessionPages pages = new InMemorySessionPages(store);
        ListCounties listCounties = new ListCounties(new InMemorySessionCounts(store));
        PublicUseCases useCases = new PublicUseCases(
                new FindSessions(sessionDirectory, clock),
                new ViewArea(sessionDirectory, clock),
                new ViewSession(pages, clock),
                new ListOccurrences(pages, clock),
                new FindVenues(venueDirectory),
                new ViewVenue(pages, clock),
                listCounties,
                new ExportDataSet(new InMemoryDataSet(store)));
        ImportVenue importVenue = new ImportVenue(venues, venueDirectory, CountyBoundaries.bundled());
        ImportSession importSession = new ImportSession(sessions, new InMemoryStandings(store), venues);
        return new Machine(
                new PublicHandler(useCases, cursorKey(), version, Set.of(), clock),
                new FileImport(importVenue, importSession, venues, sessions, venueDirectory, clock),
                new SampleData(importVenue, importSession, venues, clock),
                listCounties);
    }

    /** A new one for each start: what the pages of a list lead through is forgotten then too. */
    private static byte[] cursorKey() {
        byte[] key = new byte[CURSOR_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
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

    Stock stock() {
        ListCounties.Listed listed = listCounties.list();
        int venues = counts(listed).mapToInt(Count::venues).sum();
        int sessions = counts(listed).mapToInt(Count::sessions).sum();
        return new Stock(venues, sessions);
    }

    private static Stream<Count> counts(ListCounties.Listed listed) {
        return Stream.concat(listed.counties().values().stream(), listed.countries().values().stream());
    }
}

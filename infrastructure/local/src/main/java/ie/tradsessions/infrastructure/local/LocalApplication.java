package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.lambda.PrivateHandler;
import ie.tradsessions.adapters.lambda.PrivateUseCases;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.adapters.lambda.RetryPauses;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.access.Pause;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.http.ResponseCache;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.moderation.ReportSubject;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.search.Counts.Count;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.IdentifySessions;
import ie.tradsessions.application.session.ImportSample;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.application.venue.CloseVenue;
import ie.tradsessions.application.venue.FindVenueOfSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.application.venue.TransferVenue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.infrastructure.local.accounts.SampleAccount;
import ie.tradsessions.infrastructure.local.importing.FileImport;
import ie.tradsessions.infrastructure.local.sample.SampleData;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application as it runs on one machine: adapters, use cases, and the function that answers requests. */
final class LocalApplication {
    private final PublicHandler publicHandler;
    private final PrivateUseCases privateUseCases;
    private final byte[] cursorKey;
    private final InstantSource clock;
    private final FileImport fileImport;
    private final SampleData sampleData;
    private final ListCounties listCounties;
    private final ExportDataSet exportDataSet;
    private final SnapshotKeeper snapshots;

    private LocalApplication(
            PublicHandler publicHandler,
            PrivateUseCases privateUseCases,
            byte[] cursorKey,
            InstantSource clock,
            FileImport fileImport,
            SampleData sampleData,
            ListCounties listCounties,
            ExportDataSet exportDataSet,
            SnapshotKeeper snapshots) {
        this.publicHandler = publicHandler;
        this.privateUseCases = privateUseCases;
        this.cursorKey = cursorKey;
        this.clock = clock;
        this.fileImport = fileImport;
        this.sampleData = sampleData;
        this.listCounties = listCounties;
        this.exportDataSet = exportDataSet;
        this.snapshots = snapshots;
    }

    /** How much is stored. */
    record StoredCounts(int venues, int sessions) {}

    /** What kind of data are stored. */
    enum Contents {
        NOTHING,
        /** Samples and nothing else, but not all of them. */
        SOME_SAMPLES,
        /** All samples and nothing else. */
        ALL_SAMPLES,
        OTHER_DATA
    }

    /** Makes a snapshot of the index first, where there is none yet. */
    static LocalApplication on(Store store, String version, InstantSource clock) {
        SearchIndex.Listener log = new SearchIndexLog();
        AtomicReference<SearchIndex> searchIndex = new AtomicReference<>();
        Storage storage = store.ports(clock, saved -> searchIndex.get().saved(saved));
        SnapshotKeeper snapshots = new SnapshotKeeper(storage, clock, log);
        snapshots.fold();
        FollowPolicy policy = store.isShared() ? FollowPolicy.READS_ITS_OWN_WRITES : FollowPolicy.ALONE;
        SearchIndex index = new SearchIndex(storage, policy, clock, log);
        searchIndex.set(index);
        MemberNames names = new MemberNames(storage.members(), clock);
        PublicUseCases useCases = PublicUseCases.of(index, storage, names, clock);
        SecureRandom random = new SecureRandom();
        PrivateUseCases privateUseCases =
                PrivateUseCases.of(storage, index, names, clock, random, RetryPauses.atRandom(random));
        byte[] cursorKey = store.cursorKey();
        KnownVenues knownVenues = new KnownVenues(index, storage.venues());
        ImportVenue importVenue =
                new ImportVenue(storage.venues(), storage.venueHistory(), index, CountyBoundaries.bundled());
        TransferSession transferSession =
                new TransferSession(storage.sessions(), storage.feedbacks(), knownVenues, index);
        TransferReviews transferReviews =
                new TransferReviews(storage.feedbacks(), storage.reviews(), storage.voices(), storage.changes());
        FileImport.UseCases importUseCases = new FileImport.UseCases(
                importVenue,
                new TransferVenue(storage.venues(), storage.venueHistory(), index),
                new CloseVenue(storage.venues(), storage.venueHistory(), index, clock),
                new FindVenueOfSession(index),
                new IdentifySessions(storage.sessions(), index),
                new ImportSession(transferSession, storage.sessions(), knownVenues, clock),
                transferSession,
                transferReviews);
        ResponseCache cache = new ResponseCache(index::generation, clock, ResponseCache.DEFAULT_MAX_BYTES);
        return new LocalApplication(
                new PublicHandler(useCases, cursorKey, version, Set.of(), clock, cache),
                privateUseCases,
                cursorKey,
                clock,
                new FileImport(importUseCases, knownVenues, clock),
                new SampleData(
                        importVenue,
                        new ImportSample(
                                transferSession,
                                transferReviews,
                                storage.feedbacks(),
                                storage.members(),
                                storage.changes()),
                        knownVenues,
                        people(),
                        privateUseCases.welcomeMember(),
                        new ReportSubject(
                                new MemberRequests(storage.members(), storage.changes(), clock),
                                storage.cases(),
                                storage.sessions(),
                                knownVenues,
                                storage.reviews()),
                        clock),
                useCases.listCounties(),
                useCases.exportDataSet(),
                snapshots);
    }

    /** The invented people, by name. */
    private static Map<String, MemberId> people() {
        return Stream.of(SampleAccount.values())
                .collect(Collectors.toMap(SampleAccount::displayName, SampleAccount::member));
    }

    /** The functions that answer requests. */
    LocalFunctions functions(SignIn signIn) {
        return new LocalFunctions(
                publicHandler,
                new PrivateHandler(privateUseCases, signIn, cursorKey, Set.of(), clock, Pause.by(clock)));
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

    SnapshotKeeper snapshots() {
        return snapshots;
    }

    StoredCounts storedCounts() {
        ListCounties.Listed listed = listCounties.list();
        int venues = counts(listed).mapToInt(Count::venues).sum();
        int sessions = counts(listed).mapToInt(Count::sessions).sum();
        return new StoredCounts(venues, sessions);
    }

    /** Reads until it meets something that is no sample: where there are other data, that is soon. */
    Contents contents() {
        long samples = 0;
        Page<ExportDataSet.Entry> page = new Page<>(List.of(), null);
        do {
            page = exportDataSet.export(new ExportDataSet.Query(ExportDataSet.MAX_LIMIT, page.next()));
            if (!page.items().stream().allMatch(LocalApplication::isSample)) {
                return Contents.OTHER_DATA;
            }
            samples += page.items().stream()
                    .filter(entry -> !(entry instanceof ExportDataSet.Entry.ReviewEntry))
                    .count();
        } while (page.next() != null);
        if (samples == 0) {
            return Contents.NOTHING;
        }
        return samples < SampleData.size() ? Contents.SOME_SAMPLES : Contents.ALL_SAMPLES;
    }

    /** Whether the samples, where nothing else is stored, have the dates of today. */
    boolean samplesAreOfToday() {
        Map<SessionId, Session> sessions =
                exportDataSet.export(new ExportDataSet.Query(ExportDataSet.MAX_LIMIT, null)).items().stream()
                        .filter(ExportDataSet.Entry.SessionEntry.class::isInstance)
                        .map(entry -> ((ExportDataSet.Entry.SessionEntry) entry).session())
                        .collect(Collectors.toMap(Session::id, session -> session));
        return sampleData.areOfToday(sessions);
    }

    private static boolean isSample(ExportDataSet.Entry entry) {
        return switch (entry) {
            case ExportDataSet.Entry.VenueEntry(var venue) -> venue.sample();
            case ExportDataSet.Entry.SessionEntry(var session, var feedback) -> session.sample();
            // It follows its session, which has told.
            case ExportDataSet.Entry.ReviewEntry review -> true;
        };
    }

    private static Stream<Count> counts(ListCounties.Listed listed) {
        return Stream.concat(listed.counties().values().stream(), listed.countries().values().stream());
    }
}

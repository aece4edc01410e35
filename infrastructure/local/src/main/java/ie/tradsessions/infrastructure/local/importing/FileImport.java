package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.adapters.lambda.dataset.ExportReader;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.session.SessionKey;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.application.venue.FindVenueOfSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.application.venue.TransferVenue;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Result;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands the records of a file to the use cases that import them, one by one, and reports what became of each. */
public final class FileImport {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    private final UseCases useCases;
    private final KnownVenues venues;
    private final InstantSource clock;

    /** What imports a record. */
    public record UseCases(
            ImportVenue importVenue,
            TransferVenue transferVenue,
            FindVenueOfSession findVenueOfSession,
            ImportSession importSession,
            TransferSession transferSession) {}

    public FileImport(UseCases useCases, KnownVenues venues, InstantSource clock) {
        this.useCases = useCases;
        this.venues = venues;
        this.clock = clock;
    }

    /**
     * Imports a file that has been read to its end before, so that nothing is stored of one that breaks off.
     *
     * @throws UnusableFile if it has changed since
     */
    public void run(DataFile file, Progress progress, ImportReport report) throws UnusableFile {
        Run run = new Run(file.name(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), report);
        long[] read = {0};
        file.read(record -> {
            run.take(record);
            progress.to(++read[0]);
        });
    }

    /** The import of one file, with what its earlier records were. */
    private final class Run {
        private final String fileName;
        private final LocalDate today;
        private final ImportReport report;
        private final Map<Source, VenueId> venuesSeen = new HashMap<>();
        private final Set<SessionKey> sessionsSeen = new HashSet<>();

        /** By the identifiers that an export gives, the venues that these are here. */
        private final Map<VenueId, VenueId> transferred = new HashMap<>();

        Run(String fileName, LocalDate today, ImportReport report) {
            this.fileName = fileName;
            this.today = today;
            this.report = report;
        }

        void take(FileRecord record) {
            try {
                switch (record.format()) {
                    case OSM_TAGS -> takeVenue(record, OsmTags.read(record, today));
                    case VENUE_COLUMNS -> takeVenue(record, VenueColumns.read(record, VenueColumns.FROM_FILES));
                    case SESSION_COLUMNS -> takeSession(record, new RecordFields(record));
                    case EXPORT_LINE -> {
                        switch (ExportReader.read(record.fields().getOrDefault(FileRecord.LINE, ""))) {
                            case ExportDataSet.Entry.VenueEntry(Venue venue) -> transfer(record, venue);
                            case ExportDataSet.Entry.SessionEntry(Session session, Feedback feedback) ->
                                transfer(session, feedback);
                        }
                    }
                }
            } catch (InvalidValue e) {
                report.refuse(record, e.field() + ": " + e.allowed());
            }
        }

        private void takeVenue(FileRecord record, VenueRow row) {
            if (row.closedBecause() != null) {
                throw new InvalidValue(
                        "venue", "one that is open; this one has closed for good: " + row.closedBecause());
            }
            if (venuesSeen.containsKey(row.source())) {
                throw new InvalidValue("key", "not one that an earlier record of the file has");
            }
            store(record, row);
        }

        private VenueId store(FileRecord record, VenueRow row) {
            row.warnings().forEach(warning -> report.remark(Remark.PARTLY_TAKEN, record.label() + ": " + warning));
            ImportVenue.Imported imported =
                    useCases.importVenue().importVenue(new ImportVenue.Command(row.venue(), row.source(), false));
            imported.leftOut()
                    .forEach(left -> report.remark(
                            Remark.PARTLY_TAKEN,
                            record.label() + ": " + left.field() + " left out, it has to be " + left.allowed()));
            ImportVenue.Outcome outcome = imported.outcome();
            venuesSeen.put(row.source(), outcome.id());
            count(outcome);
            switch (outcome) {
                case ImportVenue.Outcome.Added(VenueId id, List<Venue> alike) ->
                    alike.forEach(other -> report.remark(Remark.SUSPECTED, suspicion(record, row, id, other)));
                case ImportVenue.Outcome.Merged(VenueId id) -> report.remark(Remark.MERGED, merger(record, row, id));
                case ImportVenue.Outcome.Updated updated -> {}
                case ImportVenue.Outcome.Unchanged unchanged -> {}
            }
            return outcome.id();
        }

        private void transfer(FileRecord record, Venue venue) {
            ImportVenue.Outcome outcome = useCases.transferVenue().transfer(venue);
            transferred.put(venue.id(), outcome.id());
            count(outcome);
            if (outcome instanceof ImportVenue.Outcome.Merged(VenueId id)) {
                report.remark(Remark.MERGED, record.label() + " “" + venue.name() + "” is " + id + ", of one source");
            }
        }

        private void transfer(Session given, Feedback feedback) {
            Session session = given.withVenues(id -> transferred.getOrDefault(id, id));
            report.add(
                    switch (useCases.transferSession().transfer(new TransferSession.Command(session, feedback))) {
                        case TransferSession.Outcome.NoSuchVenue missing ->
                            throw new InvalidValue("venueId", "a venue of an earlier line, or one that is known");
                        case TransferSession.Outcome outcome -> resultOf(outcome);
                    });
        }

        private void count(ImportVenue.Outcome outcome) {
            report.add(
                    switch (outcome) {
                        case ImportVenue.Outcome.Added added -> Result.VENUE_ADDED;
                        case ImportVenue.Outcome.Merged merged -> Result.VENUE_MERGED;
                        case ImportVenue.Outcome.Updated updated -> Result.VENUE_UPDATED;
                        case ImportVenue.Outcome.Unchanged unchanged -> Result.VENUE_UNCHANGED;
                    });
        }

        private void takeSession(FileRecord record, RecordFields columns) {
            SessionRow row = SessionColumns.read(columns, DateParser.UNAMBIGUOUS);
            SessionKey stated = row.key() == null ? null : new SessionKey(VenueColumns.FROM_FILES, row.key());
            if (stated != null && sessionsSeen.contains(stated)) {
                throw new InvalidValue("key", "not one that an earlier record of the file has");
            }
            VenueId venue = venueOf(record, columns, row);
            SessionKey key =
                    stated != null ? stated : SessionKey.derivedFrom(VenueColumns.FROM_FILES, venue, row.schedule());
            if (!sessionsSeen.add(key)) {
                throw new InvalidValue("key", "needed where venue and schedule are those of an earlier record");
            }
            ImportSession.Command command = new ImportSession.Command(
                    key,
                    venue,
                    row.description(),
                    row.schedule(),
                    new ImportSession.Attribution(row.sharedBy(), row.sharedOn(), fileName));
            report.add(
                    switch (useCases.importSession().importSession(command)) {
                        case ImportSession.Outcome.SharedInFuture future -> throw sharedInFuture();
                        case TransferSession.Outcome outcome -> resultOf(outcome);
                    });
        }

        /** A row that has a position describes its venue, unless it names one that is known by its key. */
        private VenueId venueOf(FileRecord record, RecordFields columns, SessionRow session) {
            String venue = session.venue();
            boolean described = columns.has(FileRecord.LATITUDE) || columns.has(FileRecord.LONGITUDE);
            FindVenueOfSession.Query query = new FindVenueOfSession.Query(
                    VenueColumns.sourceOf(venue),
                    described
                            ? null
                            : new FindVenueOfSession.Named(venue, columns.text("town"), columns.county("county")));
            return switch (useCases.findVenueOfSession().find(query)) {
                case FindVenueOfSession.Outcome.Found(VenueId id) -> id;
                case FindVenueOfSession.Outcome.NoSuchVenue none
                when described -> {
                    VenueRow row = VenueColumns.ofSession(columns, venue);
                    requireShared(session, row);
                    VenueId seen = venuesSeen.get(row.source());
                    yield seen != null ? seen : store(record, row);
                }
                case FindVenueOfSession.Outcome.NoSuchVenue none ->
                    throw new InvalidValue("venue", "a key or name of a known venue, or a name with lat and lon");
                case FindVenueOfSession.Outcome.SeveralVenues several ->
                    throw new InvalidValue(
                            "venue", "a name that one venue has; several do: give its town, county or lat and lon");
            };
        }
    }

    /** Of a session that will be refused, no new venue is to stay. */
    private void requireShared(SessionRow session, VenueRow venue) {
        ZoneId zone = venue.venue().timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone == null ? DUBLIN : zone);
        if (session.sharedOn() != null && session.sharedOn().isAfter(today)) {
            throw sharedInFuture();
        }
    }

    private static InvalidValue sharedInFuture() {
        return new InvalidValue("shared_on", "a date that is not in the future");
    }

    private static Result resultOf(TransferSession.Outcome outcome) {
        return switch (outcome) {
            case TransferSession.Outcome.Added added -> Result.SESSION_ADDED;
            case TransferSession.Outcome.Updated updated -> Result.SESSION_UPDATED;
            case TransferSession.Outcome.Unchanged unchanged -> Result.SESSION_UNCHANGED;
            case TransferSession.Outcome.NoSuchVenue(VenueId missing) ->
                throw new IllegalStateException("venue " + missing + " was there a moment ago");
        };
    }

    private static String suspicion(FileRecord record, VenueRow row, VenueId id, Venue other) {
        return String.format(
                Locale.ROOT,
                "%s is like “%s”, %.0f m away (%s %s and %s %s)",
                record.label(),
                other.name(),
                row.venue().location().metresTo(other.location()),
                row.source().key(),
                id,
                keys(other),
                other.id());
    }

    private String merger(FileRecord record, VenueRow row, VenueId id) {
        Venue venue = venues.find(id).orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s is “%s”, %.0f m away (%s, %s)",
                record.label(),
                venue.name(),
                row.venue().location().metresTo(venue.location()),
                keys(venue),
                id);
    }

    private static String keys(Venue venue) {
        return venue.sources().stream().map(Source::key).collect(Collectors.joining(" = "));
    }
}

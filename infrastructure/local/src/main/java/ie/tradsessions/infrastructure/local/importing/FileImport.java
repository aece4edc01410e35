package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.adapters.lambda.dataset.ExportReader;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.application.session.IdentifySessions;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.application.venue.CloseVenue;
import ie.tradsessions.application.venue.FindVenueOfSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.application.venue.TransferVenue;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Result;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hands the records of a file to the use cases that import them, one by one, and reports what became of each. Sessions
 * wait for the end of the file, since only all of them together tell which one each of them is, and so do venues that
 * have closed, since another record may show the same one open.
 */
public final class FileImport {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    private final UseCases useCases;
    private final KnownVenues venues;
    private final InstantSource clock;

    /** What imports a record. */
    public record UseCases(
            ImportVenue importVenue,
            TransferVenue transferVenue,
            CloseVenue closeVenue,
            FindVenueOfSession findVenueOfSession,
            IdentifySessions identifySessions,
            ImportSession importSession,
            TransferSession transferSession,
            TransferReviews transferReviews) {}

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
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Run run = new Run(file.name(), today, report, progress);
        file.read(run::take);
        run.takeReviews();
        run.takeClosed();
        run.takeSessions();
    }

    /** A record of a session that waits for the others. */
    private record Waiting(FileRecord record, SessionRow row, Origin origin, VenueId venue) {}

    /** The import of one file, with what its earlier records were. */
    private final class Run {
        private final String fileName;
        private final LocalDate today;
        private final ImportReport report;
        private final Map<Source, VenueId> venuesSeen = new HashMap<>();
        private final Map<FileRecord, VenueRow> closing = new LinkedHashMap<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private final Set<String> sessionKeys = new HashSet<>();

        /** By the identifiers that an export gives, the venues that these are here. */
        private final Map<VenueId, VenueId> transferred = new HashMap<>();

        /** Sessions of the file that are stored, by the identifiers that an export gives. */
        private final Set<SessionId> sessionsTransferred = new HashSet<>();

        /** Those of one session, which wait for the last of them: they are counted together. */
        private final List<Review> reviews = new ArrayList<>();

        private final Progress progress;
        private long done;

        Run(String fileName, LocalDate today, ImportReport report, Progress progress) {
            this.fileName = fileName;
            this.today = today;
            this.report = report;
            this.progress = progress;
        }

        void take(FileRecord record) {
            report.countRead();
            boolean session = record.format() == FileRecord.Format.SESSION_COLUMNS;
            int waitingBefore = waiting.size() + closing.size();
            orRefuse(record, session ? () -> await(record, new RecordFields(record)) : () -> store(record));
            if (waiting.size() + closing.size() == waitingBefore) {
                progress.to(++done);
            }
        }

        private void store(FileRecord record) {
            switch (record.format()) {
                case OSM_TAGS -> takeVenue(record, OsmTags.read(record, today));
                case VENUE_COLUMNS -> takeVenue(record, VenueColumns.read(record, VenueColumns.FROM_FILES));
                case EXPORT_LINE -> {
                    switch (ExportReader.read(record.fields().getOrDefault(FileRecord.LINE, ""))) {
                        case ExportDataSet.Entry.VenueEntry(Venue venue) -> transfer(record, venue);
                        case ExportDataSet.Entry.SessionEntry(Session session, Feedback feedback) ->
                            transfer(record, session, feedback);
                        case ExportDataSet.Entry.ReviewEntry(Review review) -> await(review);
                    }
                }
                case SESSION_COLUMNS -> throw new IllegalStateException("sessions wait for the end of the file");
            }
        }

        private void orRefuse(FileRecord record, Runnable taking) {
            try {
                taking.run();
            } catch (InvalidValue e) {
                report.refuse(record, record.titleOf(e.field()) + ": " + e.allowed());
            }
        }

        private void takeVenue(FileRecord record, VenueRow row) {
            if (venuesSeen.containsKey(row.source())) {
                throw sameKey();
            }
            if (row.closedBecause() == null) {
                report.add(resultOf(store(record, row)));
            } else {
                closing.put(record, row);
            }
        }

        private void close(FileRecord record, VenueRow row) {
            String because = row.closedBecause();
            CloseVenue.Command command = new CloseVenue.Command(
                    row.source(), row.venue().name(), row.venue().location(), Set.copyOf(venuesSeen.values()));
            switch (useCases.closeVenue().close(command)) {
                case CloseVenue.Outcome.Closed(Venue before, Venue now) -> {
                    report.add(Result.VENUE_UPDATED);
                    report.remark(Remark.CLOSED, record.label() + ", here “" + now.name() + "”: " + because);
                }
                case CloseVenue.Outcome.ClosedBefore before -> report.add(Result.VENUE_UNCHANGED);
                case CloseVenue.Outcome.KeptOpen(Venue venue) -> {
                    report.add(Result.VENUE_UNCHANGED);
                    report.remark(
                            Remark.CORRECTED, record.label() + ", here “" + venue.name() + "”, is open: " + because);
                }
                case CloseVenue.Outcome.ShownOpen(VenueId id) ->
                    throw new InvalidValue(
                            "venue",
                            "one that no other record of the file shows open; this one has closed for good (" + because
                                    + "), and " + id + " is open");
                case CloseVenue.Outcome.NoSuchVenue none ->
                    throw new InvalidValue("venue", "one that is open; this one has closed for good: " + because);
            }
        }

        private ImportVenue.Outcome store(FileRecord record, VenueRow row) {
            row.warnings().forEach(warning -> report.remark(Remark.PARTLY_TAKEN, record.label() + ": " + warning));
            ImportVenue.Imported imported =
                    useCases.importVenue().importVenue(new ImportVenue.Command(row.venue(), row.source(), false));
            imported.leftOut()
                    .forEach(left -> report.remark(
                            Remark.PARTLY_TAKEN,
                            record.label() + ": " + left.field() + " left out, it has to be " + left.allowed()));
            ImportVenue.Outcome outcome = imported.outcome();
            switch (outcome) {
                case ImportVenue.Outcome.Added(VenueId id, List<Venue> alike) ->
                    alike.forEach(other -> report.remark(Remark.SUSPECTED, suspicion(record, row, id, other)));
                case ImportVenue.Outcome.Merged(VenueId id) -> report.remark(Remark.MERGED, merger(record, row, id));
                case ImportVenue.Outcome.Updated updated -> remark(record.label(), updated);
                case ImportVenue.Outcome.KeptAsCorrected(Venue now, Venue told) ->
                    remarkCorrected(record.label(), now, told);
                case ImportVenue.Outcome.Unchanged unchanged -> {}
                case ImportVenue.Outcome.Removed removed -> throw removed();
            }
            venuesSeen.put(row.source(), outcome.id());
            return outcome;
        }

        private void transfer(FileRecord record, Venue venue) {
            ImportVenue.Outcome outcome = useCases.transferVenue().transfer(venue);
            report.add(resultOf(outcome));
            transferred.put(venue.id(), outcome.id());
            String label = record.label() + " “" + venue.name() + "”";
            switch (outcome) {
                case ImportVenue.Outcome.Merged(VenueId id) ->
                    report.remark(Remark.MERGED, label + " is " + id + ", of one source");
                case ImportVenue.Outcome.Updated updated -> remark(label, updated);
                case ImportVenue.Outcome.KeptAsCorrected(Venue now, Venue told) -> remarkCorrected(label, now, told);
                case ImportVenue.Outcome.Added added -> {}
                case ImportVenue.Outcome.Unchanged unchanged -> {}
                case ImportVenue.Outcome.Removed removed -> throw removed();
            }
        }

        private void remark(String label, ImportVenue.Outcome.Updated updated) {
            report.remark(Remark.UPDATED, label + ": " + Changes.of(updated.before(), updated.now()));
            if (!updated.told().equals(updated.now())) {
                remarkCorrected(label, updated.now(), updated.told());
            }
        }

        private void remarkCorrected(String label, Venue now, Venue told) {
            report.remark(Remark.CORRECTED, label + ": " + Changes.of(now, told));
        }

        private void transfer(FileRecord record, Session given, Feedback feedback) {
            Session session = given.withVenues(id -> transferred.getOrDefault(id, id));
            switch (useCases.transferSession().transfer(new TransferSession.Command(session, feedback))) {
                case TransferSession.Outcome.NoSuchVenue missing ->
                    throw new InvalidValue("venueId", "a venue of an earlier line, or one that is known");
                case TransferSession.Outcome outcome -> {
                    count(record, outcome);
                    sessionsTransferred.add(session.id());
                }
            }
        }

        private void await(Review review) {
            if (!sessionsTransferred.contains(review.session())) {
                throw new InvalidValue("sessionId", "a session of an earlier line that was taken");
            }
            if (!reviews.isEmpty() && !reviews.getFirst().session().equals(review.session())) {
                takeReviews();
            }
            reviews.add(review);
        }

        /** Takes the reviews of one session, now that all of them are read. */
        void takeReviews() {
            if (reviews.isEmpty()) {
                return;
            }
            TransferReviews.Transferred transferred = useCases.transferReviews()
                    .transfer(new TransferReviews.Command(
                            reviews.getFirst().session(), reviews, TransferReviews.Origin.EXPORT));
            report.add(Result.REVIEW_ADDED, transferred.added());
            report.add(Result.REVIEW_UPDATED, transferred.updated());
            report.add(Result.REVIEW_UNCHANGED, transferred.unchanged());
            reviews.clear();
        }

        private void await(FileRecord record, RecordFields columns) {
            SessionRow row = SessionColumns.read(columns, DateParser.UNAMBIGUOUS);
            // Of a session that will be refused, no new venue is to stay: so what can be refused is refused first.
            if (row.key() != null && sessionKeys.contains(row.key())) {
                throw sameKey();
            }
            Timetable.of(row.schedule());
            Origin origin = new Origin(VenueColumns.FROM_FILES, row.key());
            waiting.add(new Waiting(record, row, origin, venueOf(record, columns, row)));
            if (row.key() != null) {
                sessionKeys.add(row.key());
            }
        }

        /** Takes the venues that have closed, now that all of them are known that are open. */
        void takeClosed() {
            closing.forEach((record, row) -> {
                orRefuse(record, () -> close(record, row));
                progress.to(++done);
            });
        }

        /** Takes the sessions that were read, now that all of them are known. */
        void takeSessions() {
            List<IdentifySessions.Identity> identities = useCases.identifySessions()
                    .identify(new IdentifySessions.Query(
                            VenueColumns.FROM_FILES,
                            waiting.stream()
                                    .map(session -> new IdentifySessions.Described(
                                            session.origin().key(),
                                            session.venue(),
                                            session.row().description(),
                                            session.row().schedule()))
                                    .toList()));
            for (int i = 0; i < waiting.size(); i++) {
                Waiting session = waiting.get(i);
                IdentifySessions.Identity identity = identities.get(i);
                orRefuse(session.record(), () -> takeSession(session, identity));
                progress.to(++done);
            }
        }

        private void takeSession(Waiting session, IdentifySessions.Identity identity) {
            SessionId id = switch (identity) {
                case IdentifySessions.Identity.Of(SessionId known) -> known;
                case IdentifySessions.Identity.SameKey same -> throw sameKey();
                case IdentifySessions.Identity.KeyNeeded needed ->
                    throw new InvalidValue("key", "needed where venue and schedule are those of another record");
            };
            SessionRow row = session.row();
            ImportSession.Command command = new ImportSession.Command(
                    id,
                    session.origin(),
                    session.venue(),
                    row.description(),
                    row.schedule(),
                    new ImportSession.Attribution(row.sharedBy(), row.sharedOn(), fileName));
            switch (useCases.importSession().importSession(command)) {
                case ImportSession.Outcome.SharedInFuture future -> throw sharedInFuture();
                case TransferSession.Outcome outcome -> count(session.record(), outcome);
            }
        }

        private void count(FileRecord record, TransferSession.Outcome outcome) {
            report.add(resultOf(outcome));
            if (outcome instanceof TransferSession.Outcome.Updated(Session before, Session now)) {
                report.remark(Remark.UPDATED, record.label() + ": " + Changes.of(before, now));
            }
            if (outcome instanceof TransferSession.Outcome.KeptByOrganiser(Session now, Session told)) {
                report.remark(Remark.KEPT, record.label() + ": " + Changes.of(now, told));
            }
        }

        private VenueId storeWithSession(FileRecord record, VenueRow row) {
            ImportVenue.Outcome outcome = store(record, row);
            report.addWithSession(resultOf(outcome));
            return outcome.id();
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
                    yield seen != null ? seen : storeWithSession(record, row);
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

    private static InvalidValue sameKey() {
        return new InvalidValue("key", "not one that an earlier record of the file has");
    }

    private static InvalidValue sharedInFuture() {
        return new InvalidValue("shared_on", "a date that is not in the future");
    }

    private static InvalidValue removed() {
        return new InvalidValue("venue", "one that no moderator has removed here");
    }

    private static Result resultOf(ImportVenue.Outcome outcome) {
        return switch (outcome) {
            case ImportVenue.Outcome.Added added -> Result.VENUE_ADDED;
            case ImportVenue.Outcome.Merged merged -> Result.VENUE_MERGED;
            case ImportVenue.Outcome.Updated updated -> Result.VENUE_UPDATED;
            case ImportVenue.Outcome.KeptAsCorrected kept -> Result.VENUE_UNCHANGED;
            case ImportVenue.Outcome.Unchanged unchanged -> Result.VENUE_UNCHANGED;
            case ImportVenue.Outcome.Removed removed -> throw removed();
        };
    }

    private static Result resultOf(TransferSession.Outcome outcome) {
        return switch (outcome) {
            case TransferSession.Outcome.Added added -> Result.SESSION_ADDED;
            case TransferSession.Outcome.Updated updated -> Result.SESSION_UPDATED;
            case TransferSession.Outcome.Unchanged unchanged -> Result.SESSION_UNCHANGED;
            case TransferSession.Outcome.KeptByOrganiser kept -> Result.SESSION_UNCHANGED;
            case TransferSession.Outcome.NoSuchVenue(VenueId missing) ->
                throw new IllegalStateException("venue " + missing + " was there a moment ago");
            case TransferSession.Outcome.IsTakenDown taken ->
                throw new InvalidValue(
                        "session", "one that may be listed; the players of this one asked that it is not listed");
        };
    }

    private static String suspicion(FileRecord record, VenueRow row, VenueId id, Venue other) {
        return String.format(
                Locale.ROOT,
                "%s is like “%s”, %.0f m away (%s %s and %s %s; one place? merge them at %s)",
                record.label(),
                other.name(),
                row.venue().location().metresTo(other.location()),
                row.source().key(),
                id,
                keys(other),
                other.id(),
                "/moderation/merge?from=" + id + "&into=" + other.id());
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

package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.TransferVenue;
import ie.tradsessions.application.venue.VenueDirectory;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Fate;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imports what people bring in files. Each record is taken or refused by itself; importing a file again changes
 * nothing.
 */
public final class FileImport {
    private static final int LONGEST_NAME = 60;

    private final ImportVenue importVenue;
    private final TransferVenue transferVenue;
    private final ImportSession importSession;
    private final Venues venues;
    private final Sessions sessions;
    private final VenueOfSession venueOfSession;
    private final InstantSource clock;

    public FileImport(
            ImportVenue importVenue,
            TransferVenue transferVenue,
            ImportSession importSession,
            Venues venues,
            Sessions sessions,
            VenueDirectory directory,
            InstantSource clock) {
        this.importVenue = importVenue;
        this.transferVenue = transferVenue;
        this.importSession = importSession;
        this.venues = venues;
        this.sessions = sessions;
        this.venueOfSession = new VenueOfSession(venues, directory);
        this.clock = clock;
    }

    /**
     * Imports a file that has been read to its end before, so that nothing is stored of one that breaks off.
     *
     * @throws UnusableFile if it has changed since
     */
    public void run(DataFile file, Progress progress, ImportReport report) throws UnusableFile {
        Run run = new Run(file.name(), report);
        long[] read = {0};
        file.read(entry -> {
            run.take(entry);
            progress.to(++read[0]);
        });
    }

    /** The import of one file, with what it has met so far. */
    private final class Run {
        private final String fileName;
        private final ImportReport report;
        private final Map<Source, VenueId> venuesSeen = new HashMap<>();
        private final Map<SessionId, String> sessionsSeen = new HashMap<>();

        /** By the identifiers that an export gives, the venues that these are here. */
        private final Map<VenueId, VenueId> transferred = new HashMap<>();

        Run(String fileName, ImportReport report) {
            this.fileName = fileName;
            this.report = report;
        }

        void take(Entry entry) {
            try {
                switch (entry.form()) {
                    case OSM_TAGS -> takeVenue(entry, OsmTags.read(entry));
                    case VENUE_COLUMNS -> takeVenue(entry, VenueColumns.read(entry, VenueColumns.FROM_FILES));
                    case SESSION_COLUMNS -> takeSession(entry, new Fields(entry));
                    case EXPORT_LINE -> {
                        switch (ExportLine.read(entry.fields().getOrDefault(Entry.LINE, ""))) {
                            case DataSet.Entry.VenueEntry(Venue venue) -> transfer(entry, venue);
                            case DataSet.Entry.SessionEntry(Session session, Feedback feedback) ->
                                transfer(session, feedback);
                        }
                    }
                }
            } catch (InvalidValue e) {
                report.refuse(entry, e.field() + ": " + e.allowed());
            }
        }

        private void takeVenue(Entry entry, VenueRow row) {
            if (venuesSeen.containsKey(row.source())) {
                throw new InvalidValue("key", "not one that an earlier record of the file has");
            }
            store(entry, row);
        }

        private VenueId store(Entry entry, VenueRow row) {
            row.warnings().forEach(warning -> report.remark(Remark.PARTLY_TAKEN, entry.label() + ": " + warning));
            ImportVenue.Outcome outcome = importedWithoutTrifles(entry, row);
            venuesSeen.put(row.source(), outcome.id());
            count(outcome);
            switch (outcome) {
                case ImportVenue.Outcome.Added(VenueId id, List<Venue> alike) ->
                    alike.forEach(other -> report.remark(Remark.SUSPECTED, suspicion(entry, row, id, other)));
                case ImportVenue.Outcome.Merged(VenueId id) -> report.remark(Remark.MERGED, merger(entry, row, id));
                case ImportVenue.Outcome.Updated updated -> {}
                case ImportVenue.Outcome.Unchanged unchanged -> {}
            }
            return outcome.id();
        }

        /** A pub is not turned away for a bad telephone number. */
        private ImportVenue.Outcome importedWithoutTrifles(Entry entry, VenueRow row) {
            try {
                return importVenue.importVenue(new ImportVenue.Command(row.venue(), row.source(), false));
            } catch (InvalidValue e) {
                boolean trifle = (e.field().equals("website") && row.venue().website() != null)
                        || (e.field().equals("phone") && row.venue().phone() != null);
                if (!trifle) {
                    throw e;
                }
                report.remark(
                        Remark.PARTLY_TAKEN,
                        entry.label() + ": " + e.field() + " left out, it has to be " + e.allowed());
                return importedWithoutTrifles(entry, row.without(e.field()));
            }
        }

        private void transfer(Entry entry, Venue venue) {
            ImportVenue.Outcome outcome = transferVenue.transfer(venue);
            transferred.put(venue.id(), outcome.id());
            count(outcome);
            if (outcome instanceof ImportVenue.Outcome.Merged(VenueId id)) {
                report.remark(Remark.MERGED, entry.label() + " “" + venue.name() + "” is " + id + ", of one source");
            }
        }

        private void transfer(Session given, Feedback feedback) {
            VenueId venue = transferred.getOrDefault(given.venue(), given.venue());
            NavigableMap<LocalDate, OccurrenceStatus> changes =
                    new TreeMap<>(given.timetable().changes());
            changes.replaceAll((date, status) ->
                    status instanceof OccurrenceStatus.Moved(VenueId to, LocalTime at, String note) && to != null
                            ? new OccurrenceStatus.Moved(transferred.getOrDefault(to, to), at, note)
                            : status);
            Session session = new Session(
                    given.id(),
                    venue,
                    given.name(),
                    new Timetable(
                            given.timetable().schedule(),
                            changes,
                            given.timetable().endedOn()),
                    given.etiquette(),
                    given.instruments(),
                    given.craic(),
                    given.shared(),
                    given.sample());
            boolean silent = feedback.equals(Feedback.none(given.id()));
            ImportSession.Command command =
                    new ImportSession.Command(session, silent ? Optional.empty() : Optional.of(feedback));
            ImportSession.Outcome outcome = importSession.importSession(command);
            if (outcome instanceof ImportSession.Outcome.NoSuchVenue) {
                throw new InvalidValue("venueId", "a venue of an earlier line, or one that is known");
            }
            count(outcome);
        }

        private void count(ImportVenue.Outcome outcome) {
            report.add(
                    switch (outcome) {
                        case ImportVenue.Outcome.Added added -> Fate.VENUE_ADDED;
                        case ImportVenue.Outcome.Merged merged -> Fate.VENUE_MERGED;
                        case ImportVenue.Outcome.Updated updated -> Fate.VENUE_UPDATED;
                        case ImportVenue.Outcome.Unchanged unchanged -> Fate.VENUE_UNCHANGED;
                    });
        }

        private void count(ImportSession.Outcome outcome) {
            report.add(
                    switch (outcome) {
                        case ImportSession.Outcome.Added added -> Fate.SESSION_ADDED;
                        case ImportSession.Outcome.Updated updated -> Fate.SESSION_UPDATED;
                        case ImportSession.Outcome.Unchanged unchanged -> Fate.SESSION_UNCHANGED;
                        case ImportSession.Outcome.NoSuchVenue(VenueId missing) ->
                            throw new IllegalStateException("venue " + missing + " was there a moment ago");
                    });
        }

        private void takeSession(Entry entry, Fields columns) {
            SessionRow row = SessionColumns.read(columns, DateReading.ISO);
            VenueId venueId = venueOf(entry, columns, row.venue());
            Venue venue = venues.find(venueId).map(Versioned::value).orElseThrow();
            SessionId id = new SessionId(Identifier.derivedFrom("session csv " + keyOf(row, venueId)));
            String earlier = sessionsSeen.putIfAbsent(id, entry.unit() + " " + entry.number());
            if (earlier != null) {
                throw new InvalidValue("key", "needed where venue and schedule are those of an earlier record");
            }
            Optional<Session> known = sessions.find(id).map(Versioned::value);
            Session session = new Session(
                    id,
                    venueId,
                    row.name(),
                    known.map(before -> before.timetable().with(row.schedule()))
                            .orElseGet(() -> Timetable.of(row.schedule())),
                    row.etiquette(),
                    row.instruments(),
                    row.craic(),
                    shared(row, venue.timeZone(), known.map(Session::shared).orElse(null)),
                    false);
            count(importSession.importSession(new ImportSession.Command(session, Optional.empty())));
        }

        private VenueId venueOf(Entry entry, Fields columns, String venue) {
            Optional<VenueId> byKey = venueOfSession.byKey(venue);
            if (byKey.isPresent()) {
                return byKey.get();
            }
            if (columns.has(Entry.LATITUDE) || columns.has(Entry.LONGITUDE)) {
                VenueRow row = VenueColumns.ofSession(columns, venue);
                VenueId seen = venuesSeen.get(row.source());
                return seen != null ? seen : store(entry, row);
            }
            return venueOfSession.byName(venue, columns.text("town"), columns.county("county"));
        }

        /** Who shared it and when: as the file says, else as it was when it was first imported. */
        private Shared shared(SessionRow row, ZoneId zone, @Nullable Shared before) {
            Instant now = clock.instant();
            LocalDate sharedOn = row.sharedOn();
            Instant at = before == null ? now : before.at();
            if (sharedOn != null) {
                at = sharedOn.atTime(LocalTime.NOON).atZone(zone).toInstant();
                if (sharedOn.isAfter(LocalDate.ofInstant(now, zone))) {
                    throw new InvalidValue("shared_on", "a date that is not in the future");
                }
            }
            String by = row.sharedBy();
            if (by == null) {
                by = before == null ? fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME)) : before.by();
            }
            return new Shared(by, at);
        }
    }

    /** Whoever gives no key has another session where the venue, the rule or the start is another. */
    private static String keyOf(SessionRow row, VenueId venue) {
        Schedule schedule = row.schedule();
        return row.key() != null ? row.key() : venue + " " + schedule.recurrence() + " " + schedule.start();
    }

    private static String suspicion(Entry entry, VenueRow row, VenueId id, Venue other) {
        return String.format(
                Locale.ROOT,
                "%s is like “%s”, %.0f m away (%s %s and %s %s)",
                entry.label(),
                other.name(),
                row.venue().location().metresTo(other.location()),
                row.source().key(),
                id,
                keys(other),
                other.id());
    }

    private String merger(Entry entry, VenueRow row, VenueId id) {
        Venue venue = venues.find(id).map(Versioned::value).orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s is “%s”, %.0f m away (%s, %s)",
                entry.label(),
                venue.name(),
                row.venue().location().metresTo(venue.location()),
                keys(venue),
                id);
    }

    private static String keys(Venue venue) {
        return venue.sources().stream().map(Source::key).collect(Collectors.joining(" = "));
    }
}

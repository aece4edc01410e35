package ie.tradsessions.infrastructure.local.sample;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.member.WelcomeMember;
import ie.tradsessions.application.moderation.ReportSubject;
import ie.tradsessions.application.session.ImportSample;
import ie.tradsessions.application.session.ImportSample.Opinion;
import ie.tradsessions.application.session.SessionKey;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import ie.tradsessions.infrastructure.local.importing.CsvFile;
import ie.tradsessions.infrastructure.local.importing.FileRecord;
import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.importing.SessionColumns;
import ie.tradsessions.infrastructure.local.importing.SessionRow;
import ie.tradsessions.infrastructure.local.importing.UnusableFile;
import ie.tradsessions.infrastructure.local.importing.VenueColumns;
import ie.tradsessions.infrastructure.local.importing.VenueRow;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Invented venues and sessions at real towns, marked as samples. Their dates are relative to today, so that they look
 * alive on any day.
 */
public final class SampleData {
    private static final String DATASET = "sample";
    private static final String REPORTER = "Gráinne";

    private final ImportVenue importVenue;
    private final ImportSample importSample;
    private final KnownVenues venues;
    private final Map<String, MemberId> people;
    private final WelcomeMember welcomeMember;
    private final ReportSubject reportSubject;
    private final InstantSource clock;

    /** @param people the invented people who are members here, by the names under which they share sessions */
    public SampleData(
            ImportVenue importVenue,
            ImportSample importSample,
            KnownVenues venues,
            Map<String, MemberId> people,
            WelcomeMember welcomeMember,
            ReportSubject reportSubject,
            InstantSource clock) {
        this.importVenue = importVenue;
        this.importSample = importSample;
        this.venues = venues;
        this.people = Map.copyOf(people);
        this.welcomeMember = welcomeMember;
        this.reportSubject = reportSubject;
        this.clock = clock;
    }

    /** How many venues and sessions there are. */
    public static long size() {
        long[] rows = {0};
        read("venues.csv", row -> rows[0]++);
        read("sessions.csv", row -> rows[0]++);
        return rows[0];
    }

    /**
     * Whether the stored ones have the dates of today already, judged by those whose dates are counted from it: to store
     * all of them again would take seconds.
     */
    public boolean areOfToday(Map<SessionId, Session> stored) {
        Instant now = clock.instant();
        boolean[] moved = {true};
        read("sessions.csv", record -> {
            if (RelativeDateParser.isRelative(record.fields().getOrDefault("dates", ""))) {
                SessionId id = new SessionKey(DATASET, record.fields().getOrDefault("key", "")).toId();
                moved[0] &= Optional.ofNullable(stored.get(id))
                        .filter(session -> isScheduledAsOf(now, session, record))
                        .isPresent();
            }
        });
        return moved[0];
    }

    private boolean isScheduledAsOf(Instant now, Session session, FileRecord record) {
        ZoneId zone = venues.find(session.venue()).orElseThrow().timeZone();
        SessionRow row = SessionColumns.read(record, new RelativeDateParser(Night.of(now, zone)));
        return session.timetable().schedule().equals(row.schedule());
    }

    /**
     * Stores all of them, and moves those that are stored already to today, under the same identifiers; a row that is not
     * as it should be is a mistake of ours and fails.
     *
     * @param progress is told how many are stored
     */
    public void load(Progress progress) {
        Instant now = clock.instant();
        people.forEach((name, member) ->
                welcomeMember.welcome(new WelcomeMember.Command(new Identity(member, false), () -> Optional.of(name))));
        long[] stored = {0};
        Map<String, VenueId> byKey = new HashMap<>();
        read("venues.csv", record -> {
            VenueRow row = VenueColumns.read(record, DATASET);
            byKey.put(row.source().key(), store(row));
            progress.to(++stored[0]);
        });
        Map<String, FeedbackRow> feedbacks = new HashMap<>();
        FeedbackRow.read(() -> open("feedback.csv"), row -> feedbacks.put(row.session(), row));
        Map<String, List<Opinion>> reviews = new HashMap<>();
        ReviewRow.read(
                () -> open("reviews.csv"),
                people,
                row -> reviews.computeIfAbsent(row.session(), session -> new ArrayList<>())
                        .add(row.opinion()));
        read("sessions.csv", record -> {
            VenueId venueId = known(byKey, record.fields().getOrDefault("venue", ""));
            Venue venue = venues.find(venueId).orElseThrow();
            LocalDate tonight = Night.of(now, venue.timeZone());
            SessionRow row = SessionColumns.read(record, new RelativeDateParser(tonight));
            FeedbackRow feedback =
                    Optional.ofNullable(feedbacks.remove(row.key())).orElse(FeedbackRow.NONE);
            List<Opinion> written =
                    Optional.ofNullable(reviews.remove(row.key())).orElse(List.of());
            store(row, venue, tonight, feedback.with(written), byKey);
            progress.to(++stored[0]);
        });
        if (!feedbacks.isEmpty() || !reviews.isEmpty()) {
            throw new IllegalStateException(
                    "feedback on sessions that do not exist: " + feedbacks.keySet() + reviews.keySet());
        }
        report(byKey);
    }

    /** So that a moderator has something to decide. What has been reported before is not reported again. */
    private void report(Map<String, VenueId> venuesByKey) {
        report(
                new Subject.OfSession(sampleId("jarvey-tue")),
                Reason.NOT_TRUE,
                "I was there on two Tuesdays and there was no music. I think that it is over.");
        report(
                new Subject.OfReview(sampleId("jarvey-tue"), 1),
                Reason.OTHER,
                "This is about another house, I was at the same session and there were no coach parties.");
        report(
                new Subject.OfVenue(known(venuesByKey, "lee-cork")),
                Reason.NOT_TRUE,
                "The door is on the other side of the street, so the pin is wrong.");
    }

    private void report(Subject subject, Reason reason, String text) {
        MemberId reporter = people.get(REPORTER);
        if (reporter != null) {
            reportSubject.report(new ReportSubject.Command(new Identity(reporter, false), subject, reason, text));
        }
    }

    private static SessionId sampleId(String key) {
        return new SessionKey(DATASET, key).toId();
    }

    private VenueId store(VenueRow row) {
        ImportVenue.Imported imported =
                importVenue.importVenue(new ImportVenue.Command(row.venue(), row.source(), true));
        if (!imported.leftOut().isEmpty()) {
            throw new IllegalStateException(row.source() + ": " + imported.leftOut());
        }
        return imported.outcome().id();
    }

    private void store(
            SessionRow row, Venue venue, LocalDate tonight, FeedbackRow feedback, Map<String, VenueId> byKey) {
        ZoneId zone = venue.timeZone();
        String name = needed(row.sharedBy());
        MemberId member = people.get(name);
        Author sharer = member == null ? new Author.Named(name) : new Author.Member(member);
        Session session = Session.of(
                        sampleId(needed(row.key())),
                        venue.id(),
                        row.description(),
                        Timetable.of(row.schedule()),
                        Shared.on(needed(row.sharedOn()), zone, sharer))
                .organisedBy(member);
        List<ImportSample.Change> changes = feedback.changes().stream()
                .map(change -> new ImportSample.Change(change.night(), status(change, byKey)))
                .toList();
        TransferSession.Outcome outcome = importSample.importSample(
                new ImportSample.Command(session, zone, tonight, changes, feedback.opinions()));
        // A sample that somebody took down stays so.
        if (outcome instanceof TransferSession.Outcome.NoSuchVenue(VenueId missing)) {
            throw new IllegalStateException("venue " + missing + " was there a moment ago");
        }
    }

    private static <T> T needed(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }

    private static OccurrenceStatus status(FeedbackRow.Change change, Map<String, VenueId> byKey) {
        return switch (change) {
            case FeedbackRow.Cancelled(int night, String note) -> new OccurrenceStatus.Cancelled(note);
            case FeedbackRow.Moved(int night, String venue, String note) ->
                new OccurrenceStatus.Moved(known(byKey, venue), null, note);
        };
    }

    private static VenueId known(Map<String, VenueId> byKey, String key) {
        VenueId venue = byKey.get(key);
        if (venue == null) {
            throw new IllegalStateException("no sample venue has the key " + key);
        }
        return venue;
    }

    private static void read(String name, Consumer<FileRecord> each) {
        try {
            new CsvFile(name, () -> open(name)).read(each);
        } catch (UnusableFile e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String name) throws FileNotFoundException {
        InputStream in = SampleData.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }
}

package ie.tradsessions.infrastructure.local.sample;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import ie.tradsessions.infrastructure.local.importing.CsvFile;
import ie.tradsessions.infrastructure.local.importing.Entry;
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
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Invented venues and sessions at real towns, marked as samples. Their dates are told from today, so that they are
 * alive on any day; they go the way of every import.
 */
public final class SampleData {
    private static final String DATASET = "sample";
    private static final int MAX_NIGHTS_SAID = 20;
    private static final int MAX_NIGHTS_CHANGED = 20;

    private final ImportVenue importVenue;
    private final ImportSession importSession;
    private final Venues venues;
    private final InstantSource clock;

    public SampleData(ImportVenue importVenue, ImportSession importSession, Venues venues, InstantSource clock) {
        this.importVenue = importVenue;
        this.importSession = importSession;
        this.venues = venues;
        this.clock = clock;
    }

    /** How many venues and sessions there are. */
    public static long size() {
        long[] rows = {0};
        read("venues.csv", entry -> rows[0]++);
        read("sessions.csv", entry -> rows[0]++);
        return rows[0];
    }

    /**
     * Stores all of them; a row that is not as it should be is a mistake of ours and fails.
     *
     * @param progress is told how many are stored
     */
    public void load(Progress progress) {
        Instant now = clock.instant();
        long[] stored = {0};
        Map<String, VenueId> byKey = new HashMap<>();
        read("venues.csv", entry -> {
            VenueRow row = VenueColumns.read(entry, DATASET);
            ImportVenue.Command command = new ImportVenue.Command(row.venue(), row.source(), true);
            byKey.put(row.source().key(), importVenue.importVenue(command).id());
            progress.to(++stored[0]);
        });
        Map<String, FeedbackRow> feedbacks = new HashMap<>();
        readFeedbacks(row -> feedbacks.put(row.session(), row));
        read("sessions.csv", entry -> {
            VenueId venueId = known(byKey, entry.fields().getOrDefault("venue", ""));
            Venue venue = venues.find(venueId).map(Versioned::value).orElseThrow();
            LocalDate tonight = Timetable.nightOf(now, venue.timeZone());
            SessionRow row = SessionColumns.read(entry, new DatesFromToday(tonight));
            FeedbackRow feedback = feedbacks.remove(row.key());
            store(row, venue, tonight, feedback == null ? FeedbackRow.NONE : feedback, byKey);
            progress.to(++stored[0]);
        });
        if (!feedbacks.isEmpty()) {
            throw new IllegalStateException("feedbacks of sessions that there are not: " + feedbacks.keySet());
        }
    }

    private void store(SessionRow row, Venue venue, LocalDate tonight, FeedbackRow said, Map<String, VenueId> byKey) {
        SessionId id = new SessionId(Identifier.derivedFrom("session sample " + row.key()));
        ZoneId zone = venue.timeZone();
        Timetable timetable = Timetable.of(row.schedule());
        List<Occurrence> coming = timetable.next(tonight, MAX_NIGHTS_CHANGED, zone);
        for (FeedbackRow.Change change : said.upcoming()) {
            timetable = timetable.with(coming.get(change.night() - 1).date(), status(change, byKey));
        }
        LocalDate sharedOn = Optional.ofNullable(row.sharedOn()).orElseThrow();
        Session session = new Session(
                id,
                venue.id(),
                row.name(),
                timetable,
                row.etiquette(),
                row.instruments(),
                row.craic(),
                new Shared(
                        Optional.ofNullable(row.sharedBy()).orElseThrow(),
                        sharedOn.atTime(LocalTime.NOON).atZone(zone).toInstant()),
                true);
        Feedback feedback = feedback(id, timetable, tonight, zone, said);
        ImportSession.Outcome outcome =
                importSession.importSession(new ImportSession.Command(session, Optional.of(feedback)));
        if (outcome instanceof ImportSession.Outcome.NoSuchVenue(VenueId missing)) {
            throw new IllegalStateException("venue " + missing + " was there a moment ago");
        }
    }

    private static OccurrenceStatus status(FeedbackRow.Change change, Map<String, VenueId> byKey) {
        return switch (change) {
            case FeedbackRow.Cancelled(int night, String note) -> new OccurrenceStatus.Cancelled(note);
            case FeedbackRow.Moved(int night, String venue, String note) ->
                new OccurrenceStatus.Moved(known(byKey, venue), null, note);
        };
    }

    /** What was said is told by the number of the night, 1 being the latest; a schedule may not have had so many. */
    private static Feedback feedback(
            SessionId id, Timetable timetable, LocalDate tonight, ZoneId zone, FeedbackRow said) {
        List<LocalDate> past = timetable.datesBefore(tonight, MAX_NIGHTS_SAID).reversed();
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        said.said().forEach((nightsAgo, confirmations) -> {
            if (nightsAgo <= past.size()) {
                nights.put(past.get(nightsAgo - 1), confirmations);
            }
        });
        Feedback.LastWord lastWord = nights.isEmpty()
                ? null
                : new Feedback.LastWord(
                        said.lastSaidBy(),
                        nights.lastKey()
                                .atTime(timetable.schedule().start())
                                .atZone(zone)
                                .plusHours(2)
                                .toInstant());
        return new Feedback(id, nights, lastWord, new RatingSummary(said.ratings()));
    }

    private static VenueId known(Map<String, VenueId> byKey, String key) {
        VenueId venue = byKey.get(key);
        if (venue == null) {
            throw new IllegalStateException("no sample venue has the key " + key);
        }
        return venue;
    }

    private static void readFeedbacks(Consumer<FeedbackRow> each) {
        FeedbackRow.read(() -> open("feedback.csv"), each);
    }

    private static void read(String name, Consumer<Entry> each) {
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

package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.lambda.http.ResponseCache;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A few sessions, with every kind of schedule, night and venue, as they are on the evening of 24 November 2026. */
public final class TestSessions {
    public static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    public static final byte[] KEY = "a key for tests of 32 bytes or so".getBytes(StandardCharsets.UTF_8);

    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    public static final String SHARED_BY = "Aoife";
    public static final String CONFIRMED_BY = "Máire";

    public static final VenueId OHANLONS = new VenueId("1111111111111111");
    public static final VenueId TEACH_CEOIL = new VenueId("2222222222222222");
    public static final VenueId PADDYS = new VenueId("3333333333333333");

    /** Thursdays and Sundays, with all that can be said of a session. */
    public static final SessionId THURSDAYS = new SessionId("aaaaaaaaaaaaaaaa");

    public static final SessionId FORTNIGHTLY = new SessionId("bbbbbbbbbbbbbbbb");
    public static final SessionId FIRST_AND_LAST_FRIDAY = new SessionId("cccccccccccccccc");
    public static final SessionId CHRISTMAS = new SessionId("dddddddddddddddd");
    public static final SessionId WHENEVER = new SessionId("eeeeeeeeeeeeeeee");
    public static final SessionId BROOKLYN = new SessionId("ffffffffffffffff");
    public static final int SESSIONS = 6;

    /** All of {@link #THURSDAYS}. */
    public static final int REVIEWS = 12;

    public static final int VENUES = 3;

    private static final Etiquette OPEN_TUNES =
            new Etiquette(Admission.OPEN, Leadership.UNLED, Pace.STEADY, Focus.TUNES, Set.of());

    private final Storage storage = InMemoryStorage.of(new InMemoryStore(), CLOCK, saved -> {});

    /** Its index asks the journal before each answer. */
    static final FollowPolicy ALWAYS = new FollowPolicy(Duration.ZERO, ReadConsistency.STRONG, Duration.ZERO, false);

    /** What is stored, to look at and to change. */
    public Storage storage() {
        return storage;
    }

    public TestSessions() {
        venue(new Venue(
                OHANLONS,
                "O'Hanlon's",
                "Tigh Uí Ailín",
                List.of("The Fisher's Rest"),
                List.of(),
                new Place("Fisher Street", "TestSessions", County.CLARE, null, Country.IRELAND, false),
                new GeoPoint(53.0161, -9.3771),
                ZoneId.of("Europe/Dublin"),
                URI.create("https://ohanlons.example/"),
                "+353 65 000 0000",
                List.of(new Source(Source.OPENSTREETMAP, "node/1"), new Source("a list", "17")),
                false,
                null));
        venue(new Venue(
                TEACH_CEOIL,
                "Teach Ceoil",
                null,
                List.of(),
                List.of(),
                Place.in(County.CLARE, "Ennistymon"),
                new GeoPoint(52.9412, -9.2926),
                ZoneId.of("Europe/Dublin"),
                null,
                null,
                List.of(),
                true,
                null));
        venue(new Venue(
                PADDYS,
                "Paddy's",
                null,
                List.of(),
                List.of(),
                new Place(null, "Brooklyn", null, "New York", new Country("US"), false),
                new GeoPoint(40.6782, -73.9442),
                ZoneId.of("America/New_York"),
                null,
                null,
                List.of(),
                true,
                null));

        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        changes.put(LocalDate.of(2026, 11, 22), new OccurrenceStatus.Cancelled(null));
        changes.put(LocalDate.of(2026, 11, 26), new OccurrenceStatus.Moved(TEACH_CEOIL, LocalTime.of(22, 0), "Roof"));
        changes.put(LocalDate.of(2026, 11, 29), new OccurrenceStatus.Cancelled("A wedding"));
        changes.put(LocalDate.of(2026, 12, 3), new OccurrenceStatus.Moved(null, LocalTime.of(20, 0), null));
        session(new Session(
                THURSDAYS,
                OHANLONS,
                "The \"Fisher Street\" session\u2028",
                new Timetable(
                        new Schedule(
                                new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY, DayOfWeek.SUNDAY)),
                                LocalTime.of(21, 30),
                                LocalTime.of(0, 30),
                                new Season(Month.OCTOBER, Month.JUNE)),
                        changes,
                        null),
                new Etiquette(
                        Admission.ASK_FIRST, Leadership.ANCHORED, Pace.FULL, Focus.MIXED, Set.of(Dance.SET_DANCING)),
                Set.of(Instrument.FIDDLE, Instrument.UILLEANN_PIPES),
                "Two rings of chairs.\nBring a \"capo\".",
                new Shared(SHARED_BY, Instant.parse("2026-02-01T12:00:00Z")),
                false,
                null));
        NavigableMap<LocalDate, Confirmations> said = new TreeMap<>();
        said.put(LocalDate.of(2026, 11, 15), new Confirmations(0, 1));
        said.put(LocalDate.of(2026, 11, 19), new Confirmations(3, 0));
        keep(storage.feedbacks()
                .save(
                        new Feedback(
                                THURSDAYS,
                                said,
                                new Feedback.LastWord(
                                        new Author.Named(CONFIRMED_BY), Instant.parse("2026-11-20T09:12:00Z")),
                                reviews(List.of(4, 5, 5, 3, 5, 4, 5, 5, 4, 5, 5, 5))),
                        SaveOutcome.NEW));

        plain(FORTNIGHTLY, TEACH_CEOIL, new Recurrence.EveryNWeeks(2, LocalDate.of(2026, 11, 25), DayOfWeek.WEDNESDAY));
        plain(
                FIRST_AND_LAST_FRIDAY,
                TEACH_CEOIL,
                new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.FIRST, Ordinal.LAST), DayOfWeek.FRIDAY));
        plain(CHRISTMAS, OHANLONS, new Recurrence.Dates(List.of(LocalDate.of(2026, 12, 26))));
        plain(WHENEVER, OHANLONS, new Recurrence.Irregular("When the boats are in"));
        plain(BROOKLYN, PADDYS, new Recurrence.Weekly(Set.of(DayOfWeek.TUESDAY)));
    }

    public PublicHandler handler(String... origins) {
        return handler(storage, null, origins);
    }

    /** @param lookup is called before anything is looked up, and may fail */
    public PublicHandler handler(Runnable lookup) {
        return handler(observed(lookup), null);
    }

    /** With a cache of responses, which may be another clock's. */
    public PublicHandler handler(ResponseCache cache, Runnable lookup, String... origins) {
        return handler(observed(lookup), cache, origins);
    }

    private Storage observed(Runnable lookup) {
        return InterceptedStorage.of(storage, new InterceptedStorage.Interceptor() {
            @Override
            public void before(String call) {
                if (call.equals("since")) {
                    lookup.run();
                }
            }
        });
    }

    /** Nothing is stored yet. */
    public static PublicHandler emptyHandler() {
        return handler(InMemoryStorage.of(new InMemoryStore(), CLOCK, saved -> {}), null);
    }

    private static PublicHandler handler(Storage storage, @Nullable ResponseCache cache, String... origins) {
        SearchIndex index = new SearchIndex(storage, ALWAYS, CLOCK, IndexedStorage.NOTHING_HAPPENS);
        return new PublicHandler(PublicUseCases.of(index, storage, CLOCK), KEY, "test", Set.of(origins), CLOCK, cache);
    }

    /** Reviews of {@link #THURSDAYS}, one a day, with these ratings; the later one is the more helpful. */
    private Tally reviews(List<Integer> ratings) {
        List<Review> reviews = new ArrayList<>();
        for (int number = 1; number <= ratings.size(); number++) {
            Review review = new Review(
                    THURSDAYS,
                    number,
                    new Author.Named("Player " + number),
                    ratings.get(number - 1),
                    number % 2 == 0 ? "Great \"craic\",\nand a good fire." : null,
                    null,
                    Instant.parse("2026-11-01T12:00:00Z").plus(Duration.ofDays(number)),
                    null,
                    Visibility.SHOWN,
                    1,
                    number,
                    null);
            storage.changes().save(List.of(new Change.SaveReview(null, review)));
            reviews.add(review);
        }
        return Tally.recount(reviews, reviews.size(), Burst.NONE);
    }

    private void plain(SessionId id, VenueId venue, Recurrence recurrence) {
        session(new Session(
                id,
                venue,
                null,
                Timetable.of(Schedule.of(recurrence, LocalTime.of(21, 0))),
                OPEN_TUNES,
                Set.of(),
                null,
                new Shared(SHARED_BY, Instant.parse("2026-11-01T12:00:00Z")),
                true,
                null));
    }

    private void venue(Venue venue) {
        keep(storage.venues().save(venue, SaveOutcome.NEW));
    }

    public void session(Session session) {
        keep(storage.sessions().save(session, SaveOutcome.NEW));
    }

    private static void keep(SaveOutcome outcome) {
        if (!(outcome instanceof SaveOutcome.Saved)) {
            throw new IllegalStateException("not saved: " + outcome);
        }
    }
}

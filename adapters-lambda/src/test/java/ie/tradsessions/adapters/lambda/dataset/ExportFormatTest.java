package ie.tradsessions.adapters.lambda.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.application.dataset.ExportDataSet.Entry;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
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
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ExportWriter} writes, {@link ExportReader} reads. */
class ExportFormatTest {
    private static final GeoPoint BROOKLYN = new GeoPoint(40.7, -73.9);
    private static final Venue KETTLE = new Venue(
            new VenueId("1111111111111111"),
            "The Kettle",
            null,
            List.of(),
            List.of(),
            Place.in(County.CLARE, "Ennis"),
            new GeoPoint(1.5, -9),
            ZoneId.of("Europe/Dublin"),
            null,
            null,
            List.of(),
            false,
            null);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Property(tries = 500)
    void every_venue_that_is_written_is_read_back_equal(@ForAll("venues") Venue venue) {
        Entry entry = new Entry.VenueEntry(venue);
        assertThat(readBack(List.of(entry))).containsExactly(entry);
    }

    @Property(tries = 1000)
    void every_session_that_is_written_is_read_back_equal(@ForAll("sessions") Entry session) {
        assertThat(readBack(List.of(session))).containsExactly(session);
    }

    @Property(tries = 500)
    void every_review_that_is_written_is_read_back_equal(@ForAll("reviews") Review review) {
        Entry entry = new Entry.ReviewEntry(review);
        assertThat(readBack(List.of(entry))).containsExactly(entry);
    }

    @Property(tries = 100)
    void entries_keep_their_order(@ForAll List<@From("sessions") Entry> entries) {
        assertThat(readBack(entries)).isEqualTo(entries);
    }

    @Property(tries = 100)
    void an_export_is_recognised_by_its_beginning(@ForAll("sessions") Entry entry) {
        String lines = written(List.of(entry));
        assertThat(ExportReader.recognises(lines)).isTrue();
        assertThat(ExportReader.recognises(lines.substring(0, 30))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"type\":\"FeatureCollection\"}", "kind,VENUE", "{\"kind\":\"PUB\"}"})
    void what_is_no_export_is_not_recognised(String text) {
        assertThat(ExportReader.recognises(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\"kind\\":\\"VENUE\\"          | \\"kind\\":\\"PUB\\"       | kind
            \\"kind\\":\\"VENUE\\"          | \\"sort\\":\\"VENUE\\"     | kind
            \\"lat\\":1.5                  | \\"lat\\":\\"north\\"      | lat
            \\"lat\\":1.5                  | \\"lat\\":91             | lat
            \\"timeZone\\":\\"Europe/Dublin\\" | \\"timeZone\\":\\"Dublin\\" | timeZone
            \\"id\\":\\"1111111111111111\\" | \\"id\\":null            | id
            """)
    void a_property_that_is_wrong_is_named(String right, String wrong, String named) {
        String line = written(List.of(new Entry.VenueEntry(KETTLE))).strip();
        String broken = line.replace(right.replace("\\", ""), wrong.replace("\\", ""));
        assertThat(broken).isNotEqualTo(line);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> ExportReader.read(broken))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(named));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"kind\":", "{}{}"})
    void a_line_is_one_object(String line) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> ExportReader.read(line))
                .withMessageContaining("one object of JSON");
    }

    private static String written(List<Entry> entries) {
        return new String(ExportWriter.lines(entries), StandardCharsets.UTF_8);
    }

    private static List<Entry> readBack(List<Entry> entries) {
        String lines = written(entries);
        assertThat(lines.isEmpty() || lines.endsWith("\n")).isTrue();
        return List.of(lines.split("\n")).stream()
                .filter(line -> !line.isEmpty())
                .map(ExportReader::read)
                .toList();
    }

    @Test
    void an_export_of_an_earlier_program_says_nothing_of_former_names_closing_and_origin() {
        String venue = written(List.of(new Entry.VenueEntry(KETTLE)));
        String earlier = venue.replace("\"formerNames\":[],", "").replace(",\"closed\":null", "");

        assertThat(earlier.length()).isLessThan(venue.length() - 30);
        assertThat(ExportReader.read(earlier)).isEqualTo(new Entry.VenueEntry(KETTLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "UTC", "GMT+1", "+01:00", "America/New_York"})
    void a_zone_that_is_not_that_of_the_place_is_refused(String zone) {
        String line = written(List.of(new Entry.VenueEntry(KETTLE))).replace("Europe/Dublin", zone);

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> ExportReader.read(line))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("timeZone"));
    }

    @Provide
    Arbitrary<Venue> venues() {
        Arbitrary<Place> places = Combinators.combine(
                        text(200).injectNull(0.3), text(100).injectNull(0.3), Arbitraries.of(County.class))
                .as((street, town, county) -> new Place(
                        street, town, county, null, Place.in(county, null).country(), false))
                .flatMap(inIreland -> Arbitraries.of(
                        inIreland,
                        new Place(null, "Brooklyn", null, "New York", new Country("US"), false),
                        new Place(null, null, County.GALWAY, null, Country.IRELAND, true)));
        Arbitrary<GeoPoint> points = Combinators.combine(
                        Arbitraries.doubles().between(-90, 90).ofScale(15),
                        Arbitraries.doubles().between(-180, 180).ofScale(15))
                .as(GeoPoint::new);
        Arbitrary<Names> names = Combinators.combine(
                        text(120),
                        text(120).injectNull(0.5),
                        text(120).list().ofMaxSize(10),
                        text(120).list().ofMaxSize(10))
                .as(Names::new);
        Arbitrary<List<Source>> sources =
                Combinators.combine(text(60), text(200)).as(Source::new).list().ofMaxSize(3);
        return Combinators.combine(
                        ids(),
                        names,
                        places,
                        points,
                        Arbitraries.of("https://kettle.example/a?b=%20#c", "http://kettle.example")
                                .map(URI::create)
                                .injectNull(0.5),
                        text(40).injectNull(0.5),
                        sources)
                .as((id, name, place, point, website, phone, source) -> {
                    boolean abroad = place.county() == null;
                    return new Venue(
                            new VenueId(id),
                            name.name(),
                            name.irish(),
                            name.others(),
                            name.former(),
                            place,
                            abroad ? BROOKLYN : point,
                            ZoneId.of(abroad ? "America/New_York" : "Europe/London"),
                            website,
                            phone,
                            source,
                            id.startsWith("s"),
                            source.isEmpty() ? null : new Closure(source.getFirst(), TODAY));
                });
    }

    private record Names(String name, @Nullable String irish, List<String> others, List<String> former) {}

    @Provide
    Arbitrary<Entry> sessions() {
        Arbitrary<Etiquette> etiquettes = Combinators.combine(
                        Arbitraries.of(Admission.class),
                        Arbitraries.of(Leadership.class),
                        Arbitraries.of(Pace.class),
                        Arbitraries.of(Focus.class),
                        Arbitraries.of(Dance.class).set())
                .as(Etiquette::new);
        Arbitrary<Shared> shared = Combinators.combine(
                        text(60), Arbitraries.of(Instant.EPOCH, Instant.parse("2026-02-01T12:00:00.123456789Z")))
                .as(Shared::new);
        return Combinators.combine(
                        ids(),
                        text(120).injectNull(0.3),
                        timetables(),
                        etiquettes,
                        Arbitraries.of(Instrument.class).set(),
                        text(900).map(craic -> craic + "\n\n" + craic).injectNull(0.3),
                        shared,
                        feedbacks())
                .as((id, name, timetable, etiquette, instruments, craic, sharing, feedback) -> new Entry.SessionEntry(
                        new Session(
                                new SessionId(id),
                                new VenueId("1111111111111111"),
                                name,
                                timetable,
                                etiquette,
                                instruments,
                                craic,
                                sharing,
                                id.startsWith("s"),
                                id.startsWith("a") ? null : new Origin("csv", id.startsWith("b") ? null : id)),
                        new Feedback(new SessionId(id), feedback.nights(), feedback.lastWord(), feedback.tally())));
    }

    /** As an export has them: they are shown, and nobody is told who wrote them or how often they were changed. */
    @Provide
    Arbitrary<Review> reviews() {
        Arbitrary<Instant> moments = Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .map(second -> Instant.ofEpochSecond(second, 1_000L * (second % 1_000_000)));
        Arbitrary<Review.Answer> answers =
                Combinators.combine(text(800), moments).as(Review.Answer::new);
        return Combinators.combine(
                        ids(),
                        Arbitraries.integers().between(1, 999_999_999),
                        Arbitraries.integers().between(1, 5),
                        text(900).map(text -> text + "\n\n" + text).injectNull(0.3),
                        dates().injectNull(0.3),
                        Combinators.combine(moments, moments.injectNull(0.5)).as(Written::new),
                        Arbitraries.integers().between(0, 10_000),
                        answers.injectNull(0.5))
                .as((session, number, rating, text, night, written, helpful, answer) -> new Review(
                        new SessionId(session),
                        number,
                        new Author.FormerMember(),
                        rating,
                        text,
                        night,
                        written.at(),
                        written.changedAt(),
                        Visibility.SHOWN,
                        1,
                        helpful,
                        answer));
    }

    private record Written(Instant at, @Nullable Instant changedAt) {}

    private Arbitrary<Timetable> timetables() {
        Arbitrary<Season> seasons = Combinators.combine(Arbitraries.of(Month.class), Arbitraries.of(Month.class))
                .as(Season::new);
        Arbitrary<OccurrenceStatus> statuses = Arbitraries.oneOf(
                Arbitraries.of(new OccurrenceStatus.Scheduled()),
                text(200).injectNull(0.3).map(OccurrenceStatus.Cancelled::new),
                Combinators.combine(times().injectNull(0.3), text(200).injectNull(0.3))
                        .as((at, note) -> new OccurrenceStatus.Moved(new VenueId("2222222222222222"), at, note)),
                times().map(at -> new OccurrenceStatus.Moved(null, at, null)));
        return Combinators.combine(
                        recurrences(),
                        times(),
                        times().injectNull(0.3),
                        seasons.injectNull(0.5),
                        dates().injectNull(0.8),
                        Arbitraries.maps(dates(), statuses).ofMaxSize(5))
                .as((recurrence, start, end, season, endedOn, changes) -> {
                    Timetable timetable = new Timetable(
                            new Schedule(recurrence, start, end, fitting(season, recurrence)),
                            new TreeMap<LocalDate, OccurrenceStatus>(),
                            endedOn);
                    for (var change : changes.entrySet()) {
                        if (timetable.mayChange(change.getKey())) {
                            timetable = timetable.with(change.getKey(), change.getValue());
                        }
                    }
                    return timetable;
                });
    }

    private static @Nullable Season fitting(@Nullable Season season, Recurrence recurrence) {
        return season != null
                        && recurrence instanceof Recurrence.Dates(var dates)
                        && !dates.stream().allMatch(season::contains)
                ? null
                : season;
    }

    private static Arbitrary<Recurrence> recurrences() {
        Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
        return Arbitraries.oneOf(
                days.set().ofMinSize(1).map(Recurrence.Weekly::new),
                Combinators.combine(Arbitraries.integers().between(2, 26), dates(), days)
                        .as(Recurrence.EveryNWeeks::new),
                Combinators.combine(Arbitraries.of(Ordinal.class).set().ofMinSize(1), days)
                        .as(Recurrence.NthWeekdayOfMonth::new),
                dates().list().ofMinSize(1).ofMaxSize(20).map(Recurrence.Dates::new),
                text(200).map(Recurrence.Irregular::new));
    }

    private static Arbitrary<Feedback> feedbacks() {
        Arbitrary<Confirmations> confirmations = Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().greaterOrEqual(0))
                .as(Confirmations::new);
        Arbitrary<Feedback.LastWord> words =
                text(60).map(by -> new Feedback.LastWord(new Author.Named(by), Instant.parse("2026-11-20T09:12:00Z")));
        return Combinators.combine(Arbitraries.maps(dates(), confirmations).ofMaxSize(5), words.injectNull(0.5))
                .as((nights, word) ->
                        new Feedback(new SessionId("aaaaaaaaaaaaaaaa"), new TreeMap<>(nights), word, Tally.NONE));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(-60, 60).map(TODAY::plusDays);
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIDNIGHT.plusMinutes(minute));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars("0123456789abcdefghjkmnpqrstvwxyz")
                .ofLength(16);
    }

    /** With everything that JSON has to escape, and letters of two, three and four bytes. */
    private static Arbitrary<String> text(int maxLength) {
        return Arbitraries.strings()
                .withChars("ab \"\\/{}[]:,'\u00e1\u1e02\u2028\u20ac")
                .ofMaxLength(maxLength / 2 - 2)
                .map(letters -> "n" + letters + "\uD83C\uDFBB");
    }
}

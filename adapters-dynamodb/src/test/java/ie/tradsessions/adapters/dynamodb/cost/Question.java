package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.card.SessionCardBytes;
import ie.tradsessions.adapters.dynamodb.card.VenueBytes;
import ie.tradsessions.adapters.dynamodb.item.FeedbackItem;
import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.paper.ItemSize;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionOrder;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.venue.VenueCard;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked of the table, each question in as many ways as tell cheap from dear. */
public enum Question {
    FRONT_PAGE("front page, by rank", Target.A_LIST, all -> Stream.of(sessions(query()))),
    COUNTY("a county", Target.A_LIST, all -> counties().map(county -> sessions(query().county(county)))),
    COUNTY_AND_WEEKDAY(
            "a county, one weekday",
            Target.A_LIST,
            all -> counties()
                    .flatMap(county ->
                            days().map(day -> sessions(query().county(county).days(Set.of(day)))))),
    COUNTRY("a country", Target.A_LIST, all -> countries().map(country -> sessions(query().country(country)))),
    BY_NAME(
            "by name: all, a county",
            Target.A_LIST,
            all -> Stream.concat(
                    Stream.of(sessions(query().order(SessionOrder.NAME))),
                    counties().map(county -> sessions(query().county(county).order(SessionOrder.NAME))))),
    NEXT_NIGHT("by next night", Target.NONE, all -> Stream.of(sessions(query().order(SessionOrder.NEXT)))),
    NEXT_NIGHT_IN_A_COUNTY(
            "a county, by next night",
            Target.NONE,
            all -> counties().map(county -> sessions(query().county(county).order(SessionOrder.NEXT)))),
    ON_A_DATE("on a date", Target.A_LIST, all -> dates().map(date -> sessions(query().on(date)))),
    WORD("a word, letter by letter", Target.A_LIST, all -> typed().map(text -> sessions(query().text(text)))),
    TWO_WORDS("two words", Target.A_LIST, all -> Words.PAIRS.stream().map(text -> sessions(query().text(text)))),
    COUNTY_NAME(
            "a county's name, letter by letter",
            Target.A_LIST,
            all -> counties()
                    .flatMap(county -> Stream.of(county.englishName(), county.irishName()))
                    .flatMap(Question::letterByLetter)
                    .map(text -> sessions(query().text(text)))),
    NEAR(
            "25 km around, any day",
            Target.HALF_MORE,
            all -> points().map(point -> sessions(query().near(new Nearby(point, Nearby.DEFAULT_KM))))),
    NEAR_ON_A_WEEKDAY(
            "25 km around, one weekday",
            Target.NEAR_ON_A_WEEKDAY,
            all -> points().flatMap(point -> days().map(day ->
                    sessions(query().near(new Nearby(point, Nearby.DEFAULT_KM)).days(Set.of(day)))))),
    AREA("an area, 200 cards", Target.HALF_MORE, all -> areas().map(Question::area)),
    MAP_BOX("a map's box, 100 cards", Target.HALF_MORE, all -> boxes().map(Question::box)),
    SESSION_PAGE("a session's page", Target.A_PAGE, Question::sessionPages),
    VENUE_PAGE("a venue's page", Target.A_PAGE, Question::venuePages),
    COUNTS(
            "the counties with their counts",
            Target.A_PAGE,
            all -> Stream.of(Asked.first(
                    (ports, after) -> new Page<>(List.of(ports.sessionCounts().count()), null), counts -> 0L))),
    VENUE_BY_NAME(
            "a venue by name, letter by letter",
            Target.A_LIST,
            all -> typed().map(text -> Asked.first(venues(new VenueQuery(text, null, null)), bytes(all)))),
    VENUES_NEARBY(
            "venues in 25 km",
            Target.HALF_MORE,
            all -> points().map(point ->
                    Asked.first(venues(new VenueQuery(null, new Nearby(point, Nearby.DEFAULT_KM), null)), bytes(all)))),
    FRONT_PAGE_2("page 2 of the front page", Target.A_LIST, all -> Stream.of(more(query()))),
    COUNTY_2("page 2 of a county", Target.A_LIST, all -> counties().map(county -> more(query().county(county)))),
    COUNTY_AND_WEEKDAY_2(
            "page 2 of a county, one weekday",
            Target.A_LIST,
            all -> counties()
                    .flatMap(county ->
                            days().map(day -> more(query().county(county).days(Set.of(day)))))),
    COUNTRY_2("page 2 of a country", Target.A_LIST, all -> countries().map(country -> more(query().country(country)))),
    BY_NAME_2(
            "page 2 by name",
            Target.A_LIST,
            all -> Stream.concat(
                    Stream.of(more(query().order(SessionOrder.NAME))),
                    counties().map(county -> more(query().county(county).order(SessionOrder.NAME))))),
    ON_A_DATE_2("page 2 on a date", Target.A_LIST, all -> dates().map(date -> more(query().on(date)))),
    WORD_2("page 2 of a word", Target.A_LIST, all -> typed().map(text -> more(query().text(text)))),
    NEAR_2(
            "page 2 of 25 km around",
            Target.HALF_MORE,
            all -> points().map(point -> more(query().near(new Nearby(point, Nearby.DEFAULT_KM))))),
    VENUE_BY_NAME_2(
            "page 2 of venues by name",
            Target.A_LIST,
            all -> typed().map(text -> Asked.second(venues(new VenueQuery(text, null, null)), bytes(all)))),
    EXPORT(
            "a page of the export, 500 entries",
            Target.HALF_MORE,
            all -> Stream.of(
                    Asked.first(Question::export, Question::bytes), Asked.second(Question::export, Question::bytes)));

    /** What a question should cost. */
    enum Target {
        /** A read of 4 KB holds a page of 20 with room to spare. */
        A_LIST("at most 1.0, 1 trip"),
        NEAR_ON_A_WEEKDAY("mean 1.1, p99 2.0, 1 trip"),
        HALF_MORE("floor × 1.5, 1 trip"),
        A_PAGE("1.0, 1 trip"),
        NONE("none");

        private final String text;

        Target(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final String title;
    private final Target target;
    private final Function<GeneratedSessions, Stream<Asked>> instances;

    Question(String title, Target target, Function<GeneratedSessions, Stream<Asked>> instances) {
        this.title = title;
        this.target = target;
        this.instances = instances;
    }

    public String title() {
        return title;
    }

    Target target() {
        return target;
    }

    public Stream<Asked> instances(GeneratedSessions sessions) {
        return instances.apply(sessions);
    }

    private static SessionQuery.Builder query() {
        return SessionQuery.builder();
    }

    private static Asked sessions(SessionQuery.Builder query) {
        return Asked.first(pages(query.build(), FindSessions.DEFAULT_LIMIT), Question::bytes);
    }

    private static Asked more(SessionQuery.Builder query) {
        return Asked.second(pages(query.build(), FindSessions.DEFAULT_LIMIT), Question::bytes);
    }

    private static Asked area(BoundingBox box) {
        return Asked.first(pages(query().box(box).build(), ViewArea.DEFAULT_LIMIT), Question::bytes);
    }

    private static Asked box(BoundingBox box) {
        return Asked.first(pages(query().box(box).build(), FindSessions.MAX_LIMIT), Question::bytes);
    }

    private static Asked.Pages<SessionCard> pages(SessionQuery query, int limit) {
        return (ports, after) -> ports.sessionDirectory().find(query, GeneratedSessions.NOW, limit, after);
    }

    private static Asked.Pages<VenueCard> venues(VenueQuery query) {
        return (ports, after) -> ports.venueDirectory().find(query, FindSessions.DEFAULT_LIMIT, after);
    }

    private static Page<DataSet.Entry> export(Ports ports, PageToken after) {
        return ports.dataSet().read(ExportDataSet.DEFAULT_LIMIT, after);
    }

    private static long bytes(SessionCard card) {
        return SessionCardBytes.write(card).length;
    }

    private static ToLongFunction<VenueCard> bytes(GeneratedSessions all) {
        Map<VenueId, Venue> venues = all.venues().stream().collect(Collectors.toMap(Venue::id, venue -> venue));
        return card -> VenueBytes.write(venues.get(card.venue().id()), card.sessions()).length;
    }

    private static long bytes(DataSet.Entry entry) {
        return switch (entry) {
            case DataSet.Entry.VenueEntry venue -> bytes(venue.venue());
            case DataSet.Entry.SessionEntry session ->
                ItemSize.of(SessionItem.attributes(session.session())) + bytes(session.feedback());
        };
    }

    private static long bytes(Venue venue) {
        return ItemSize.of(VenueItem.attributes(venue));
    }

    private static long bytes(Feedback feedback) {
        return ItemSize.of(FeedbackItem.attributes(feedback));
    }

    private static Stream<Asked> sessionPages(GeneratedSessions all) {
        return some(all.sessions())
                .map(session -> Asked.first(
                        (ports, after) -> new Page<>(
                                List.of(ports.sessionPages()
                                        .session(session.id())
                                        .orElseThrow()),
                                null),
                        (SessionPages.SessionPage page) -> ItemSize.of(SessionItem.attributes(page.session()))
                                + bytes(page.feedback())
                                + bytes(page.venue())));
    }

    private static Stream<Asked> venuePages(GeneratedSessions all) {
        return some(all.venues())
                .map(venue -> Asked.first(
                        (ports, after) -> new Page<>(
                                List.of(ports.sessionPages().venue(venue.id()).orElseThrow()), null),
                        (SessionPages.VenuePage page) -> bytes(page.venue())
                                + page.sessions().stream()
                                        .mapToLong(Question::bytes)
                                        .sum()));
    }

    /** 256 from all over the list. */
    private static <T> Stream<T> some(List<T> all) {
        int step = Math.max(1, all.size() / 256);
        return IntStream.iterate(0, at -> at < all.size(), at -> at + step)
                .limit(256)
                .mapToObj(all::get);
    }

    private static Stream<County> counties() {
        return Arrays.stream(County.values());
    }

    private static Stream<DayOfWeek> days() {
        return Arrays.stream(DayOfWeek.values());
    }

    private static Stream<Country> countries() {
        return Stream.concat(Town.OF_IRELAND.stream(), Town.OF_ELSEWHERE.stream())
                .map(Town::country)
                .distinct();
    }

    private static Stream<LocalDate> dates() {
        return IntStream.range(0, 28).mapToObj(TODAY::plusDays);
    }

    private static Stream<GeoPoint> points() {
        return Stream.concat(Town.OF_IRELAND.stream(), Town.OF_ELSEWHERE.stream())
                .map(Town::location);
    }

    /** The areas of the towns: cells of a geohash of three letters. */
    private static Stream<BoundingBox> areas() {
        double width = 360.0 / 256;
        double height = 180.0 / 128;
        return points().map(point -> List.of(
                        Math.floor((point.longitude() + 180) / width) * width - 180,
                        Math.floor((point.latitude() + 90) / height) * height - 90))
                .distinct()
                .map(corner -> new BoundingBox(
                        corner.getFirst(), corner.getLast(), corner.getFirst() + width, corner.getLast() + height));
    }

    /** What a screen shows around a town: from a quarter of it to all of it with its surroundings. */
    private static Stream<BoundingBox> boxes() {
        return points().filter(point -> Math.abs(point.longitude()) < 179)
                .flatMap(point -> Stream.of(0.01, 0.05, 0.2, 0.5)
                        .map(half -> new BoundingBox(
                                point.longitude() - half,
                                point.latitude() - half / 2,
                                point.longitude() + half,
                                point.latitude() + half / 2)));
    }

    private static Stream<String> typed() {
        return Words.SINGLE.stream().flatMap(Question::letterByLetter);
    }

    private static Stream<String> letterByLetter(String text) {
        return IntStream.rangeClosed(1, text.length()).mapToObj(end -> text.substring(0, end));
    }
}

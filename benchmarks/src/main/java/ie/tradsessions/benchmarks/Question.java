package ie.tradsessions.benchmarks;

import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SessionOrder;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What people ask, each as several requests of one kind, so that no single answer stands for all. */
public enum Question {
    LIST("front page, first 20 by rank", store -> list(query -> query)),
    TONIGHT("the same, only tonight's", store -> list(query -> query.on(today()))),
    ON_A_DATE(
            "the same, on each of the next 14 days",
            store -> Stream.iterate(1, day -> day + 1)
                    .limit(14)
                    .flatMap(day -> list(query -> query.on(today().plusDays(day))))),
    BY_NEXT_NIGHT("first 20 by next night", store -> list(query -> query.order(SessionOrder.NEXT))),
    BY_NAME("first 20 by name", store -> list(query -> query.order(SessionOrder.NAME))),
    COUNTY("each county, first 20 by rank", store -> counties(query -> query)),
    COUNTY_BY_NEXT_NIGHT("the same, by next night", store -> counties(query -> query.order(SessionOrder.NEXT))),
    NEAR("25 km around 12 towns", store -> towns().flatMap(town -> near(town, query -> query))),
    NEAR_ON_A_WEEKDAY(
            "the same, on each weekday",
            store -> towns().flatMap(town ->
                    Arrays.stream(DayOfWeek.values()).flatMap(day -> near(town, query -> query.days(Set.of(day)))))),
    NEAR_A_CITY("25 km around 6 cities", store -> cities().flatMap(city -> near(city, query -> query))),
    BOX("a map's box around 12 towns", store -> towns().flatMap(town -> list(query -> query.box(box(town))))),
    TEXT("text, as one types", store -> texts("dub", "dún na ngall", "galway", "tigh choilí", "o'b", "seisiún")),
    ONE_LETTER("text of one letter", store -> texts("a", "c", "d", "g", "s", "t")),
    TWO_WORDS(
            "text of two words",
            store -> texts("the anchor", "co. clare", "crane dub", "slow session", "tigh galway", "o'brien ennis")),
    SESSION("pages of 64 sessions", store -> store.someSessions(64).map(PublicRequest.SessionPage::new)),
    VENUE("pages of 64 venues", store -> store.someVenues(64).map(PublicRequest.VenuePage::new)),
    AREA(
            "areas, at most 200 cards",
            store -> Stream.of("gc7", "gc3", "gc1", "gc2", "gce", "gc6").map(PublicRequest.Area::new));

    private final String title;
    private final Function<GeneratedStore, Stream<? extends PublicRequest>> requests;

    Question(String title, Function<GeneratedStore, Stream<? extends PublicRequest>> requests) {
        this.title = title;
        this.requests = requests;
    }

    String title() {
        return title;
    }

    List<PublicRequest> requests(GeneratedStore store) {
        return requests.apply(store).<PublicRequest>map(request -> request).toList();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(GeneratedStore.NOW, ZoneOffset.UTC);
    }

    private static Stream<PublicRequest> list(UnaryOperator<SessionQuery.Builder> conditions) {
        return Stream.of(new PublicRequest.SessionList(
                conditions.apply(SessionQuery.builder()).build()));
    }

    private static Stream<PublicRequest> counties(UnaryOperator<SessionQuery.Builder> conditions) {
        return Arrays.stream(County.values()).flatMap(county -> list(query -> conditions.apply(query.county(county))));
    }

    private static Stream<PublicRequest> near(GeoPoint point, UnaryOperator<SessionQuery.Builder> conditions) {
        return list(query -> conditions.apply(query.near(new Nearby(point, Nearby.DEFAULT_KM))));
    }

    private static Stream<PublicRequest> texts(String... texts) {
        return Stream.of(texts).flatMap(text -> list(query -> query.text(text)));
    }

    /** About what a phone shows of the land around a town. */
    private static BoundingBox box(GeoPoint town) {
        return new BoundingBox(
                town.longitude() - 0.15, town.latitude() - 0.15, town.longitude() + 0.15, town.latitude() + 0.15);
    }

    private static Stream<GeoPoint> towns() {
        return Stream.of(
                new GeoPoint(53.3498, -6.2603),
                new GeoPoint(51.8985, -8.4756),
                new GeoPoint(53.2707, -9.0568),
                new GeoPoint(52.6638, -8.6267),
                new GeoPoint(54.5973, -5.9301),
                new GeoPoint(54.9966, -7.3086),
                new GeoPoint(54.2766, -8.4761),
                new GeoPoint(52.8436, -8.9864),
                new GeoPoint(52.1409, -10.2688),
                new GeoPoint(53.8008, -9.5228),
                new GeoPoint(54.6538, -8.1096),
                new GeoPoint(52.2593, -7.1101));
    }

    /** Dublin, Belfast, Cork, Galway, London and Boston: the generated sessions crowd in those of Ireland. */
    private static Stream<GeoPoint> cities() {
        return Stream.of(
                new GeoPoint(53.3441, -6.2675),
                new GeoPoint(54.5966, -5.9301),
                new GeoPoint(51.8979, -8.4706),
                new GeoPoint(53.2744, -9.0490),
                new GeoPoint(51.5072, -0.1276),
                new GeoPoint(42.3601, -71.0589));
    }
}

package ie.tradsessions.benchmarks;

import ie.tradsessions.domain.place.County;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people ask, each as several requests of one kind, so that no single answer stands for all. */
public enum Question {
    LIST("front page, first 20 by rank", store -> Stream.of("/v1/sessions")),
    TONIGHT("the same, only tonight's", store -> Stream.of("/v1/sessions?on=2026-11-24")),
    SOON("first 20 by next night", store -> Stream.of("/v1/sessions?sort=next")),
    COUNTY(
            "each county, first 20 by rank",
            store -> Arrays.stream(County.values()).map(county -> "/v1/sessions?county=" + county.slug())),
    NEAR("25 km around 12 towns", store -> towns().map(Question::near)),
    NEAR_ON_A_WEEKDAY(
            "the same, on each weekday",
            store -> towns().flatMap(town -> Arrays.stream(DayOfWeek.values()).map(day -> near(town) + "&day=" + day))),
    TEXT(
            "text, as one types",
            store -> texts().map(text -> "/v1/sessions?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))),
    SESSION("pages of 64 sessions", store -> store.someSessions(64).map(id -> "/v1/sessions/" + id)),
    AREA(
            "areas, at most 200 cards",
            store -> Stream.of("gc7", "gc3", "gc1", "gc2", "gce", "gc6").map(cell -> "/v1/areas/" + cell));

    private final String title;
    private final Function<GeneratedStore, Stream<String>> addresses;

    Question(String title, Function<GeneratedStore, Stream<String>> addresses) {
        this.title = title;
        this.addresses = addresses;
    }

    String title() {
        return title;
    }

    List<String> addresses(GeneratedStore store) {
        return addresses.apply(store).toList();
    }

    private static Stream<String> towns() {
        return Stream.of(
                "53.3498,-6.2603",
                "51.8985,-8.4756",
                "53.2707,-9.0568",
                "52.6638,-8.6267",
                "54.5973,-5.9301",
                "54.9966,-7.3086",
                "54.2766,-8.4761",
                "52.8436,-8.9864",
                "52.1409,-10.2688",
                "53.8008,-9.5228",
                "54.6538,-8.1096",
                "52.2593,-7.1101");
    }

    private static String near(String town) {
        return "/v1/sessions?near=" + town;
    }

    private static Stream<String> texts() {
        return Stream.of(
                "d",
                "dub",
                "dún na ngall",
                "galway",
                "co. clare",
                "the anchor",
                "tigh choilí",
                "o'b",
                "crane bar dub",
                "seisiún");
    }
}

package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ie.tradsessions.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    private record Season(Month from, Month to) {}

    private record Sample(
            String name,
            @Nullable String note,
            boolean gaeltacht,
            double lat,
            List<Month> months,
            @Nullable Season season) {
        Sample {
            if (name.equals("bad")) {
                throw new InvalidValue("name", "a good one");
            }
        }
    }

    private static Sample read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Sample read(byte[] json) {
        JsonBody body = JsonBody.of(json);
        String name = body.needed("name", text -> text);
        String note = body.text("note");
        boolean gaeltacht = body.flag("gaeltacht");
        Double lat = body.number("lat", ParameterParsers::decimal);
        List<Month> months = body.list("months", ParameterParsers.oneOf(Month.class));
        JsonBody within = body.object("season");
        Season season = within == null ? null : season(within);
        return body.into(() ->
                new Sample(Objects.requireNonNull(name), note, gaeltacht, Objects.requireNonNull(lat), months, season));
    }

    private static @Nullable Season season(JsonBody body) {
        Month from = body.needed("from", ParameterParsers.oneOf(Month.class));
        Month to = body.needed("to", ParameterParsers.oneOf(Month.class));
        return body.value(() -> {
            if (Objects.requireNonNull(from).equals(to)) {
                throw new InvalidValue("season.to", "another month");
            }
            return new Season(from, Objects.requireNonNull(to));
        });
    }

    private static Map<String, String> refusal(String json) {
        return refusal(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> refusal(byte[] json) {
        InvalidRequest refused = catchThrowableOfType(InvalidRequest.class, () -> read(json));
        Map<String, String> errors = new TreeMap<>();
        refused.errors().forEach(error -> errors.put(error.field(), error.reason()));
        return errors;
    }

    @Test
    void an_object_is_read_into_a_value_and_null_is_as_good_as_absent() {
        assertThat(read("""
                {"name": "Caf\\u00e9", "note": null, "lat": 5.25, "months": ["MAY"], "season": {"from": "MAY", "to": "JUNE"}}
                """))
                .isEqualTo(new Sample(
                        "Caf\u00e9", null, false, 5.25, List.of(Month.MAY), new Season(Month.MAY, Month.JUNE)));
    }

    @Test
    void all_that_is_wrong_is_named_together_by_its_path() {
        assertThat(refusal("""
                {"nmae": "x", "note": 1, "gaeltacht": "yes", "lat": "5", "months": ["MAY", "MAY", "x", 1],
                 "season": {"from": "x", "till": 1}}
                """))
                .containsEntry("name", "is needed")
                .containsEntry("note", "must be a text")
                .containsEntry("gaeltacht", "must be true or false")
                .containsEntry("lat", "must be a number")
                .containsEntry("season.to", "is needed")
                .containsKeys("months", "season.from", "season.till")
                .hasEntrySatisfying("nmae", reason -> assertThat(reason).contains("did you mean name?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "bad", "lat": 1}                                              | name      | must be a good one
            {"name": "x", "lat": 1, "season": {"from": "MAY", "to": "MAY"}}        | season.to | must be another month
            {"name": "x", "lat": 1, "season": []}                                  | season    | must be an object
            {"name": "x", "lat": 1, "months": {}}                                  | months    | must be a list
            """)
    void what_does_not_go_together_is_named_too(String json, String field, String reason) {
        assertThat(refusal(json)).containsExactly(Map.entry(field, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "\"name\"",
                "{",
                "{}{}",
                "{} x",
                "{\"name\": \"x\",}",
                "{'name': 'x'}",
                "{\"name\": \"x\", \"name\": \"y\", \"lat\": 1}",
                "{\"season\": {\"from\": \"MAY\", \"from\": \"MAY\"}}",
                "{\"lat\": 01}",
                "{\"lat\": NaN}",
                "{\"lat\": 1e}"
            })
    void what_is_not_one_object_of_json_is_refused(String json) {
        assertThat(refusal(json)).containsOnlyKeys("body");
    }

    @Test
    void what_is_deep_or_huge_is_refused_early() {
        assertThat(refusal("{\"a\":".repeat(9) + "1" + "}".repeat(9))).containsOnlyKeys("body");
        assertThat(refusal("[".repeat(60_000))).containsOnlyKeys("body");
        assertThat(refusal("{\"months\": [" + "1,".repeat(5_000) + "1]}")).containsOnlyKeys("body");
        assertThat(refusal("{\"" + "a".repeat(1000) + "\": 1}")).containsOnlyKeys("body");
        assertThat(refusal("{\"lat\": " + "1".repeat(1000) + "}")).containsOnlyKeys("body");
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        assertThat(refusal(new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe9, '"', '}'}))
                .containsOnlyKeys("body");
    }

    @Property
    void whatever_the_bytes_are_there_is_a_value_or_a_refusal_that_names_fields(@ForAll("bodies") byte[] json) {
        try {
            assertThat(read(json).name()).isNotNull();
        } catch (InvalidRequest e) {
            assertThat(e.errors())
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error.reason()).isNotBlank());
        }
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        String good =
                "{\"name\": \"x\", \"lat\": 5.25, \"months\": [\"MAY\"], \"season\": {\"from\": \"MAY\", \"to\": \"JUNE\"}}";
        Arbitrary<byte[]> broken = Combinators.combine(
                        Arbitraries.integers().between(0, good.length() - 1),
                        Arbitraries.of(
                                "", "{", "}", "[", "]", "\"", ",", ":", "null", "1", "\\", "\u0000", "\ud83c", "true"))
                .as((at, with) ->
                        (good.substring(0, at) + with + good.substring(at + 1)).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofMaxSize(200), broken);
    }
}

package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.access.AccountsInMemory;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.domain.Text;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever a member sends, or somebody who says to be one: there is an answer, it is documented, it is never that
 * something went wrong on our side, and what is refused has stored nothing.
 */
class HostileMemberRequestsTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final OpenApiContract CONTRACT = new OpenApiContract();
    private static final int REFUSED = 400;
    private static final int OUR_FAULT = 500;

    private static final int MAX_PHONE_LENGTH = 40;

    private static World world = new World();

    /** An operation that takes a body, with the first example of the document. */
    record Write(String id, String method, String template, ObjectNode example) {
        boolean isOfModerators() {
            return template.startsWith("/v1/moderation/");
        }

        boolean isOfSignIn() {
            return template.startsWith("/v1/auth/");
        }

        TestRequest request(World world) {
            TestRequest request = TestRequest.get(world.path(template)).withMethod(method);
            if (method.equals("PUT")) {
                request = request.withHeader("if-match", template.equals("/v1/me") ? "\"v0\"" : "\"v1\"");
            }
            return request.withHeader("authorization", "Bearer " + world.token(this));
        }
    }

    private static final List<Write> WRITES = writes();

    private static List<Write> writes() {
        List<Write> writes = new ArrayList<>();
        CONTRACT.document()
                .path("paths")
                .forEachEntry((template, methods) -> methods.forEachEntry((method, operation) -> {
                    if (operation.has("requestBody")) {
                        writes.add(new Write(
                                operation.path("operationId").asString(),
                                method.toUpperCase(Locale.ROOT),
                                template,
                                withWhatThereIs(CONTRACT.example(method, template))));
                    }
                }));
        return writes;
    }

    private static ObjectNode withWhatThereIs(JsonNode example) {
        ObjectNode body = (ObjectNode) example.deepCopy();
        if (body.has("venue")) {
            body.put("venue", TestSessions.TEACH_CEOIL.value());
        }
        if (body.has("subject")) {
            body.put("subject", World.REPORTED);
        }
        if (body.has("from")) {
            body.put("from", TestSessions.TEACH_CEOIL.value()).put("into", TestSessions.OHANLONS.value());
        }
        return body;
    }

    /** What members and accounts there are; another one once something is stored. */
    static final class World {
        private final TestMembers members = new TestMembers();
        private final AccountsInMemory accounts = new AccountsInMemory(InstantSource.fixed(TestSessions.NOW));
        private final PrivateHandler signIn = new PrivateHandler(
                TestMembers.useCases(InstantSource.fixed(TestSessions.NOW)),
                accounts.signIn(),
                TestSessions.KEY,
                Set.of(),
                InstantSource.fixed(TestSessions.NOW),
                moment -> {});
        private final String session =
                members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS).value();
        private final String hidden = hiddenReview();
        private final String token = TestMembers.token(TestMembers.SIOBHAN);
        private final String moderatorsToken = TestMembers.token(TestMembers.MODERATOR);
        private final String accountToken = accounts.accessToken("siobhan@example.ie", Duration.ofHours(1));
        private final Map<String, Object> stored;

        static final String REPORTED = "review:" + TestSessions.THURSDAYS + ":3";

        /** There is a question and a review to answer, a report, and a decision to object to. */
        World() {
            String thursdays = "/v1/sessions/" + TestSessions.THURSDAYS;
            members.done(TestMembers.SIOBHAN, "PUT", "/v1/me/favourites/" + TestSessions.THURSDAYS, null);
            members.done(TestMembers.BRENDAN, "POST", thursdays + "/question", null);
            members.done(TestMembers.BRENDAN, "PUT", "/v1/sessions/" + session + "/reviews/mine", "{\"rating\":4}");
            members.done(
                    TestMembers.BRENDAN,
                    "POST",
                    "/v1/reports",
                    "{\"subject\":\"" + REPORTED + "\",\"reason\":\"SPAM\"}");
            stored = stored();
        }

        private String hiddenReview() {
            String whenever = "/v1/sessions/" + TestSessions.WHENEVER;
            members.done(TestMembers.SIOBHAN, "PUT", whenever + "/reviews/mine", "{\"rating\":1}");
            String thing = "review:" + TestSessions.WHENEVER + ":1";
            members.hide(thing);
            return thing;
        }

        String path(String template) {
            return template.replace("{id}", target(template))
                    .replace("{date}", "2026-11-30")
                    .replace("{version}", "2")
                    .replace("{number}", "1")
                    .replace("{subject}", hidden);
        }

        private String target(String template) {
            if (template.contains("/venues/")) {
                return TestSessions.PADDYS.value();
            }
            // She organises the other one, and does not review it.
            return template.endsWith("/mine")
                            || template.endsWith("/confirmations")
                            || template.endsWith("/question/answer")
                    ? TestSessions.THURSDAYS.value()
                    : session;
        }

        String token(Write write) {
            if (write.isOfSignIn()) {
                return accountToken;
            }
            return write.isOfModerators() ? moderatorsToken : token;
        }

        PrivateHandler handler(boolean ofAccount) {
            return ofAccount ? signIn : members.handler();
        }

        Map<String, Object> stored() {
            Map<String, Object> all = new TreeMap<>();
            members.storage().dataSet().readAll(one -> all.put(one.key().toString(), one));
            for (String subject : List.of(TestMembers.SIOBHAN, TestMembers.BRENDAN)) {
                all.put(subject, members.storage().members().of(TestMembers.id(subject), ReadConsistency.STRONG));
            }
            all.put("cases", members.storage().cases().open(100));
            return all;
        }
    }

    /** Sends a body as it is, and sees to it that nothing is stored where it is refused. */
    private static APIGatewayV2HTTPResponse sent(Write write, byte[] body, UnaryOperator<TestRequest> how) {
        APIGatewayV2HTTPEvent event = how.apply(write.request(world).withHeader("content-type", "application/json"))
                .event();
        event.setBody(Base64.getEncoder().encodeToString(body));
        event.setIsBase64Encoded(true);
        APIGatewayV2HTTPResponse response = world.handler(write.isOfSignIn()).handleRequest(event, null);
        assertThat(response.getStatusCode())
                .as("%s %s", write.id(), new String(body, StandardCharsets.UTF_8))
                .isLessThan(OUR_FAULT);
        CONTRACT.check(write.method(), write.template(), response);
        if (response.getStatusCode() >= REFUSED) {
            assertThat(world.stored()).as(write.id()).isEqualTo(world.stored);
        } else {
            world = new World();
        }
        return response;
    }

    private static int status(Write write, byte[] body, UnaryOperator<TestRequest> how) {
        return sent(write, body, how).getStatusCode();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> the_examples_of_the_document_are_accepted() {
        return WRITES.stream()
                .filter(write -> !write.isOfSignIn())
                .map(write -> DynamicTest.dynamicTest(
                        write.id(),
                        () -> assertThat(status(write, utf8(write.example().toString()), request -> request))
                                .isLessThan(REFUSED)));
    }

    // Bodies

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void any_other_value_in_a_body_is_answered_as_documented(@ForAll("write") Write write, @ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode body = write.example().deepCopy();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Mutations.mutate(body, random);
        }
        sent(write, utf8(body.toString()), request -> request);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void any_broken_text_in_a_body_is_answered_as_documented(@ForAll("write") Write write, @ForAll long seed) {
        sent(write, Mutations.broken(utf8(write.example().toString()), new Random(seed)), request -> request);
    }

    @Provide
    Arbitrary<Write> write() {
        return Arbitraries.of(WRITES);
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_body_of_use_is_refused() {
        Map<String, byte[]> bodies = new TreeMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("a list", utf8("[]"));
        bodies.put("deep lists", utf8("{\"name\":" + "[".repeat(30_000) + "}"));
        bodies.put("deep objects", utf8("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)));
        bodies.put("many values", utf8("{\"dances\":[" + "1,".repeat(30_000) + "1]}"));
        bodies.put("a long name", utf8("{\"" + "a".repeat(60_000) + "\":1}"));
        bodies.put("a long number", utf8("{\"location\":{\"lat\":" + "9".repeat(60_000) + ",\"lon\":1}}"));
        bodies.put("a mark of the byte order", utf8("\ufeff{}"));
        bodies.put("behind it more", utf8("{}{}"));
        bodies.put("a field twice", utf8("{\"name\":\"a\",\"name\":\"b\"}"));
        bodies.put("a field twice, once escaped", utf8("{\"name\":\"a\",\"n\\u0061me\":\"b\"}"));
        bodies.put("Latin-1", "{\"name\":\"Siobh\u00e1n\"}".getBytes(StandardCharsets.ISO_8859_1));
        bodies.put(
                "a surrogate alone", new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put("an overlong slash", new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'});
        return WRITES.stream().flatMap(write -> {
            Map<String, byte[]> all = new TreeMap<>(bodies);
            String good = write.example().toString();
            all.put("UTF-16", good.getBytes(StandardCharsets.UTF_16));
            all.put("UTF-16 without a mark", good.getBytes(StandardCharsets.UTF_16BE));
            all.put("UTF-32", good.getBytes(Charset.forName("UTF-32LE")));
            all.put("a comment", utf8("/* */" + good));
            all.put("a zero behind it", utf8(good + "\0"));
            return all.entrySet().stream()
                    .map(body -> DynamicTest.dynamicTest(
                            write.id() + ": " + body.getKey(),
                            () -> assertThat(status(write, body.getValue(), request -> request))
                                    .isEqualTo(REFUSED)));
        });
    }

    @TestFactory
    Stream<DynamicTest> more_than_64_kilobytes_are_refused() {
        return WRITES.stream()
                .map(write -> DynamicTest.dynamicTest(write.id(), () -> {
                    byte[] body = Arrays.copyOf(utf8(write.example().toString()), 64 * 1024 + 1);
                    Arrays.fill(body, write.example().toString().length(), body.length, (byte) ' ');
                    assertThat(status(write, body, request -> request)).isEqualTo(413);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_said_to_be_JSON_in_UTF_8_is_refused() {
        return WRITES.stream()
                .flatMap(write -> Stream.of(
                                "",
                                "text/plain",
                                "text/json",
                                "application/x-www-form-urlencoded",
                                "multipart/form-data; boundary=x",
                                "application/json; charset=utf-16",
                                "application/json, text/plain",
                                "application/json;;",
                                "application/jsonp",
                                "application/merge-patch+json",
                                "a".repeat(5_000))
                        .map(type -> DynamicTest.dynamicTest(
                                write.id() + ": " + type,
                                () -> assertThat(status(
                                                write,
                                                utf8(write.example().toString()),
                                                request -> request.withHeader("content-type", type)))
                                        .isEqualTo(415))));
    }

    // Headers

    @Property(tries = 300)
    void any_headers_are_answered_as_documented(
            @ForAll("write") Write write,
            @ForAll("header") String ifMatch,
            @ForAll("header") String key,
            @ForAll("header") String origin,
            @ForAll("header") String length) {
        sent(
                write,
                utf8("{\"nonsense\":true}"),
                request -> request.withHeader("if-match", ifMatch)
                        .withHeader("idempotency-key", key)
                        .withHeader("origin", origin)
                        .withHeader("sec-fetch-site", origin)
                        .withHeader("content-length", length)
                        .withHeader("if-none-match", ifMatch)
                        .withHeader("accept-encoding", key));
    }

    @Provide
    Arbitrary<String> header() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(50),
                Arbitraries.of(
                        "*",
                        "\"v1\"",
                        "W/\"v1\"",
                        "\"v1\", \"v2\"",
                        "\"v-1\"",
                        "\"v99999999999999999999\"",
                        "v1",
                        "same-origin",
                        "null",
                        "https://app.example",
                        "-1",
                        "0x10",
                        "9".repeat(400),
                        "key\r\nSet-Cookie: a=b",
                        "\0",
                        "k".repeat(101)));
    }

    @TestFactory
    Stream<DynamicTest> whatever_stands_in_place_of_a_token_signs_nobody_in() {
        String good = TestMembers.token(TestMembers.SIOBHAN);
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("nothing", "");
        tokens.put("no scheme", good);
        tokens.put("another scheme", "Basic " + good);
        tokens.put("two of them", "Bearer " + good + ", Bearer " + good);
        tokens.put("no space", "Bearer" + good);
        tokens.put("a tab", "Bearer\t" + good);
        tokens.put("a line end within", "Bearer " + good.replaceFirst("\\.", ".\r\n"));
        tokens.put("nothing behind the scheme", "Bearer ");
        tokens.put("10 KB", "Bearer " + "a".repeat(10_000));
        tokens.put("10 KB of dots", "Bearer " + ".".repeat(10_000));
        tokens.put("not ASCII", "Bearer \u00e1.\u00e9.\u00ed");
        return WRITES.stream()
                .filter(write ->
                        CONTRACT.operation(write.method(), write.template()).has("security")
                                && !write.template().equals("/v1/auth/token"))
                .flatMap(write -> tokens.entrySet().stream()
                        .map(token -> DynamicTest.dynamicTest(
                                write.id() + ": " + token.getKey(),
                                () -> assertThat(status(
                                                write,
                                                utf8(write.example().toString()),
                                                request -> request.withHeader("authorization", token.getValue())))
                                        .isEqualTo(401))));
    }

    @TestFactory
    Stream<DynamicTest> headers_that_are_too_large_are_refused() {
        return WRITES.stream()
                .map(write -> DynamicTest.dynamicTest(write.id(), () -> {
                    byte[] body = utf8(write.example().toString());
                    assertThat(status(
                                    write,
                                    body,
                                    request -> request.withHeader("authorization", "Bearer " + "a".repeat(100_000))))
                            .isEqualTo(431);
                    assertThat(status(write, body, request -> request.withHeader("cookie", "a=b; ".repeat(20_000))))
                            .isEqualTo(431);
                }));
    }

    @Test
    void whatever_cookies_there_are_do_no_harm() {
        for (List<String> cookies : List.of(
                List.<String>of(),
                Arrays.asList("a=b", null, ""),
                List.of("__Secure-refresh"),
                List.of("__Secure-refresh="),
                List.of("__Secure-refresh=\r\nSet-Cookie: a=b"),
                List.of("__Secure-refresh=" + "a".repeat(5_000)),
                List.of("__Secure-refresh=a", "__Secure-refresh=b"),
                List.of("x__Secure-refresh=refresh-1"))) {
            APIGatewayV2HTTPEvent event = TestRequest.get("/v1/auth/token")
                    .withMethod("POST")
                    .withJson("{}")
                    .event();
            event.setCookies(cookies);
            APIGatewayV2HTTPResponse response = world.signIn.handleRequest(event, null);
            assertThat(response.getStatusCode()).as("%s", cookies).isEqualTo(401);
            CONTRACT.check("POST", "/v1/auth/token", response);
        }
        APIGatewayV2HTTPEvent many = TestRequest.get("/v1/auth/token")
                .withMethod("POST")
                .withJson("{}")
                .event();
        many.setCookies(Collections.nCopies(10_000, "a=b"));
        assertThat(world.signIn.handleRequest(many, null).getStatusCode()).isEqualTo(431);
    }

    // Addresses and methods

    @Property(tries = 300)
    void any_method_and_any_path_are_answered(@ForAll String method, @ForAll("path") String path) {
        APIGatewayV2HTTPResponse response = TestMembers.by(
                        TestMembers.BRENDAN, new TestRequest(method, path, "", Map.of()))
                .sentTo(world.members.handler());
        assertThat(response.getStatusCode()).isIn(400, 404, 405);
    }

    @Provide
    Arbitrary<String> path() {
        return Arbitraries.oneOf(
                Arbitraries.strings().map(part -> "/v1/" + part),
                Arbitraries.of(WRITES).map(write -> world.path(write.template())));
    }

    @Property(tries = 500)
    void any_identifier_any_date_and_any_query_are_answered_as_documented(
            @ForAll("write") Write write, @ForAll("part") String part, @ForAll("part") String query) {
        String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        boolean variable = write.template().contains("{");
        String path =
                write.template().replaceAll("\\{[a-z]*}", encoded.isEmpty() ? "x" : Matcher.quoteReplacement(encoded));
        TestRequest request = write.request(world);
        sent(
                write,
                utf8(write.example().toString()),
                given -> new TestRequest(
                        write.method(),
                        path,
                        variable ? "" : "a" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "=1",
                        withType(request.headers())));
    }

    private static Map<String, String> withType(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", "application/json");
        return all;
    }

    @Provide
    Arbitrary<String> part() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.of(
                        "0000000000000000",
                        "AAAAAAAAAAAAAAAA",
                        "2026-02-30",
                        "+1000000000-01-01",
                        "-0001-01-01",
                        "9999-12-31",
                        "0000-01-01",
                        "..",
                        ".",
                        "/",
                        "%",
                        "\0",
                        "a".repeat(300)));
    }

    // Texts

    /** Every field of every write that is a text of people, with where it is found in the answer. */
    @TestFactory
    Stream<DynamicTest> texts_are_stored_as_given_but_for_what_nobody_sees() {
        return WRITES.stream()
                .filter(write -> !write.isOfSignIn())
                .flatMap(write -> textFields(write).stream()
                        .flatMap(field -> TEXTS.stream()
                                .filter(text -> !field.equals("phone") || text.length() <= MAX_PHONE_LENGTH)
                                .map(text -> DynamicTest.dynamicTest(
                                        write.id() + " " + field + ": " + text, () -> isKept(write, field, text)))));
    }

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg/onload=alert(1)>",
            "javascript:alert(1)",
            "{{constructor.constructor('alert(1)')()}}",
            "${7*7} #{7*7} %s %n",
            "&lt;b&gt; &amp; &#0;",
            "'; DROP TABLE sessions; --",
            "=HYPERLINK(\"https://evil.example\")",
            "a\\u0000b \\n \\\\",
            "Tigh U\u00ed \u00c9in\u00edn \ud83c\udfbb",
            "right\u202eleft\u202c and\u2066 isolated\u2069",
            "zero\u200bwidth\u2060 joiner\ufeff",
            "a\u0000b\u0007c\u001b[31md\u007f\u0085e",
            "soft\u00adhyphen \u2028line\u2029",
            "tag\udb40\udc41s");

    private static void isKept(Write write, String field, String text) {
        ObjectNode body = write.example().deepCopy();
        if (field.equals("otherNames") || field.equals("formerNames")) {
            body.putArray(field).add(text);
        } else if (field.equals("schedule.note")) {
            body.putObject("schedule")
                    .put("kind", "IRREGULAR")
                    .put("start", "21:00")
                    .put("note", text);
        } else {
            body.put(field, text);
        }
        APIGatewayV2HTTPResponse response = sent(write, utf8(body.toString()), request -> request);
        assertThat(response.getStatusCode()).as(response.getBody()).isLessThan(REFUSED);
        List<String> shown = new ArrayList<>();
        texts(TestRequest.json(response), shown);
        assertThat(shown).anySatisfy(one -> assertThat(one).isIn(Text.cleaned(text), Text.line("text", text, 1_000)));
        assertThat(shown).allSatisfy(one -> assertThat(one).doesNotContainPattern(UNSEEN));
    }

    /** Controls but the line end, marks of direction, and what has no width. */
    private static final String UNSEEN =
            "[\\p{Cc}&&[^\\n]]|[\\u00ad\\u200b\\u2028\\u2029\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff\\x{e0041}]";

    private static void texts(JsonNode node, List<String> into) {
        if (node.isString()) {
            into.add(node.asString());
        }
        node.forEach(child -> texts(child, into));
    }

    /** By the document: texts that are neither constants nor of a form. */
    private static List<String> textFields(Write write) {
        return switch (write.id()) {
            case "publishSession", "changeSession" -> List.of("name", "craic", "schedule.note");
            case "setOccurrence" -> List.of("note");
            case "registerVenue", "changeVenue" ->
                List.of("name", "nameIrish", "otherNames", "formerNames", "street", "town", "region", "phone");
            case "saveProfile" -> List.of("displayName", "about");
            case "postReview", "answerReview", "objectToDecision" -> List.of("text");
            // The answer does not show what these say.
            case "takeOverSession", "confirmNight", "answerQuestion", "report", "decide", "mergeVenues" -> List.of();
            default -> throw new AssertionError("the fields of " + write.id() + " are not known here");
        };
    }

    /** Makes of a good body one that is mostly not. */
    private static final class Mutations {
        private static final List<String> TEXTS = List.of(
                "",
                " ",
                "\u200b",
                "\0",
                "null",
                "MONDAY",
                "21:00",
                "25:00",
                "24:00",
                "2026-11-26",
                "2026-02-30",
                "0000000000000000",
                "1111111111111111",
                "<b>",
                "\ud83c",
                "\u202e",
                "e\u0301".repeat(100),
                "x".repeat(61),
                "x".repeat(2_001),
                "x".repeat(20_000),
                "Europe/Dublin",
                "GMT+25",
                "IE",
                "ie",
                "https://a.example/",
                "javascript:alert(1)",
                "http://[::1",
                "a@b@c",
                "WEEKLY",
                "EVERY_N_WEEKS",
                "NTH_WEEKDAY_OF_MONTH",
                "DATES",
                "IRREGULAR",
                "MOVED",
                "SCHEDULED");
        private static final List<String> NUMBERS = List.of(
                "0",
                "-0",
                "-1",
                "1",
                "90",
                "90.0000001",
                "-180",
                "1e2",
                "1e308",
                "1e400",
                "-1e-400",
                "0.1",
                "999999999999");

        static void mutate(ObjectNode body, Random random) {
            List<JsonNode> places = new ArrayList<>();
            collect(body, places);
            JsonNode place = places.get(random.nextInt(places.size()));
            JsonNode value = value(random, 2);
            switch (place) {
                case ObjectNode object -> {
                    List<String> names = new ArrayList<>(object.propertyNames());
                    names.addAll(
                            List.of("endedOn", "at", "to", "season", "note", "days", "weeks", "anchor", "ordinals"));
                    names.addAll(List.of("dates", "website", "timeZone", "country", "county", "closed", "new"));
                    String name = names.get(random.nextInt(names.size()));
                    if (random.nextInt(4) == 0) {
                        object.remove(name);
                    } else {
                        object.set(name, value);
                    }
                }
                case ArrayNode array -> {
                    for (int i = 0; i <= random.nextInt(3) * 70; i++) {
                        array.add(value);
                    }
                }
                default -> throw new AssertionError(place);
            }
        }

        private static void collect(JsonNode node, List<JsonNode> into) {
            if (node.isContainer()) {
                into.add(node);
                node.forEach(child -> collect(child, into));
            }
        }

        private static JsonNode value(Random random, int depth) {
            return switch (random.nextInt(depth == 0 ? 4 : 6)) {
                case 0 -> MAPPER.nullNode();
                case 1 -> MAPPER.readTree(random.nextBoolean() ? "true" : "false");
                case 2 -> MAPPER.getNodeFactory().numberNode(new BigDecimal(one(NUMBERS, random)));
                case 3 -> MAPPER.getNodeFactory().stringNode(one(TEXTS, random));
                case 4 -> MAPPER.createArrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
                default -> {
                    ObjectNode object = MAPPER.createObjectNode();
                    object.set("kind", value(random, depth - 1));
                    object.set("start", value(random, depth - 1));
                    object.set("lat", value(random, depth - 1));
                    yield object;
                }
            };
        }

        static byte[] broken(byte[] good, Random random) {
            byte[] broken = Arrays.copyOf(good, random.nextInt(3) == 0 ? random.nextInt(good.length) : good.length);
            for (int i = 0; i < random.nextInt(4) && broken.length > 0; i++) {
                broken[random.nextInt(broken.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) "{}[]\",:\\/0-eE.+ntf \n".charAt(random.nextInt(20));
            }
            return broken;
        }

        private static <T> T one(List<T> some, Random random) {
            return some.get(random.nextInt(some.size()));
        }
    }
}

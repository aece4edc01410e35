package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.PrivateHandler;
import ie.tradsessions.adapters.lambda.PrivateUseCases;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.access.TokenVerifier.Verification;
import ie.tradsessions.adapters.lambda.http.JsonText;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.infrastructure.local.accounts.Accounts;
import ie.tradsessions.infrastructure.local.accounts.SampleAccount;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From sign-up to the deleted account, by our own operations and the real cognito-local. */
@Timeout(60)
class SignInFlowTest {
    private static final Path PACKAGES = Stream.of("webapp", "../../webapp")
            .map(folder -> Path.of(folder, "node_modules"))
            .filter(packages -> Files.exists(packages.resolve("cognito-local")))
            .findFirst()
            .orElse(Path.of("node_modules"));

    /** Of the examples of RFC 6238. */
    private static final byte[] APP_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final String APP_SECRET_IN_BASE_32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final StringWriter TERMINAL = new StringWriter();

    @TempDir
    static Path folder;

    private static Accounts accounts;
    private static PrivateHandler handler;

    @BeforeAll
    static void start() {
        assumeTrue(Files.exists(PACKAGES.resolve("cognito-local")), "the web app's packages are not installed");
        accounts = open(folder.resolve("accounts"));
        handler = handler(accounts.signIn());
    }

    @AfterAll
    static void stop() {
        if (accounts != null) {
            accounts.close();
        }
    }

    private static Accounts open(Path kept) {
        return Accounts.open(PACKAGES, kept, true, new PrintWriter(TERMINAL), InstantSource.system());
    }

    private static PrivateHandler handler(SignIn signIn) {
        InstantSource clock = InstantSource.system();
        Storage storage = Store.inMemory().ports(clock, saved -> {});
        SearchIndex index = new SearchIndex(storage, FollowPolicy.READS_ITS_OWN_WRITES, clock, new SearchIndexLog());
        PrivateUseCases useCases = PrivateUseCases.of(
                storage,
                index,
                new MemberNames(storage.members(), clock),
                clock,
                new SecureRandom(),
                failed -> Duration.ZERO);
        return new PrivateHandler(useCases, signIn, new byte[32], Set.of(), clock, moment -> {});
    }

    private record Answer(int status, Map<String, Object> body, List<String> cookies) {
        static Answer of(APIGatewayV2HTTPResponse response) throws JsonText.Malformed {
            return new Answer(
                    response.getStatusCode(),
                    response.getBody().isEmpty() ? Map.of() : JsonText.object(response.getBody()),
                    response.getCookies());
        }

        String text(String name) {
            return (String) body.get(name);
        }

        /** As a browser sends it back. */
        String cookie() {
            return cookies.getFirst().split(";", 2)[0];
        }
    }

    /** A request as the web app's pages send it. */
    private record Ask(String method, String path, String body, Map<String, String> headers, List<String> cookies) {
        static Ask post(String path, String body) {
            return new Ask(
                    "POST",
                    path,
                    body.replace('\'', '"'),
                    Map.of("content-type", "application/json", "sec-fetch-site", "same-origin"),
                    List.of());
        }

        Ask by(String accessToken) {
            Map<String, String> more = new HashMap<>(headers);
            more.put("authorization", "Bearer " + accessToken);
            return new Ask(method, path, body, more, cookies);
        }

        Ask withCookie(String cookie) {
            return new Ask(method, path, body, headers, List.of(cookie));
        }

        APIGatewayV2HTTPEvent event() {
            return APIGatewayV2HTTPEvent.builder()
                    .withRawPath(path)
                    .withHeaders(headers)
                    .withCookies(cookies)
                    .withBody(body)
                    .withRequestContext(RequestContext.builder()
                            .withHttp(RequestContext.Http.builder()
                                    .withMethod(method)
                                    .build())
                            .build())
                    .build();
        }

        Answer answer() throws JsonText.Malformed {
            return Answer.of(handler.handleRequest(event(), null));
        }
    }

    private static Answer signIn(String email, String password) throws JsonText.Malformed {
        return Ask.post("/v1/auth/sign-in", "{'email':'%s','password':'%s'}".formatted(email, password))
                .answer();
    }

    private static Answer refresh(String cookie) throws JsonText.Malformed {
        return Ask.post("/v1/auth/token", "{}").withCookie(cookie).answer();
    }

    /** @return who it is, by the access token */
    private static MemberId member(Answer signedIn) {
        return accounts.signIn().verifier().verify(signedIn.text("accessToken"))
                        instanceof Verification.Verified verified
                ? MemberId.of(verified.issuer(), verified.subject())
                : null;
    }

    @Test
    void somebody_signs_up_and_in_and_out_and_leaves() throws Exception {
        Answer signedUp = Ask.post(
                        "/v1/auth/sign-up",
                        "{'displayName':'Siobhán','email':'Siobhan@Example.ie','password':'first-password'}")
                .answer();
        assertThat(signedUp.status()).isEqualTo(200);
        assertThat(signedUp.text("destination")).isEqualTo("s***@example.ie");
        String code = signedUp.text("code");
        assertThat(TERMINAL.toString()).contains("Code for siobhan@example.ie: " + code);
        assertThat(Ask.post(
                                "/v1/auth/sign-up",
                                "{'displayName':'Another','email':'siobhan@example.ie','password':'other-password'}")
                        .answer()
                        .body()
                        .toString())
                .contains("field=email", "no account yet");

        assertThat(signIn("siobhan@example.ie", "first-password").text("type")).isEqualTo("/problems/not-confirmed");
        assertThat(Ask.post("/v1/auth/confirmation", "{'email':'siobhan@example.ie','code':'0000'}")
                        .answer()
                        .body()
                        .toString())
                .contains("field=code");
        String again = Ask.post("/v1/auth/code", "{'email':'siobhan@example.ie'}")
                .answer()
                .text("code");
        assertThat(Ask.post("/v1/auth/confirmation", "{'email':'siobhan@example.ie','code':'%s'}".formatted(again))
                        .answer()
                        .status())
                .isEqualTo(204);

        Answer signedIn = signIn("siobhan@example.ie", "first-password");
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.body())
                .containsEntry("displayName", "Siobhán")
                .containsEntry("moderator", false)
                .containsKeys("accessToken", "expiresIn");
        assertThat(signedIn.cookies().getFirst())
                .startsWith("__Secure-refresh=")
                .endsWith("; Path=/v1/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000");
        String token = signedIn.text("accessToken");

        Answer refreshed = refresh(signedIn.cookie());
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(member(refreshed)).isEqualTo(member(signedIn)).isNotNull();

        assertThat(Ask.post("/v1/auth/password", "{'old':'wrong-password','new':'second-password'}")
                        .by(token)
                        .answer()
                        .body()
                        .toString())
                .contains("field=old");
        assertThat(Ask.post("/v1/auth/password", "{'old':'first-password','new':'second-password'}")
                        .by(token)
                        .answer()
                        .status())
                .isEqualTo(204);
        assertThat(signIn("siobhan@example.ie", "first-password").status()).isEqualTo(401);

        Answer elsewhere = signIn("siobhan@example.ie", "second-password");
        Answer signedOut = Ask.post("/v1/auth/sign-out", "{}")
                .withCookie(elsewhere.cookie())
                .answer();
        assertThat(signedOut.status()).isEqualTo(204);
        assertThat(signedOut.cookies().getFirst())
                .startsWith("__Secure-refresh=;")
                .endsWith("Max-Age=0");
        assertThat(refresh(elsewhere.cookie()).status()).isEqualTo(401);
        assertThat(refresh(signedIn.cookie()).status()).isEqualTo(200);
        assertThat(Ask.post("/v1/auth/sign-out-everywhere", "{}")
                        .by(token)
                        .answer()
                        .status())
                .isEqualTo(204);
        assertThat(refresh(signedIn.cookie()).status()).isEqualTo(401);

        String reset = Ask.post("/v1/auth/forgotten-password", "{'email':'siobhan@example.ie'}")
                .answer()
                .text("code");
        assertThat(Ask.post(
                                "/v1/auth/new-password",
                                "{'email':'siobhan@example.ie','code':'%s','password':'third-password'}"
                                        .formatted(reset))
                        .answer()
                        .status())
                .isEqualTo(204);
        Answer last = signIn("siobhan@example.ie", "third-password");
        assertThat(new Ask("DELETE", "/v1/auth/account", "", Map.of(), List.of())
                        .by(last.text("accessToken"))
                        .answer()
                        .status())
                .isEqualTo(204);
        assertThat(signIn("siobhan@example.ie", "third-password").status()).isEqualTo(401);
        assertThat(Files.readString(folder.resolve("accounts/.cognito/db/local_tradsessions.json")))
                .doesNotContain("siobhan");
    }

    @Test
    void a_wrong_password_and_an_unknown_e_mail_get_the_same_answer() throws Exception {
        Answer wrong = signIn(SampleAccount.MEMBER.email(), "not-the-password");
        Answer unknown = signIn("nobody@example.ie", "not-the-password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown).isEqualTo(wrong);
        assertThat(Ask.post("/v1/auth/forgotten-password", "{'email':'nobody@example.ie'}")
                        .answer())
                .isEqualTo(new Answer(200, Map.of("destination", "n***@example.ie"), List.of()));
        assertThat(Ask.post(
                                "/v1/auth/new-password",
                                "{'email':'nobody@example.ie','code':'1234','password':'third-password'}")
                        .answer()
                        .body()
                        .toString())
                .contains("field=code");
    }

    @Test
    void sample_people_sign_in_as_what_they_are() throws Exception {
        for (SampleAccount account : SampleAccount.values()) {
            Answer signedIn = signIn(account.email(), SampleAccount.PASSWORD);
            assertThat(signedIn.body())
                    .containsEntry("displayName", account.displayName())
                    .containsEntry("moderator", account == SampleAccount.MODERATOR);
            assertThat(member(signedIn)).isEqualTo(account.member());
        }
        assertThat(accounts.haveSamples()).isTrue();
    }

    @Test
    void the_pages_learn_that_this_is_a_stand_in() throws Exception {
        assertThat(new Ask("GET", "/v1/auth/provider", "", Map.of(), List.of())
                        .answer()
                        .body())
                .containsEntry("local", true)
                .containsEntry("hosted", null);
    }

    /** Of the files, and not of the port, which is another at each start. */
    @Test
    void a_member_is_the_same_after_another_start() throws Exception {
        Path kept = folder.resolve("kept");
        String before;
        try (Accounts first = open(kept)) {
            before = handler(first.signIn())
                    .handleRequest(
                            Ask.post(
                                            "/v1/auth/sign-in",
                                            "{'email':'%s','password':'%s'}"
                                                    .formatted(SampleAccount.MEMBER.email(), SampleAccount.PASSWORD))
                                    .event(),
                            null)
                    .getBody();
        }
        try (Accounts second = open(kept)) {
            String token = (String) JsonText.object(before).get("accessToken");
            assertThat(second.signIn().verifier().verify(token)).isInstanceOf(Verification.Verified.class);
            assertThat(second.haveSamples()).isTrue();
        }
    }

    /** No account has one here, unless somebody writes it into the file. */
    @Test
    void who_has_an_authenticator_app_signs_in_with_its_code() throws Exception {
        Path kept = folder.resolve("with-app");
        open(kept).close();
        Path pool = kept.resolve(".cognito/db/local_tradsessions.json");
        Files.writeString(
                pool,
                Files.readString(pool)
                        .replaceFirst("\"MfaConfiguration\":\\s*\"OFF\"", "\"MfaConfiguration\":\"OPTIONAL\"")
                        .replaceFirst(
                                "\"Username\":\\s*\"sample-moya\",",
                                "$0\"UserMFASettingList\":[\"SOFTWARE_TOKEN_MFA\"],\"SoftwareTokenMfaConfiguration\":"
                                        + "{\"Secret\":\"" + APP_SECRET_IN_BASE_32 + "\",\"Verified\":true},"));
        try (Accounts withApp = open(kept)) {
            PrivateHandler moderators = handler(withApp.signIn());
            String credentials =
                    "'email':'%s','password':'%s'".formatted(SampleAccount.MODERATOR.email(), SampleAccount.PASSWORD);
            assertThat(signedIn(moderators, credentials).text("type")).isEqualTo("/problems/second-factor");
            assertThat(signedIn(moderators, credentials + ",'code':'" + appCode(Instant.EPOCH) + "'")
                            .body()
                            .toString())
                    .contains("field=code");
            assertThat(signedIn(moderators, credentials + ",'code':'" + appCode(Instant.now()) + "'")
                            .body())
                    .containsEntry("displayName", SampleAccount.MODERATOR.displayName())
                    .containsEntry("moderator", true);
        }
    }

    private static Answer signedIn(PrivateHandler handler, String fields) throws JsonText.Malformed {
        return Answer.of(handler.handleRequest(
                Ask.post("/v1/auth/sign-in", "{" + fields + "}").event(), null));
    }

    /** What an authenticator app shows at that time (RFC 6238). */
    private static String appCode(Instant time) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(APP_SECRET, "HmacSHA1"));
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(time.getEpochSecond() / 30)
                .array()));
        int truncated = hash.getInt(hash.get(hash.limit() - 1) & 0xf) & 0x7fff_ffff;
        return "%06d".formatted(truncated % 1_000_000);
    }

    @Test
    void damaged_accounts_are_not_overwritten() throws Exception {
        Path damaged = folder.resolve("damaged");
        Path pool = Files.createDirectories(damaged.resolve(".cognito/db")).resolve("local_tradsessions.json");
        Files.writeString(pool, "{\"Users\":{");
        try (Accounts off = open(damaged)) {
            assertThat(off.state()).contains("off: ", "is damaged");
        }
        assertThat(pool).hasContent("{\"Users\":{");
    }

    @Test
    void without_it_sign_in_is_off_and_the_rest_works() {
        try (Accounts off = Accounts.open(
                folder, folder.resolve("none"), true, new PrintWriter(TERMINAL), InstantSource.system())) {
            assertThat(off.state()).isEqualTo("off: cognito-local is not in " + folder);
            LocalFunctions functions = LocalApplication.on(Store.inMemory(), "test", InstantSource.system())
                    .functions(off.signIn());
            Ask signIn = Ask.post("/v1/auth/sign-in", "{'email':'a@example.ie','password':'x'}");
            assertThat(functions.handleRequest(signIn.event(), null).getStatusCode())
                    .isEqualTo(503);
            Ask health = new Ask("GET", "/v1/health", "", Map.of(), List.of());
            assertThat(functions.handleRequest(health.event(), null).getStatusCode())
                    .isEqualTo(200);
            Ask mistaken = new Ask("GET", "/v1/auth/sign-in", "", Map.of(), List.of());
            assertThat(functions.handleRequest(mistaken.event(), null).getStatusCode())
                    .isEqualTo(405);
        }
    }
}

package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.access.JwtVerifier;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.access.SigningKey;
import ie.tradsessions.adapters.lambda.access.TokenPolicy;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members of {@link TestSessions} with tokens of their issuer, and the function that answers them. */
public final class TestMembers {
    public static final String ISSUER = "https://issuer.example/pool";
    public static final String CLIENT = "our-app";
    public static final String SCOPE = "member";

    /** Organises what she shared; {@link #share} does that for her. */
    public static final String SIOBHAN = "siobhan";

    public static final String BRENDAN = "brendan";
    public static final String FIONN = "fionn";
    public static final String MODERATOR = "moderator";

    static final SigningKey KEY = SigningKey.generate("key-1");
    static final SigningKey OTHER_POOL = SigningKey.generate("key-1");

    private static final Instant NOW = TestSessions.NOW;
    private static final long HOUR = 3600;

    private final TestSessions sessions = new TestSessions();
    private final PrivateHandler handler;

    public TestMembers() {
        InstantSource clock = InstantSource.fixed(NOW);
        JwtVerifier verifier =
                new JwtVerifier(() -> "{\"keys\":[" + KEY.jwk() + "]}", new TokenPolicy(ISSUER, CLIENT, SCOPE), clock);
        handler = new PrivateHandler(
                useCases(sessions.storage(), clock),
                new SignIn(SignIn.off().provider(), verifier),
                TestSessions.KEY,
                Set.of(),
                clock,
                moment -> {});
    }

    /** Of members of whom nothing is known yet. */
    public static PrivateUseCases useCases(InstantSource clock) {
        return useCases(new TestSessions().storage(), clock);
    }

    private static PrivateUseCases useCases(Storage storage, InstantSource clock) {
        SearchIndex index = new SearchIndex(storage, TestSessions.ALWAYS, clock, IndexedStorage.NOTHING_HAPPENS);
        return PrivateUseCases.of(
                storage,
                index,
                new MemberNames(storage.members(), clock),
                clock,
                new Random(20261126),
                failed -> Duration.ZERO);
    }

    public PrivateHandler handler() {
        return handler;
    }

    public PublicHandler publicHandler() {
        return sessions.handler();
    }

    public Storage storage() {
        return sessions.storage();
    }

    public static MemberId id(String subject) {
        return MemberId.of(ISSUER, subject);
    }

    static String claims(String subject, String use, String issuer, long seconds) {
        return """
                {"iss":"%s","sub":"%s","token_use":"%s","client_id":"%s","aud":"%s","scope":"%s","exp":%d,"iat":%d%s}""".formatted(
                        issuer,
                        subject,
                        use,
                        CLIENT,
                        CLIENT,
                        SCOPE,
                        NOW.getEpochSecond() + seconds,
                        NOW.getEpochSecond() - HOUR,
                        subject.equals(MODERATOR) ? ",\"cognito:groups\":[\"moderators\"]" : "");
    }

    public static String token(String subject) {
        return KEY.signed(claims(subject, "access", ISSUER, HOUR));
    }

    /** With the access token of a member. */
    public static TestRequest by(String subject, TestRequest request) {
        return request.withHeader("authorization", "Bearer " + token(subject));
    }

    public APIGatewayV2HTTPResponse send(TestRequest request) {
        return request.sentTo(handler);
    }

    /** What a member says of a session, on Mondays where no other is. */
    public static String session(VenueId venue) {
        return """
                {"venue":"%s","name":null,"schedule":{"kind":"WEEKLY","days":["MONDAY"],"start":"21:00","end":null,"season":null},
                "admission":"OPEN","pace":"STEADY","leadership":"UNLED","focus":"TUNES","dances":[],"instruments":["FIDDLE"],
                "craic":"Mind the step.","anotherSession":true}""".formatted(venue);
    }

    /** The same, as it is changed: with another name. */
    public static String changedSession(VenueId venue) {
        return session(venue).replace("\"name\":null", "\"name\":\"Mondays\"").replace(",\"anotherSession\":true", "");
    }

    /** The address of the calendar of a member, who has a profile and a session then. */
    public String calendarOf(String subject) {
        share(subject, TestSessions.OHANLONS);
        send(by(subject, TestRequest.get("/v1/me").withMethod("PUT"))
                .withHeader("if-match", "\"v0\"")
                .withJson("{\"displayName\":\"Siobhán\"}"));
        return TestRequest.json(
                        send(by(subject, TestRequest.get("/v1/me/calendar").withMethod("POST"))))
                .path("path")
                .asString();
    }

    /** What a member does on the way to what a test is about; it has to be done. */
    public APIGatewayV2HTTPResponse done(String subject, String method, String path, @Nullable String body) {
        TestRequest request = by(subject, TestRequest.get(path).withMethod(method));
        APIGatewayV2HTTPResponse response = send(body == null ? request : request.withJson(body));
        if (response.getStatusCode() >= 400) {
            throw new IllegalStateException(method + " " + path + ": " + response.getBody());
        }
        return response;
    }

    /** A moderator hides something that somebody reports first. */
    public void hide(String thing) {
        done(FIONN, "POST", "/v1/reports", "{\"subject\":\"%s\",\"reason\":\"SPAM\"}".formatted(thing));
        done(
                MODERATOR,
                "POST",
                "/v1/moderation/decisions",
                "{\"subject\":\"%s\",\"version\":1,\"decision\":\"HIDE\",\"note\":\"An advertisement.\"}"
                        .formatted(thing));
    }

    /** A second record of the first venue, which a moderator has merged into it. */
    public VenueId mergedVenue() {
        JsonNode twin = TestRequest.json(done(BRENDAN, "POST", "/v1/venues", """
                {"name":"O'Hanlon's Bar","town":"Doolin","location":{"lat":53.0162,"lon":-9.3772},"anotherPlace":true}"""));
        VenueId id = new VenueId(twin.at("/venue/id").asString());
        done(MODERATOR, "POST", "/v1/moderation/merges", merge(id, TestSessions.OHANLONS));
        return id;
    }

    static String merge(VenueId from, VenueId into) {
        return "{\"from\":\"%s\",\"into\":\"%s\",\"note\":\"The same pub.\"}".formatted(from, into);
    }

    /** A session that this member shares, its first version. */
    public SessionId share(String subject, VenueId venue) {
        JsonNode shared = TestRequest.json(send(
                by(subject, TestRequest.get("/v1/sessions").withMethod("POST")).withJson(session(venue))));
        return new SessionId(shared.at("/session/id").asString());
    }
}

package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.dynamodb.item.SnapshotItems;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import ie.tradsessions.adapters.lambda.access.AccountsInMemory;
import ie.tradsessions.adapters.lambda.access.MemberAuthenticator;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.access.SignInProvider;
import ie.tradsessions.adapters.lambda.access.TokenVerifier;
import ie.tradsessions.application.fixtures.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A story in which every route of both functions answers what it is asked, and the fold makes the snapshot in every way
 * that it knows. Each function has a client of its own, whose calls are kept.
 */
final class EveryRoute {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String TABLE = "tradsessions";
    private static final String ORIGIN = "https://tradsessions.example";
    private static final Environment ENVIRONMENT = new Environment(Map.of(
            "CURSOR_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "VERSION", "1.2.3",
            "ORIGINS", ORIGIN));

    private static final String SIOBHAN = "siobhan@example.ie";
    private static final String BRENDAN = "brendan@example.ie";
    private static final String FIONN = "fionn@example.ie";
    private static final String DARA = "dara@example.ie";
    private static final List<String> NEWCOMERS = List.of("enya@example.ie", "finbar@example.ie", "grainne@example.ie");

    /** The token of somebody whom the provider keeps in the group of moderators. */
    private static final String MODERATOR = "moderator";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T20:00:00Z"));
    private final AccountsInMemory accounts = new AccountsInMemory(clock);
    private final CallRecorder publicCalls = new CallRecorder();
    private final CallRecorder privateCalls = new CallRecorder();
    private final CallRecorder foldCalls = new CallRecorder();
    private final NavigableSet<String> called = new TreeSet<>();
    private final NavigableSet<String> actionsBeforeTraffic = new TreeSet<>();
    private final Map<String, String> functions;
    private final DynamoDbClient dynamo;
    private final PublicFunction publicFunction;
    private final PrivateFunction privateFunction;
    private final FoldFunction foldFunction;
    private String cookie = "none=none";

    EveryRoute(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
        dynamo.createTable(TableDefinition.createRequest(TABLE));
        publicFunction = new PublicFunction(ENVIRONMENT, table(publicCalls), clock);
        privateFunction =
                new PrivateFunction(ENVIRONMENT, table(privateCalls), clock, this::signIn, () -> new Random(20261126));
        foldFunction = new FoldFunction(table(foldCalls), clock);
        functions = Facts.read("routes")
                .valueStream()
                .collect(Collectors.toMap(
                        route -> route.path("method").asString() + " "
                                + route.path("path").asString(),
                        route -> route.path("function").asString()));
    }

    private Table table(CallRecorder calls) {
        return new Table(calls.on(dynamo), TABLE, Meter.NONE);
    }

    /** It takes its time, so that the function has not to wait until nobody can tell what it found. */
    private SignIn signIn() {
        SignInProvider slow = (SignInProvider) Proxy.newProxyInstance(
                SignInProvider.class.getClassLoader(),
                new Class<?>[] {SignInProvider.class},
                (proxy, method, given) -> {
                    clock.advance(Duration.ofSeconds(2));
                    try {
                        return method.invoke(accounts, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        TokenVerifier members = accounts.signIn().verifier();
        return new SignIn(
                slow,
                token -> token.equals(MODERATOR)
                        ? new TokenVerifier.Verification.Verified(
                                "https://issuer.example/pool",
                                MODERATOR,
                                Set.of(MemberAuthenticator.MODERATORS),
                                clock.instant().plus(Duration.ofHours(1)))
                        : members.verify(token));
    }

    CallRecorder publicCalls() {
        return publicCalls;
    }

    CallRecorder privateCalls() {
        return privateCalls;
    }

    CallRecorder foldCalls() {
        return foldCalls;
    }

    /** What the check before traffic does, as IAM names it. */
    NavigableSet<String> actionsBeforeTraffic() {
        return actionsBeforeTraffic;
    }

    /** The routes that have answered what they were asked, as "GET /v1/sessions/{id}". */
    NavigableSet<String> called() {
        return called;
    }

    /** Every route there is. */
    Set<String> routes() {
        return functions.keySet();
    }

    void tell() {
        folds("{}", "rebuilt from 0 aggregates");
        folds("{}", "not worth it");
        somebodySignsInAndOut();
        String venue = id(done(BRENDAN, "POST /v1/venues", venue("The Corner House", "")), "venue");
        String session = id(done(SIOBHAN, "POST /v1/sessions", session(venue)), "session");
        everybodyReads(venue, session);
        theVenueIsCorrected(venue);
        theOrganiserChanges(session);
        membersSayWhatTheyKnow(session);
        reviewsAreWritten(session);
        moderatorsDecide(session);
        aBurstIsHeld(id(done(SIOBHAN, "POST /v1/sessions", session(venue)), "session"));
        twoVenuesAreOne(venue);
        clock.advance(Duration.ofHours(2));
        aMemberLooksAfterTheirOwn();
        everybodyReads(venue, session);
        folds("{}", "folded into");
        everybodyReads(venue, session);
        membersLeave(session);
        folds("{\"task\":\"rebuild\"}", "0 were wrong");
        chunks().forEach(chunk -> dynamo.putItem(put -> put.tableName(TABLE).item(chunk)));
        folds("{}", "rebuilt from");
        chunks().forEach(chunk ->
                dynamo.deleteItem(delete -> delete.tableName(TABLE).key(chunk)));
        folds("{}", "rebuilt from");
        everybodyReads(venue, session);
        newVersionsAreChecked();
    }

    /** The keys of the chunks of all snapshots. */
    private List<Map<String, AttributeValue>> chunks() {
        return dynamo.scan(scan -> scan.tableName(TABLE)).items().stream()
                .filter(item -> item.get(Key.PARTITION).s().startsWith(SnapshotItems.CHUNK_PREFIX))
                .map(item -> Map.of(Key.PARTITION, item.get(Key.PARTITION), Key.SORT, item.get(Key.SORT)))
                .toList();
    }

    private void folds(String input, String done) {
        // A snapshot takes the place of an earlier one.
        clock.advance(Duration.ofSeconds(1));
        String answer = Invocation.of(foldFunction, input);
        if (!answer.contains(done)) {
            throw new AssertionError("the fold of " + input + " has answered " + answer + ", not " + done);
        }
    }

    private void somebodySignsInAndOut() {
        String email = "{'email':'" + SIOBHAN + "'}";
        String credentials = "{'email':'" + SIOBHAN + "','password':'%s'}";
        done(null, "GET /v1/auth/provider", "");
        done(
                null,
                "POST /v1/auth/sign-up",
                "{'displayName':'Siobhán','email':'" + SIOBHAN + "','password':'a-long-password'}");
        done(null, "POST /v1/auth/code", email);
        done(null, "POST /v1/auth/confirmation", "{'email':'" + SIOBHAN + "','code':'" + AccountsInMemory.CODE + "'}");
        done(null, "POST /v1/auth/sign-in", credentials.formatted("a-long-password"));
        done(null, "POST /v1/auth/token", "{}");
        done(
                null,
                "POST /v1/auth/exchange",
                "{'code':'good','verifier':'" + "v".repeat(43) + "','redirectUri':'" + ORIGIN + "/signed-in'}");
        done(SIOBHAN, "POST /v1/auth/password", "{'old':'a-long-password','new':'b-long-password'}");
        done(null, "POST /v1/auth/forgotten-password", email);
        done(
                null,
                "POST /v1/auth/new-password",
                "{'email':'" + SIOBHAN + "','code':'" + AccountsInMemory.CODE + "','password':'c-long-password'}");
        done(null, "POST /v1/auth/sign-out", "");
        done(SIOBHAN, "POST /v1/auth/sign-out-everywhere", "");
    }

    private static String venue(String name, String more) {
        return "{'name':'%s','town':'Ardara','location':{'lat':54.7639,'lon':-8.4097}%s}".formatted(name, more);
    }

    private static String session(String venue) {
        return session(venue, "null", ",'anotherSession':true");
    }

    private static String session(String venue, String name, String more) {
        return """
                {'venue':'%s','name':%s,'schedule':{'kind':'WEEKLY','days':['MONDAY'],'start':'21:00','end':null,'season':null},
                'admission':'OPEN','pace':'STEADY','leadership':'UNLED','focus':'TUNES','dances':[],'instruments':['FIDDLE'],
                'craic':'Mind the step.'%s}""".formatted(venue, name, more);
    }

    private void everybodyReads(String venue, String session) {
        // Long enough for the index to ask the journal again.
        clock.advance(Duration.ofSeconds(2));
        done(null, "GET /v1/health", "");
        done(null, "GET /v1/openapi.json", "");
        done(null, "GET /v1/counties", "");
        done(null, "GET /v1/sessions", "");
        done(null, "GET /v1/sessions?near=54.76,-8.41&radiusKm=20", "");
        done(null, "GET /v1/areas/{geohash}", "", "gc");
        done(null, "GET /v1/sessions/{id}", "", session);
        done(null, "GET /v1/sessions/{id}/occurrences", "", session);
        done(null, "GET /v1/sessions/{id}/reviews", "", session);
        done(null, "GET /v1/sessions/{id}/reviews?sort=helpful", "", session);
        done(null, "GET /v1/venues", "");
        done(null, "GET /v1/venues/{id}", "", venue);
        done(null, "GET /v1/export", "");
    }

    private void theVenueIsCorrected(String venue) {
        done(BRENDAN, "PUT /v1/venues/{id}", venue("The Corner House", ",'phone':'074 954 0000'"), venue);
        done(BRENDAN, "DELETE /v1/venues/{id}/changes/{version}", "", venue, "2");
        done(FIONN, "PUT /v1/venues/{id}/gone", "", venue);
        done(FIONN, "DELETE /v1/venues/{id}/gone", "", venue);
        done(BRENDAN, "GET /v1/me/venues/{id}", "", venue);
    }

    /** In the end another one organises it. */
    private void theOrganiserChanges(String session) {
        String venue = json(done(SIOBHAN, "GET /v1/me/sessions/{id}", "", session))
                .at("/session/venue/id")
                .asString();
        done(SIOBHAN, "PUT /v1/sessions/{id}", session(venue, "'Mondays'", ""), session);
        String night = "PUT /v1/sessions/{id}/occurrences/{date}";
        done(SIOBHAN, night, "{'status':'CANCELLED','note':'A wedding'}", session, "2026-11-30");
        done(SIOBHAN, night, "{'status':'SCHEDULED'}", session, "2026-11-30");
        done(SIOBHAN, "PUT /v1/sessions/{id}/takedown", "", session);
        done(SIOBHAN, "DELETE /v1/sessions/{id}/takedown", "", session);
        done(SIOBHAN, "POST /v1/sessions/{id}/hand-over", "", session);
        done(SIOBHAN, "DELETE /v1/sessions/{id}/hand-over", "", session);
        String code = json(done(SIOBHAN, "POST /v1/sessions/{id}/hand-over", "", session))
                .path("code")
                .asString();
        done(BRENDAN, "POST /v1/sessions/{id}/organiser", "{'code':'" + code + "'}", session);
    }

    private void membersSayWhatTheyKnow(String session) {
        done(FIONN, "PUT /v1/me/favourites/{id}", "", session);
        done(FIONN, "POST /v1/sessions/{id}/confirmations", "{'date':'2026-11-23','on':true}", session);
        done(FIONN, "DELETE /v1/sessions/{id}/confirmations/{date}", "", session, "2026-11-23");
        done(FIONN, "POST /v1/sessions/{id}/question", "", session);
        done(BRENDAN, "POST /v1/sessions/{id}/question/answer", "{'date':'2026-11-30','on':true}", session);
        done(FIONN, "PUT /v1/sessions/{id}/gone", "", session);
        done(FIONN, "DELETE /v1/sessions/{id}/gone", "", session);
        done(FIONN, "DELETE /v1/me/favourites/{id}", "", session);
    }

    private void reviewsAreWritten(String session) {
        done(FIONN, "PUT /v1/sessions/{id}/reviews/mine", "{'rating':2,'text':'Buy my whistles.'}", session);
        done(SIOBHAN, "PUT /v1/sessions/{id}/reviews/{number}/helpful", "", session, "1");
        done(SIOBHAN, "DELETE /v1/sessions/{id}/reviews/{number}/helpful", "", session, "1");
        done(BRENDAN, "PUT /v1/sessions/{id}/reviews/{number}/answer", "{'text':'Come again!'}", session, "1");
        done(FIONN, "GET /v1/me/reviews", "");
        done(DARA, "PUT /v1/sessions/{id}/reviews/mine", "{'rating':1,'text':'Buy mine.'}", session);
    }

    private void moderatorsDecide(String session) {
        String review = "review:" + session + ":1";
        isReported(review);
        decided(review, "'decision':'HIDE'");
        done(FIONN, "POST /v1/me/decisions/{subject}/objection", "{'text':'I make them.'}", review);
        decided(review, "'decision':'KEEP'");
        String another = "review:" + session + ":2";
        isReported(another);
        decided(another, "'decision':'BLOCK','days':3");
        done(MODERATOR, "GET /v1/moderation/log", "");
    }

    private void isReported(String subject) {
        done(SIOBHAN, "POST /v1/reports", "{'subject':'" + subject + "','reason':'SPAM'}");
    }

    private void decided(String subject, String decision) {
        long version = json(done(MODERATOR, "GET /v1/moderation/queue", ""))
                .path("items")
                .valueStream()
                .filter(waiting -> waiting.path("subject").asString().equals(subject))
                .mapToLong(waiting -> waiting.path("version").asLong())
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " does not wait for a moderator"));
        done(
                MODERATOR,
                "POST /v1/moderation/decisions",
                "{'subject':'%s','version':%d,'note':'An advertisement.',%s}".formatted(subject, version, decision));
    }

    private void aBurstIsHeld(String session) {
        for (String newcomer : NEWCOMERS) {
            done(newcomer, "PUT /v1/sessions/{id}/reviews/mine", "{'rating':1}", session);
        }
        decided("held:" + session, "'decision':'KEEP'");
        done(SIOBHAN, "DELETE /v1/sessions/{id}", "", session);
    }

    private void twoVenuesAreOne(String venue) {
        String twin = id(done(BRENDAN, "POST /v1/venues", venue("The Corner Bar", ",'anotherPlace':true")), "venue");
        done(BRENDAN, "POST /v1/sessions", session(twin));
        done(
                MODERATOR,
                "POST /v1/moderation/merges",
                "{'from':'%s','into':'%s','note':'The same pub.'}".formatted(twin, venue));
        clock.advance(Duration.ofSeconds(2));
        JsonNode moved = sent(null, "GET /v1/venues/{id}", "", twin);
        if (moved.path("statusCode").asInt() != 301) {
            throw new AssertionError("a merged venue leads to the other: " + moved);
        }
        done(MODERATOR, "DELETE /v1/moderation/merges/{from}", "", twin);
    }

    private void aMemberLooksAfterTheirOwn() {
        done(SIOBHAN, "GET /v1/me", "");
        done(SIOBHAN, "PUT /v1/me", "{'displayName':'Shiv'}");
        done(SIOBHAN, "GET /v1/me/export", "");
        String calendar =
                json(done(SIOBHAN, "POST /v1/me/calendar", "")).path("path").asString();
        done(null, "GET /v1/calendars/{key}", "", calendar.substring(calendar.lastIndexOf('/') + 1));
        done(SIOBHAN, "DELETE /v1/me/calendar", "");
    }

    private void membersLeave(String session) {
        done(FIONN, "DELETE /v1/sessions/{id}/reviews/mine", "", session);
        done(NEWCOMERS.getFirst(), "DELETE /v1/me?sessions=orphan&reviews=keep", "");
        done(NEWCOMERS.getLast(), "DELETE /v1/me?sessions=orphan&reviews=remove", "");
        done(BRENDAN, "DELETE /v1/me?sessions=hand-over&reviews=remove", "");
        done(SIOBHAN, "DELETE /v1/auth/account", "");
    }

    private void newVersionsAreChecked() {
        try (FakeAws aws = new FakeAws()) {
            Map<String, String> variables = aws.newVersions(publicFunction, privateFunction, foldFunction);
            String found = FakeAws.check(
                    new PreTrafficFunction(new Environment(variables), FakeAws.credentials(), clock, clock::set),
                    "{\"DeploymentId\":\"d-1\",\"LifecycleEventHookExecutionId\":\"e-1\"}",
                    Duration.ofMinutes(5));
            if (!found.contains("Succeeded")) {
                throw new AssertionError(found);
            }
            actionsBeforeTraffic.addAll(aws.actions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(JsonNode response, String of) {
        return json(response).path(of).path("id").asString();
    }

    private static JsonNode json(JsonNode response) {
        return MAPPER.readTree(response.path("body").asString());
    }

    /** The response, which has to be that it was done. */
    private JsonNode done(@Nullable String who, String route, String body, String... variables) {
        JsonNode response = sent(who, route, body, variables);
        if (response.path("statusCode").asInt() >= 300) {
            throw new AssertionError(route + " by " + who + ": " + response);
        }
        called.add(route.replaceFirst("\\?.*", ""));
        return response;
    }

    /** @param variables those of the path, in their order */
    private JsonNode sent(@Nullable String who, String route, String body, String... variables) {
        String method = route.substring(0, route.indexOf(' '));
        String address = route.substring(route.indexOf(' ') + 1);
        for (String variable : variables) {
            address = address.replaceFirst("\\{\\w+}", variable);
        }
        String path = address.replaceFirst("\\?.*", "");
        ObjectNode event = MAPPER.createObjectNode()
                .put("version", "2.0")
                .put("rawPath", path)
                .put("rawQueryString", address.substring(Math.min(address.length(), path.length() + 1)))
                .put("body", body.replace('\'', '"'));
        event.putArray("cookies").add(cookie);
        event.putObject("requestContext").putObject("http").put("method", method);
        ObjectNode headers = event.putObject("headers").put("origin", ORIGIN);
        if (!body.isEmpty()) {
            headers.put("content-type", "application/json");
        }
        if (who != null) {
            headers.put("authorization", "Bearer " + token(who));
            if (!method.equals("GET") && path.matches("/v1/me|/v1/(sessions|venues)/.+")) {
                headers.put("if-match", versionSeen(who, path));
            }
        }
        boolean isPublic = "public".equals(functions.get(route.replaceFirst("\\?.*", "")));
        JsonNode response =
                MAPPER.readTree(Invocation.of(isPublic ? publicFunction : privateFunction, event.toString()));
        response.path("cookies").forEach(set -> cookie = set.asString().replaceFirst(";.*", ""));
        return response;
    }

    private String token(String who) {
        return who.equals(MODERATOR) ? MODERATOR : accounts.accessToken(who, Duration.ofHours(1));
    }

    /** The version of what a change is about, as its own page shows it to the member. */
    private String versionSeen(String who, String path) {
        String page = path.replaceFirst("^/v1/(sessions|venues)/([^/]+).*", "/v1/me/$1/$2");
        String route = "GET " + page.replaceFirst("/[^/]{16}$", "/{id}");
        String id = page.substring(page.lastIndexOf('/') + 1);
        return done(who, route, "", id).path("headers").path("ETag").asString();
    }
}

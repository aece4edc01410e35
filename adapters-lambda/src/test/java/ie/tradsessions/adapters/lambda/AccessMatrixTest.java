package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may do what, for every operation that the OpenAPI document gives to members: each kind of person and of token, with
 * what is their own, somebody else's, and not there at all.
 */
class AccessMatrixTest {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int NOT_SIGNED_IN = 401;
    private static final int NOT_ALLOWED = 403;
    private static final int NOT_FOUND = 404;
    private static final int INVALID = 400;
    private static final int CONFLICT = 409;

    /** What is asked for. */
    private enum Target {
        OWN,
        ANOTHERS,
        ABSENT
    }

    private enum Person {
        NOBODY(null),
        MEMBER_A(TestMembers.SIOBHAN),
        MEMBER_B(TestMembers.BRENDAN),
        MODERATOR(TestMembers.MODERATOR),
        EXPIRED_TOKEN(TestMembers.SIOBHAN),
        ID_TOKEN(TestMembers.SIOBHAN),
        OTHER_POOLS_TOKEN(TestMembers.SIOBHAN);

        private final @Nullable String subject;

        Person(@Nullable String subject) {
            this.subject = subject;
        }

        boolean isKnown() {
            return this == MEMBER_A || this == MEMBER_B || this == MODERATOR;
        }

        TestRequest sending(TestRequest request) {
            String token = token();
            return token == null ? request : request.withHeader("authorization", "Bearer " + token);
        }

        private @Nullable String token() {
            if (subject == null) {
                return null;
            }
            return switch (this) {
                case EXPIRED_TOKEN ->
                    TestMembers.KEY.signed(TestMembers.claims(subject, "access", TestMembers.ISSUER, -3600));
                case ID_TOKEN -> TestMembers.KEY.signed(TestMembers.claims(subject, "id", TestMembers.ISSUER, 3600));
                case OTHER_POOLS_TOKEN ->
                    TestMembers.OTHER_POOL.signed(
                            TestMembers.claims(subject, "access", "https://issuer.example/other", 3600));
                default -> TestMembers.token(subject);
            };
        }
    }

    /**
     * What a known person gets.
     *
     * @param own of what is their own, or where nothing is asked for by its identifier
     * @param anothers of what is somebody else's
     * @param moderators of the same, where it is a moderator who asks
     * @param absent of what is not there; 0 where nothing is asked for by its identifier
     * @param membersToo whether others than moderators may do it at all
     * @param body null where the operation takes none
     */
    private record Rule(
            int own,
            int anothers,
            int moderators,
            int absent,
            boolean membersToo,
            @Nullable String body) {
        Rule(int own, int anothers, int moderators, int absent, @Nullable String body) {
            this(own, anothers, moderators, absent, true, body);
        }

        static Rule moderatorsOnly(int absent, @Nullable String body) {
            return new Rule(OK, OK, OK, absent, false, body);
        }

        static Rule organisersOnly(int done, @Nullable String body) {
            return new Rule(done, NOT_ALLOWED, done, NOT_FOUND, body);
        }

        static Rule anyMember(int done, int absent, @Nullable String body) {
            return new Rule(done, done, done, absent, body);
        }

        int expected(Person person, Target target) {
            if (!membersToo && person != Person.MODERATOR) {
                return NOT_ALLOWED;
            }
            return switch (target) {
                case OWN -> own;
                case ANOTHERS -> person == Person.MODERATOR ? moderators : anothers;
                case ABSENT -> absent;
            };
        }
    }

    private static final VenueId VENUE = TestSessions.TEACH_CEOIL;
    private static final String REPORTED = "session:" + TestSessions.WHENEVER;
    private static final String ABSENT_ID = "0000000000000000";
    private static final String VENUE_BODY = """
            {"name":"The Corner House","town":"Ardara","location":{"lat":54.7639,"lon":-8.4097}}""";

    private static final Map<String, Rule> RULES = rules();

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        rules.put("publishSession", Rule.anyMember(CREATED, 0, TestMembers.session(VENUE)));
        rules.put("changeSession", Rule.organisersOnly(OK, TestMembers.changedSession(VENUE)));
        rules.put("endSession", Rule.organisersOnly(OK, null));
        rules.put("setOccurrence", Rule.organisersOnly(OK, "{\"status\":\"CANCELLED\",\"note\":\"A wedding\"}"));
        rules.put("takeDownSession", Rule.organisersOnly(OK, null));
        // It is listed: whoever may change it changes nothing.
        rules.put("listSessionAgain", Rule.organisersOnly(OK, null));
        rules.put("offerSession", Rule.organisersOnly(CREATED, null));
        rules.put("withdrawOffer", Rule.organisersOnly(OK, null));
        // A moderator takes over no more than anybody else.
        rules.put("takeOverSession", new Rule(OK, NOT_ALLOWED, NOT_ALLOWED, NOT_FOUND, "{\"code\":null}"));
        rules.put("confirmNight", Rule.anyMember(OK, NOT_FOUND, "{\"date\":\"2026-11-23\",\"on\":true}"));
        rules.put("takeBackConfirmation", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("askIfOn", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("answerQuestion", Rule.organisersOnly(OK, "{\"date\":\"2026-11-30\",\"on\":true}"));
        rules.put("sayGone", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("sayStillOn", Rule.anyMember(OK, NOT_FOUND, null));
        // Whoever organises a session does not rate it.
        rules.put("postReview", new Rule(NOT_ALLOWED, OK, OK, NOT_FOUND, "{\"rating\":4,\"text\":\"Great welcome.\"}"));
        rules.put("withdrawReview", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("markHelpful", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("unmarkHelpful", Rule.anyMember(OK, NOT_FOUND, null));
        // A moderator does not speak for the organiser.
        rules.put("answerReview", new Rule(OK, NOT_ALLOWED, NOT_ALLOWED, NOT_FOUND, "{\"text\":\"Come again!\"}"));
        rules.put("report", Rule.anyMember(NO_CONTENT, 0, "{\"subject\":\"" + REPORTED + "\",\"reason\":\"SPAM\"}"));
        // Of what was decided about somebody else's thing a member is told nothing, and a moderator has no say as a
        // member.
        rules.put("objectToDecision", new Rule(OK, NOT_FOUND, NOT_FOUND, NOT_FOUND, "{\"text\":\"It is none.\"}"));
        rules.put("viewQueue", Rule.moderatorsOnly(0, null));
        rules.put("viewLog", Rule.moderatorsOnly(0, null));
        rules.put(
                "decide",
                Rule.moderatorsOnly(
                        0,
                        "{\"subject\":\"" + REPORTED
                                + "\",\"version\":1,\"decision\":\"KEEP\",\"note\":\"Nothing wrong with it.\"}"));
        rules.put(
                "mergeVenues",
                Rule.moderatorsOnly(0, TestMembers.merge(TestSessions.TEACH_CEOIL, TestSessions.OHANLONS)));
        rules.put("undoMerge", Rule.moderatorsOnly(NOT_FOUND, null));
        rules.put("sayVenueGone", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("sayVenueOpen", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("viewMyReviews", Rule.anyMember(OK, 0, null));
        rules.put("viewMySession", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("registerVenue", Rule.anyMember(CREATED, 0, VENUE_BODY));
        rules.put("changeVenue", Rule.anyMember(OK, NOT_FOUND, VENUE_BODY));
        rules.put("undoVenueChange", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("viewMyVenue", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("viewProfile", Rule.anyMember(OK, 0, null));
        rules.put("saveProfile", Rule.anyMember(OK, 0, "{\"displayName\":\"Siobhán\"}"));
        rules.put("deleteMember", Rule.anyMember(OK, 0, null));
        rules.put("exportMember", Rule.anyMember(OK, 0, null));
        rules.put("keepFavourite", Rule.anyMember(OK, NOT_FOUND, null));
        rules.put("dropFavourite", Rule.anyMember(OK, OK, null));
        // Nobody here has saved a profile.
        rules.put("issueCalendarAddress", Rule.anyMember(CONFLICT, 0, null));
        rules.put("revokeCalendarAddress", Rule.anyMember(NO_CONTENT, 0, null));
        return rules;
    }

    /** What the sign-in provider decides is tried with the provider; here it is switched off. */
    private static final Set<String> OF_THE_PROVIDER = Set.of("changePassword", "signOutEverywhere", "deleteAccount");

    private record Operation(String id, String method, String template) {
        boolean hasTarget() {
            return template.contains("{id}") || template.contains("{subject}") || template.contains("{from}");
        }

        boolean isOfVenue() {
            return template.contains("/venues/");
        }
    }

    private static final OpenApiContract CONTRACT = new OpenApiContract();

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        CONTRACT.document()
                .path("paths")
                .forEachEntry((template, methods) -> methods.forEachEntry((method, operation) -> {
                    if (operation.at("/security/0").has("member")) {
                        operations.add(new Operation(
                                operation.path("operationId").asString(), method.toUpperCase(Locale.ROOT), template));
                    }
                }));
        return operations;
    }

    /** A world of its own for each cell: a session of each, and a venue that somebody corrected. */
    private static final class World {
        private final TestMembers members = new TestMembers();
        private final Map<String, SessionId> sessions = new TreeMap<>();
        private final Map<String, String> hidden = new TreeMap<>();
        private String merged = ABSENT_ID;

        World(Operation operation) {
            for (String subject : List.of(TestMembers.SIOBHAN, TestMembers.BRENDAN, TestMembers.MODERATOR)) {
                sessions.put(subject, members.share(subject, TestSessions.OHANLONS));
            }
            prepare(operation);
            members.send(TestMembers.by(
                            TestMembers.SIOBHAN,
                            TestRequest.get("/v1/venues/" + TestSessions.PADDYS).withMethod("PUT"))
                    .withHeader("if-match", "\"v1\"")
                    .withJson("""
                            {"name":"Paddy Reilly's","town":"Brooklyn","region":"New York","country":"US","timeZone":"America/New_York",
                            "location":{"lat":40.6782,"lon":-73.9442}}"""));
        }

        /** What the operation is about, where that is more than a session. */
        private void prepare(Operation operation) {
            switch (operation.id()) {
                case "answerQuestion" -> eachSession("POST", "/question", null);
                case "markHelpful", "unmarkHelpful", "answerReview" ->
                    eachSession("PUT", "/reviews/mine", "{\"rating\":5}");
                case "objectToDecision" ->
                    sessions.keySet().forEach(subject -> hidden.put(subject, hiddenReview(subject)));
                case "decide" ->
                    members.done(
                            TestMembers.FIONN,
                            "POST",
                            "/v1/reports",
                            RULES.get("report").body());
                case "undoMerge" -> merged = members.mergedVenue().value();
                default -> {}
            }
        }

        private void eachSession(String method, String path, @Nullable String body) {
            sessions.values().forEach(id -> members.done(TestMembers.FIONN, method, "/v1/sessions/" + id + path, body));
        }

        /** Each of another session: many reviews of one by new members are held. */
        private String hiddenReview(String subject) {
            SessionId session = Map.of(
                            TestMembers.SIOBHAN, TestSessions.WHENEVER,
                            TestMembers.BRENDAN, TestSessions.CHRISTMAS,
                            TestMembers.MODERATOR, TestSessions.BROOKLYN)
                    .get(subject);
            members.done(subject, "PUT", "/v1/sessions/" + session + "/reviews/mine", "{\"rating\":1}");
            String review = "review:" + session + ":1";
            members.hide(review);
            return review;
        }

        private String subject(Person person, Target target) {
            if (target == Target.ABSENT) {
                return "venue:" + TestSessions.PADDYS;
            }
            String own = person.subject == null ? TestMembers.SIOBHAN : person.subject;
            return hidden.getOrDefault(target == Target.OWN ? own : others(own), REPORTED);
        }

        private static String others(String own) {
            return own.equals(TestMembers.BRENDAN) ? TestMembers.SIOBHAN : TestMembers.BRENDAN;
        }

        private String target(Operation operation, Person person, Target target) {
            if (target == Target.ABSENT) {
                return ABSENT_ID;
            }
            if (operation.isOfVenue()) {
                return TestSessions.PADDYS.value();
            }
            String own = person.subject == null ? TestMembers.SIOBHAN : person.subject;
            return sessions.get(target == Target.OWN ? own : others(own)).value();
        }

        TestRequest request(Operation operation, Person person, Target target) {
            String path = operation
                    .template()
                    .replace("{id}", target(operation, person, target))
                    .replace("{date}", "2026-11-30")
                    .replace("{version}", "2")
                    .replace("{number}", "1")
                    .replace("{subject}", subject(person, target))
                    .replace("{from}", target == Target.ABSENT ? ABSENT_ID : merged);
            TestRequest request = TestRequest.get(
                            operation.id().equals("deleteMember") ? path + "?sessions=orphan&reviews=keep" : path)
                    .withMethod(operation.method())
                    .withHeader("if-match", version(operation));
            String body = RULES.get(operation.id()).body();
            return person.sending(body == null ? request : request.withJson(body));
        }

        private static String version(Operation operation) {
            if (operation.isOfVenue()) {
                return "\"v2\"";
            }
            return operation.id().equals("saveProfile") ? "\"v0\"" : "\"v1\"";
        }

        Map<String, Object> stored() {
            Map<String, Object> stored = new TreeMap<>();
            members.storage().dataSet().readAll(one -> stored.put(one.key().toString(), one));
            stored.put("cases", members.storage().cases().open(100));
            return stored;
        }
    }

    @Test
    void there_is_a_rule_for_every_operation_of_members_and_for_no_other() {
        Set<String> ids = new TreeSet<>();
        operations().forEach(operation -> ids.add(operation.id()));
        Set<String> ruled = new TreeSet<>(RULES.keySet());
        ruled.addAll(OF_THE_PROVIDER);
        assertThat(ids).isEqualTo(ruled);
    }

    @TestFactory
    Stream<DynamicTest> who_may_do_what() {
        return operations().stream()
                .filter(operation -> RULES.containsKey(operation.id()))
                .flatMap(operation -> Stream.of(Person.values())
                        .flatMap(person -> Stream.of(Target.values())
                                .filter(target -> operation.hasTarget() || target == Target.OWN)
                                .map(target -> DynamicTest.dynamicTest(
                                        operation.id() + " " + person + " " + target,
                                        () -> isAsRuled(operation, person, target)))));
    }

    private static void isAsRuled(Operation operation, Person person, Target target) {
        World world = new World(operation);
        Map<String, Object> before = world.stored();

        APIGatewayV2HTTPResponse response = world.members.send(world.request(operation, person, target));

        int expected = person.isKnown() ? RULES.get(operation.id()).expected(person, target) : NOT_SIGNED_IN;
        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(expected);
        CONTRACT.check(operation.method(), operation.template(), response);
        assertThat(response.getHeaders()).containsEntry("Cache-Control", "no-store");
        if (expected >= INVALID) {
            assertThat(world.stored()).isEqualTo(before);
        }
    }

    /** Of what is not asked for, nothing counts: neither who owns it, nor how often it was changed or rated. */
    @TestFactory
    Stream<DynamicTest> injected_fields_change_nothing() {
        return operations().stream()
                .filter(operation -> RULES.containsKey(operation.id())
                        && RULES.get(operation.id()).body() != null)
                .flatMap(operation -> Stream.of(
                                "\"owner\":\"brendan\"",
                                "\"organiser\":\"brendan\"",
                                "\"version\":99",
                                "\"ratingSum\":5000",
                                "\"status\":\"ENDED\"",
                                "\"id\":\"aaaaaaaaaaaaaaaa\"",
                                "\"sample\":true",
                                "\"moderator\":true",
                                "\"visibility\":\"SHOWN\"",
                                "\"helpful\":99",
                                "\"by\":\"brendan\"",
                                "\"shared\":{\"by\":\"somebody\"}")
                        // A night has a status, and a decision the version of its case.
                        .filter(field ->
                                !RULES.get(operation.id()).body().contains(field.substring(0, field.indexOf(':') + 1)))
                        .map(field -> DynamicTest.dynamicTest(operation.id() + " " + field, () -> {
                            World world = new World(operation);
                            Map<String, Object> before = world.stored();
                            TestRequest request = world.request(operation, Person.MEMBER_A, Target.OWN);
                            TestRequest injected =
                                    request.withJson(request.body().replaceFirst("\\{", "{" + field + ","));

                            APIGatewayV2HTTPResponse response = world.members.send(injected);

                            assertThat(response.getStatusCode()).isEqualTo(INVALID);
                            assertThat(response.getBody()).contains("is not known here");
                            assertThat(world.stored()).isEqualTo(before);
                        })));
    }
}

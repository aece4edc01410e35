package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.access.JwtVerifier;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.access.TokenPolicy;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a function does before a snapshot of its process is taken and after a restore of it, called by hand at a time that
 * stands still.
 *
 * <p>Identifiers and secrets come from a generator of ours, which is made anew. The tokens of transactions and the names of
 * snapshots are {@code UUID.randomUUID()}, and TLS has its own numbers: there we rely on the JDK, whose generator asks the
 * system for each of them.
 */
class RestoredFunctionsTest {
    private static final String ISSUER = "https://pool.example/eu-west-1_a";
    private static final String CLIENT = "our-app";
    private static final Map<String, String> VARIABLES = Map.of(
            "CURSOR_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "VERSION", "1.2.3");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T20:00:00Z"));
    private final Table table = LocalDynamo.newTable();
    private final FoldFunction foldFunction = new FoldFunction(table, clock);
    private final Storage storage = DynamoStorage.on(table, clock);
    private final Venue venue = VenueBuilder.named("The Kettle").build();

    private Session shared(String name) {
        Session session = SessionBuilder.at(venue).as(name).build();
        storage.sessions().save(session, SaveOutcome.NEW);
        return session;
    }

    /** With a session and a snapshot in the table. */
    private PublicFunction publicFunction() {
        storage.venues().save(venue, SaveOutcome.NEW);
        shared("first");
        Invocation.of(foldFunction, "{}");
        return new PublicFunction(new Environment(VARIABLES), table, clock);
    }

    private static String sessions(PublicFunction function) {
        return Invocation.of(function, Invocation.get("/v1/sessions"));
    }

    @Test
    void what_was_saved_while_it_was_frozen_is_in_the_first_answer() {
        PublicFunction function = publicFunction();
        function.rehearse();
        Session meanwhile = shared("meanwhile");

        // To the frozen process no time has passed.
        assertThat(sessions(function)).doesNotContain(meanwhile.id().value());
        function.wake();
        assertThat(sessions(function)).contains(meanwhile.id().value());
    }

    @Test
    void a_process_is_frozen_without_an_index_where_there_is_none_yet() {
        PublicFunction function = new PublicFunction(new Environment(VARIABLES), table, clock);
        function.rehearse();
        assertThat(Invocation.Response.of(sessions(function)).status()).isEqualTo(503);

        Invocation.of(foldFunction, "{}");
        function.wake();
        assertThat(Invocation.Response.of(sessions(function)).status()).isEqualTo(200);
    }

    /** A pool whose keys are asked for, and a member with a token of it. */
    private final class Pool {
        private final RSAKey key;
        private int asked;

        Pool() throws JOSEException {
            key = new RSAKeyGenerator(2048)
                    .keyID("key-1")
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        }

        SignIn signIn() {
            TokenPolicy policy = new TokenPolicy(ISSUER, CLIENT, TokenPolicy.DEFAULT_SCOPE);
            return new SignIn(SignIn.off().provider(), new JwtVerifier(this::keys, policy, clock));
        }

        private String keys() {
            asked++;
            return new JWKSet(key.toPublicJWK()).toString();
        }

        String token() throws JOSEException {
            Instant now = clock.instant();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(ISSUER)
                            .subject("siobhan")
                            .claim("token_use", "access")
                            .claim("client_id", CLIENT)
                            .claim("scope", TokenPolicy.DEFAULT_SCOPE)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        }
    }

    /** One whose first generator gives the same as that of any other, as restored processes have it in common. */
    private PrivateFunction privateFunction(Pool pool, long seedAfterRestore) {
        Random[] generators = {new Random(1), new Random(seedAfterRestore)};
        int[] made = {0};
        return new PrivateFunction(new Environment(VARIABLES), table, clock, pool::signIn, () -> generators[made[0]++]);
    }

    /** The member takes a name, without which there is no calendar. */
    private void named(PrivateFunction function, String token) {
        Invocation.of(foldFunction, "{}");
        String answer = Invocation.of(
                function,
                Invocation.event(
                        "PUT",
                        "/v1/me",
                        Map.of(
                                "authorization",
                                "Bearer " + token,
                                "if-match",
                                "\"v0\"",
                                "content-type",
                                "application/json"),
                        "{\"displayName\":\"Siobh\u00e1n\"}"));
        assertThat(Invocation.Response.of(answer).status()).as(answer).isEqualTo(200);
    }

    /** The key of a new address of the member's calendar, which nobody may guess. */
    private static String secret(PrivateFunction function, String token) {
        String answer = Invocation.of(
                function, Invocation.event("POST", "/v1/me/calendar", Map.of("authorization", "Bearer " + token)));
        Invocation.Response response = Invocation.Response.of(answer);
        assertThat(response.status()).as(answer).isEqualTo(201);
        return response.body();
    }

    @Test
    void two_processes_of_one_snapshot_make_different_secrets() throws JOSEException {
        Pool pool = new Pool();
        PrivateFunction one = privateFunction(pool, 2);
        PrivateFunction other = privateFunction(pool, 3);
        String token = pool.token();

        named(one, token);
        // Else what comes after proves nothing.
        assertThat(secret(one, token)).isEqualTo(secret(other, token));
        one.wake();
        other.wake();
        assertThat(secret(one, token)).isNotEqualTo(secret(other, token));
    }

    @Test
    void the_keys_of_the_provider_are_fetched_anew() throws JOSEException {
        Pool pool = new Pool();
        PrivateFunction function = privateFunction(pool, 2);
        String token = pool.token();
        named(function, token);
        secret(function, token);
        assertThat(pool.asked).isEqualTo(1);

        function.wake();
        secret(function, token);
        assertThat(pool.asked).isEqualTo(2);
    }

    @Test
    void the_private_function_rehearses_without_asking_the_provider() throws JOSEException {
        publicFunction();
        Pool pool = new Pool();
        privateFunction(pool, 2).rehearse();

        assertThat(pool.asked).isZero();
    }
}

package ie.tradsessions.adapters.lambda.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.adapters.lambda.access.TokenVerifier.Verification;
import ie.tradsessions.adapters.lambda.http.Authenticator;
import ie.tradsessions.adapters.lambda.http.Unavailable;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.domain.MemberId;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who counts as a moderator where moderators need a second factor. */
class SecondFactorTest {
    private static final TokenPolicy POLICY = new TokenPolicy("https://issuer.example/pool", "our-app", "member");
    private static final SigningKey KEY = SigningKey.generate("key-1");
    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private static final String HAS_ONE = "{\"Username\":\"moya\",\"UserMFASettingList\":[\"SOFTWARE_TOKEN_MFA\"]}";
    private static final String HAS_NONE = "{\"Username\":\"moya\",\"UserAttributes\":[]}";

    private final StandInCognito cognito = new StandInCognito();
    private final SettableClock clock = new SettableClock(NOW);
    private final TokenVerifier verifier = verifier(cognito, clock);
    private final Authenticator authenticator = new MemberAuthenticator(verifier);

    @AfterEach
    @AfterProperty
    void stop() {
        cognito.close();
    }

    private static TokenVerifier verifier(StandInCognito cognito, SettableClock clock) {
        return new SecondFactor(
                new JwtVerifier(() -> SigningKey.set(KEY.jwk()), POLICY, clock), cognito.client(), clock);
    }

    private static String token(String subject, String groups) {
        return KEY.signed("""
                {"iss":"%s","sub":"%s","token_use":"access","client_id":"%s","scope":"%s","iat":%d,"exp":%d,
                "cognito:groups":[%s]}""".formatted(
                        POLICY.issuer(),
                        subject,
                        POLICY.clientId(),
                        POLICY.scope(),
                        NOW.getEpochSecond(),
                        NOW.getEpochSecond() + 3600,
                        groups));
    }

    private static String moderatorsToken() {
        return token("moya", "\"players\",\"moderators\"");
    }

    private static Authenticator.Outcome known(String subject, boolean moderator) {
        return new Authenticator.Outcome.Known(new Identity(MemberId.of(POLICY.issuer(), subject), moderator));
    }

    @Test
    void a_moderator_with_a_second_factor_is_one() {
        cognito.answers("GetUser", 200, HAS_ONE);
        String token = moderatorsToken();
        assertThat(authenticator.authenticate(token)).isEqualTo(known("moya", true));
        assertThat(cognito.operations()).containsExactly("GetUser");
        assertThat(cognito.last().body()).isEqualTo("{\"AccessToken\":\"" + token + "\"}");
    }

    @Test
    void a_moderator_without_one_is_a_member_like_others() {
        for (String settings : new String[] {
            HAS_NONE,
            HAS_ONE.replace("\"SOFTWARE_TOKEN_MFA\"", ""),
            HAS_ONE.replace("SOFTWARE_TOKEN_MFA", "SMS_MFA"),
            HAS_ONE.replace("[\"SOFTWARE_TOKEN_MFA\"]", "\"SOFTWARE_TOKEN_MFA\"")
        }) {
            cognito.answers("GetUser", 200, settings);
            assertThat(new MemberAuthenticator(verifier(cognito, clock)).authenticate(moderatorsToken()))
                    .as(settings)
                    .isEqualTo(known("moya", false));
        }
        assertThat(verifier.verify(moderatorsToken()))
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        verified -> assertThat(verified.groups()).containsExactly("players"));
    }

    @Test
    void nobody_is_asked_about_other_members_nor_about_a_token_that_is_not_good() {
        assertThat(authenticator.authenticate(token("siobhan", ""))).isEqualTo(known("siobhan", false));
        assertThat(authenticator.authenticate(token("siobhan", "\"Moderators\"")))
                .isEqualTo(known("siobhan", false));
        assertThat(authenticator.authenticate(moderatorsToken() + "A"))
                .isInstanceOf(Authenticator.Outcome.Refused.class);
        assertThat(cognito.operations()).isEmpty();
    }

    /** Whatever was answered, it holds for five minutes, and not for longer. */
    @Property(tries = 30)
    void what_was_answered_is_kept_for_five_minutes_for_each_token(
            @ForAll boolean has,
            @ForAll @IntRange(max = 299_999) int early,
            @ForAll @IntRange(max = 600_000) int late) {
        try (StandInCognito asked = new StandInCognito()) {
            SettableClock time = new SettableClock(NOW);
            Authenticator judge = new MemberAuthenticator(verifier(asked, time));
            String token = moderatorsToken();
            asked.answers("GetUser", 200, has ? HAS_ONE : HAS_NONE);
            judge.authenticate(token);
            asked.answers("GetUser", 200, has ? HAS_NONE : HAS_ONE);

            time.set(NOW.plusMillis(early));
            assertThat(judge.authenticate(token)).isEqualTo(known("moya", has));
            assertThat(judge.authenticate(token("brid", "\"moderators\""))).isEqualTo(known("brid", !has));
            assertThat(asked.operations()).hasSize(2);

            time.set(NOW.plusMillis(300_000 + late));
            assertThat(judge.authenticate(token)).isEqualTo(known("moya", !has));
            assertThat(asked.operations()).hasSize(3);
        }
    }

    @Test
    void where_Cognito_does_not_answer_nobody_can_tell() {
        cognito.answers("GetUser", 500, "{}");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> authenticator.authenticate(moderatorsToken()));
        cognito.refuses("GetUser", "TooManyRequestsException", "Rate exceeded");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> authenticator.authenticate(moderatorsToken()));
        assertThat(authenticator.authenticate(token("siobhan", ""))).isEqualTo(known("siobhan", false));

        cognito.answers("GetUser", 200, HAS_ONE);
        assertThat(authenticator.authenticate(moderatorsToken())).isEqualTo(known("moya", true));
    }

    @Test
    void a_token_that_was_revoked_is_not_good() {
        String token = moderatorsToken();
        cognito.answers("GetUser", 200, HAS_ONE);
        authenticator.authenticate(token);
        clock.advance(Duration.ofMinutes(5));
        for (String[] refusal : new String[][] {
            {"NotAuthorizedException", "Access Token has been revoked"},
            {"UserNotFoundException", "User does not exist."}
        }) {
            cognito.refuses("GetUser", refusal[0], refusal[1]);
            assertThat(authenticator.authenticate(token))
                    .isInstanceOfSatisfying(
                            Authenticator.Outcome.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo("its sign-in has ended"));
        }
    }
}

package ie.tradsessions.adapters.lambda.access;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.access.TokenVerifier.Verification;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are good: those of our issuer for us, and no other, however they are made. */
class JwtVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final TokenPolicy POLICY = new TokenPolicy("https://issuer.example/pool", "our-app", "member");
    private static final SigningKey KEY = SigningKey.generate("key-1");
    private static final SigningKey STRANGER = SigningKey.generate("key-1");

    private static final String CLAIMS = """
            {"iss":"https://issuer.example/pool","sub":"siobhan","token_use":"access","client_id":"our-app",
            "scope":"member openid","exp":%d,"iat":%d,"cognito:groups":["moderators"]}""".formatted(NOW.getEpochSecond() + 3600, NOW.getEpochSecond());

    private static JwtVerifier verifier(String... jwks) {
        return new JwtVerifier(() -> SigningKey.set(jwks), POLICY, CLOCK);
    }

    private static final JwtVerifier VERIFIER = verifier(KEY.jwk());

    private static void refuses(String token, String because) {
        refuses(VERIFIER, token, because);
    }

    private static void refuses(TokenVerifier verifier, String token, String because) {
        assertThat(verifier.verify(token))
                .isInstanceOfSatisfying(
                        Verification.Refused.class,
                        refused -> assertThat(refused.reason()).contains(because));
    }

    private static boolean accepts(TokenVerifier verifier, String token) {
        return verifier.verify(token) instanceof Verification.Verified;
    }

    @Test
    void a_token_of_the_issuer_says_who_it_is() {
        assertThat(VERIFIER.verify(KEY.signed(CLAIMS)))
                .isEqualTo(new Verification.Verified(
                        "https://issuer.example/pool", "siobhan", Set.of("moderators"), NOW.plusSeconds(3600)));
    }

    @Property
    void no_mutation_of_a_good_token_is_accepted(@ForAll("mutations") String mutation) {
        assertThat(VERIFIER.verify(mutation)).isInstanceOf(Verification.Refused.class);
    }

    @Provide
    static Arbitrary<String> mutations() {
        String good = KEY.signed(CLAIMS);
        Arbitrary<Character> letters = Arbitraries.oneOf(
                Arbitraries.chars().alpha(),
                Arbitraries.chars().numeric(),
                Arbitraries.of('-', '_', '.', '=', '+', '/', ' ', '\n', '\0', '\u00e9'));
        Arbitrary<Integer> places = Arbitraries.integers().between(0, good.length() - 1);
        return Arbitraries.oneOf(
                        places.flatMap(
                                at -> letters.map(letter -> good.substring(0, at) + letter + good.substring(at + 1))),
                        places.flatMap(
                                at -> letters.map(letter -> good.substring(0, at) + letter + good.substring(at))),
                        letters.map(letter -> good + letter),
                        places.map(at -> good.substring(0, at) + good.substring(at + 1)),
                        places.map(at -> good.substring(0, at)),
                        places.flatMap(from -> places.map(to -> good.substring(0, from) + good.substring(to))))
                .filter(mutation -> !mutation.equals(good));
    }

    @Nested
    class The_algorithm {
        @ParameterizedTest
        @ValueSource(
                strings = {"none", "None", "NONE", "HS256", "RS384", "RS512", "PS256", "ES256", "rs256", "RS256 ", ""})
        void has_to_be_RS256(String algorithm) {
            refuses(KEY.signedWithHeader("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}", CLAIMS), "not RS256");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"kid\":\"key-1\"}",
                    "{\"alg\":null,\"kid\":\"key-1\"}",
                    "{\"alg\":[\"RS256\"],\"kid\":\"key-1\"}"
                })
        void has_to_be_said(String header) {
            refuses(KEY.signedWithHeader(header, CLAIMS), "not RS256");
        }

        @Test
        void cannot_be_none_with_an_empty_signature() {
            String content = SigningKey.base64("{\"alg\":\"none\"}") + "." + SigningKey.base64(CLAIMS) + ".";
            refuses(content, "three parts");
        }

        /** Where a verifier lets the token choose, a public key becomes a shared secret. */
        @Test
        void cannot_be_HS256_with_the_public_key_as_its_secret() throws GeneralSecurityException {
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(KEY.publicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            for (byte[] secret : new byte[][] {KEY.publicKey().getEncoded(), pem.getBytes(StandardCharsets.US_ASCII)}) {
                String content =
                        SigningKey.base64("{\"alg\":\"HS256\",\"kid\":\"key-1\"}") + "." + SigningKey.base64(CLAIMS);
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                String signature = SigningKey.base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
                refuses(content + "." + signature, "not RS256");
            }
        }

        @Test
        void is_what_the_signature_is_made_by() {
            String content =
                    SigningKey.base64("{\"alg\":\"RS256\",\"kid\":\"key-1\"}") + "." + SigningKey.base64(CLAIMS);
            for (String other : new String[] {"SHA1withRSA", "SHA384withRSA", "SHA512withRSA", "NONEwithRSA"}) {
                String signed = other.startsWith("NONE") ? content.substring(0, 60) : content;
                refuses(content + "." + SigningKey.base64(KEY.signature(other, signed)), "signature");
            }
        }
    }

    @Nested
    class The_key {
        @Test
        void of_a_stranger_is_none_of_the_issuer() {
            refuses(STRANGER.signed(CLAIMS), "signature");
            refuses(SigningKey.generate("key-9").signed(CLAIMS), "not one of the issuer's");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                jwk | %s
                jku | "https://evil.example/keys.json"
                x5u | "https://evil.example/cert.pem"
                x5c | ["MIIB"]
                """)
        void does_not_come_with_the_token(String name, String value) {
            String brought = value.equals("%s") ? STRANGER.jwk() : value;
            refuses(
                    STRANGER.signedWithHeader(
                            "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"%s\":%s}".formatted(name, brought), CLAIMS),
                    "(" + name + ")");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "null", "[\"key-1\"]", "{}"})
        void is_named_by_a_text(String id) {
            refuses(KEY.signedWithHeader("{\"alg\":\"RS256\",\"kid\":" + id + "}", CLAIMS), "(kid)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../etc/passwd", "key-1' OR '1'='1", "KEY-1", "key-1 ", ""})
        void has_exactly_the_name_that_the_issuer_gave_it(String id) {
            refuses(KEY.signedWithHeader("{\"alg\":\"RS256\",\"kid\":\"" + id + "\"}", CLAIMS), "issuer's");
        }

        @Test
        void may_go_unnamed() {
            String token = KEY.signedWithHeader("{\"alg\":\"RS256\"}", CLAIMS);
            assertThat(accepts(verifier(SigningKey.generate("other").jwk(), KEY.jwk()), token))
                    .isTrue();
        }

        @Test
        void has_2048_bits_or_more() {
            for (int bits : new int[] {1024, 2047}) {
                SigningKey small = SigningKey.generate("small", bits, 65_537);
                refuses(verifier(small.jwk()), small.signed(CLAIMS), "has " + bits + " bits");
            }
            SigningKey large = SigningKey.generate("large", 3072, 65_537);
            assertThat(accepts(verifier(large.jwk()), large.signed(CLAIMS))).isTrue();
        }

        @Test
        void has_8192_bits_at_most() {
            SigningKey largest = SigningKey.ofFourPrimes("largest", 2048);
            assertThat(largest.publicKey().getModulus().bitLength()).isEqualTo(8192);
            assertThat(accepts(verifier(largest.jwk()), largest.signed(CLAIMS))).isTrue();
            SigningKey larger = SigningKey.ofFourPrimes("larger", 2050);
            refuses(verifier(larger.jwk()), larger.signed(CLAIMS), "has 8200 bits");
        }

        @Test
        void has_an_odd_modulus() {
            BigInteger even = KEY.publicKey().getModulus().add(BigInteger.ONE);
            String jwk =
                    KEY.jwk().replace(SigningKey.unsigned(KEY.publicKey().getModulus()), SigningKey.unsigned(even));
            refuses(verifier(jwk), KEY.signed(CLAIMS), "no sound key");
        }

        /** Neither is better than the other: both are the issuer's. */
        @Test
        void may_share_its_name_with_others() {
            assertThat(accepts(verifier(STRANGER.jwk(), KEY.jwk()), KEY.signed(CLAIMS)))
                    .isTrue();
            assertThat(accepts(verifier(KEY.jwk("\"use\":\"enc\""), KEY.jwk()), KEY.signed(CLAIMS)))
                    .isTrue();
            refuses(verifier(KEY.jwk("\"use\":\"enc\""), STRANGER.jwk()), KEY.signed(CLAIMS), "signature");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"kty\":\"oct\",\"kid\":\"key-1\",\"k\":\"AAAA\"}",
                    "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"key-1\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                    "{\"kty\":\"new\",\"kid\":\"key-1\"}",
                    "{\"kid\":\"key-1\"}",
                    "{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":\"\",\"e\":\"\"}",
                    "{\"kty\":\"RSA\",\"kid\":\"key-1\",\"n\":\"AQAB\"}"
                })
        void is_one_of_RSA(String jwk) {
            refuses(verifier(jwk), KEY.signed(CLAIMS), "its key");
        }

        @Test
        void has_a_sound_public_exponent() {
            SigningKey three = SigningKey.generate("three", 2048, 3);
            refuses(verifier(three.jwk()), three.signed(CLAIMS), "exponent");
            for (String exponent : new String[] {"AQ", "AA", "Ag", "AQAA"}) {
                String jwk = KEY.jwk().replace("\"e\":\"AQAB\"", "\"e\":\"" + exponent + "\"");
                refuses(verifier(jwk), KEY.signed(CLAIMS), "its key");
            }
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "use":"enc"                             | use
                "use":"sig2"                            | use
                "key_ops":["encrypt"]                   | key_ops
                "key_ops":["sign"]                      | key_ops
                "key_ops":[]                            | key_ops
                "use":"enc","key_ops":["encrypt"]       | use
                "alg":"RS512"                           | another algorithm
                "alg":"RSA-OAEP"                        | another algorithm
                "use":"enc","key_ops":["verify"]        | cannot be read
                """)
        void is_for_verifying_signatures_of_RS256(String members, String because) {
            refuses(verifier(KEY.jwk(members)), KEY.signed(CLAIMS), because);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "\"use\":\"sig\"", "\"key_ops\":[\"verify\"]", "\"alg\":\"RS256\",\"x\":\"unknown\""})
        void need_not_say_what_it_is_for(String members) {
            assertThat(accepts(verifier(KEY.jwk(members)), KEY.signed(CLAIMS))).isTrue();
        }

        @Test
        void is_not_of_the_kind_that_can_be_factored() {
            SigningKey weak = SigningKey.withRocaWeakness("roca");
            refuses(verifier(weak.jwk()), weak.signed(CLAIMS), "ROCA");
            assertThat(RocaFingerprint.isOn(KEY.publicKey().getModulus())).isFalse();
        }

        @Test
        void whose_private_part_is_published_is_everybodys() {
            String jwk = KEY.jwk("\"d\":\""
                    + SigningKey.unsigned(
                            ((java.security.interfaces.RSAPrivateKey) KEY.pair().getPrivate()).getPrivateExponent())
                    + "\"");
            refuses(verifier(jwk), KEY.signed(CLAIMS), "private");
        }

        @Test
        void is_found_among_keys_of_other_kinds_and_broken_ones() {
            JwtVerifier verifier = verifier(
                    "{\"kty\":\"oct\",\"kid\":\"key-1\",\"k\":\"AAAA\"}",
                    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"1\",\"y\":\"2\"}",
                    "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"o\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                    "{\"kty\":\"new\"}",
                    "{\"kty\":\"RSA\",\"n\":5}",
                    "{}",
                    "7",
                    KEY.jwk());
            assertThat(accepts(verifier, KEY.signed(CLAIMS))).isTrue();
        }
    }

    @Nested
    class The_header {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"crit\":[\"exp\"],\"exp\":1",
                    "\"crit\":[\"b64\"],\"b64\":false",
                    "\"crit\":[]",
                    "\"crit\":null",
                    "\"b64\":false",
                })
        void may_not_ask_for_what_is_unknown(String members) {
            refuses(KEY.signedWithHeader("{\"alg\":\"RS256\",\"kid\":\"key-1\"," + members + "}", CLAIMS), "crit");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"alg\":\"none\"}",
                    "{\"alg\":\"none\",\"kid\":\"key-1\",\"alg\":\"RS256\"}",
                    "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"\\u0061lg\":\"none\"}",
                    "{\"alg\":\"RS256\",\"kid\":\"key-1\"}}",
                    "{\"alg\":\"RS256\",\"kid\":\"key-1\"} {}",
                    "{\"alg\":\"RS256\",\"kid\":\"key-1\",}",
                    "{'alg':'RS256','kid':'key-1'}",
                    "{alg:\"RS256\",kid:\"key-1\"}",
                    "{\"alg\":\"RS256\",/* */\"kid\":\"key-1\"}",
                    "\ufeff{\"alg\":\"RS256\",\"kid\":\"key-1\"}",
                    "[\"RS256\"]",
                    "\"RS256\"",
                    "null",
                    "{",
                })
        void is_an_object_of_JSON_without_oddities(String header) {
            refuses(KEY.signedWithHeader(header, CLAIMS), "header");
        }

        /** RFC 7515: what is not understood there is ignored, unless crit says otherwise. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"cty\":\"JWT\"",
                    "\"cty\":7",
                    "\"zip\":\"DEF\"",
                    "\"x5t\":\"AAAA\"",
                    "\"epk\":null",
                    "\"enc\":\"A128GCM\"",
                    "\"exp\":1",
                    "\"new\":{\"a\":[1]}"
                })
        void may_say_more_that_changes_nothing(String members) {
            assertThat(accepts(
                            VERIFIER,
                            KEY.signedWithHeader("{\"alg\":\"RS256\",\"kid\":\"key-1\"," + members + "}", CLAIMS)))
                    .isTrue();
        }

        @Test
        void is_of_a_type_that_is_a_JWT() {
            assertThat(accepts(
                            VERIFIER,
                            KEY.signedWithHeader("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"key-1\"}", CLAIMS)))
                    .isTrue();
            refuses(KEY.signedWithHeader("{\"typ\":\"JOSE\",\"alg\":\"RS256\",\"kid\":\"key-1\"}", CLAIMS), "typ");
        }
    }

    @Nested
    class The_text {
        private final String good = KEY.signed(CLAIMS);

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "...", "a.b", "a.b.c.d", "a.b.c.d.e", "null", "{}"})
        void has_three_parts(String token) {
            refuses(token, "three parts");
        }

        @Test
        void has_nothing_before_or_behind_it() {
            for (String garbage : new String[] {" ", "\n", "\t", "=", "==", ".", "A", "\0", "%00", ","}) {
                refuses(good + garbage, "it");
                refuses(garbage + good, "it");
            }
            refuses("Bearer " + good, "three parts");
        }

        @Test
        void is_base64url_in_its_one_form() {
            // 2048 bits are 342 letters with four bits to spare at the end.
            String last = good.substring(good.length() - 1);
            char other = (char) (last.charAt(0) + 1);
            refuses(good.substring(0, good.length() - 1) + other, "it");
            refuses(good.replace('-', '+').replace('_', '/') + "+", "three parts");
            refuses(good.replace(".", "=."), "three parts");
        }

        @Test
        void is_not_longer_than_any_honest_one() {
            String long_ = CLAIMS.replace("siobhan", "s".repeat(8 * 1024));
            refuses(KEY.signed(long_), "more than 8192 characters");
        }

        @Test
        void is_not_another_serialization() {
            String[] parts = good.split("\\.", -1);
            refuses(
                    "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
                            .formatted(parts[0], parts[1], parts[2]),
                    "three parts");
        }

        /** RFC 7515, appendix F: the payload goes another way. RFC 7797: it is not encoded. */
        @Test
        void holds_its_payload() {
            String[] parts = good.split("\\.", -1);
            refuses(parts[0] + ".." + parts[2], "signature");
            String header = SigningKey.base64("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"b64\":false,\"crit\":[\"b64\"]}");
            String content = header + "." + "x";
            refuses(content + "." + SigningKey.base64(KEY.signature("SHA256withRSA", content)), "it");
        }

        @Test
        void keeps_its_signature_to_its_own_content() {
            String[] mine = good.split("\\.", -1);
            String[] other = KEY.signed(CLAIMS.replace("siobhan", "somebody")).split("\\.", -1);
            refuses(mine[0] + "." + other[1] + "." + mine[2], "signature");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 128, 255, 257, 512})
        void has_a_signature_as_long_as_the_key(int bytes) {
            String content = good.substring(0, good.lastIndexOf('.') + 1);
            refuses(content + SigningKey.base64(new byte[bytes]), "it");
        }

        @Test
        void has_a_signature_with_no_zeros_before_or_behind_it() {
            String content = good.substring(0, good.lastIndexOf('.'));
            byte[] signature = KEY.signature("SHA256withRSA", content);
            byte[] before = new byte[signature.length + 1];
            System.arraycopy(signature, 0, before, 1, signature.length);
            byte[] behind = Arrays.copyOf(signature, signature.length + 1);
            refuses(content + "." + SigningKey.base64(before), "signature");
            refuses(content + "." + SigningKey.base64(behind), "signature");
        }

        /** A verifier that looks into the padding, instead of making it anew, can be deceived (CVE-2006-4339). */
        @Test
        void has_a_signature_whose_padding_is_the_only_one_there_is() throws GeneralSecurityException {
            String content = good.substring(0, good.lastIndexOf('.'));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.US_ASCII));
            byte[] algorithm = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
            byte[] none = {};
            assertThat(accepts(VERIFIER, content + "." + padded(algorithm, hash, none)))
                    .isTrue();
            refuses(content + "." + padded(none, hash, none), "signature");
            refuses(content + "." + padded(algorithm, hash, new byte[16]), "signature");
        }

        private static String padded(byte[] algorithm, byte[] hash, byte[] garbage) {
            byte[] block = new byte[256];
            int start = block.length - garbage.length - hash.length - algorithm.length;
            Arrays.fill(block, 2, start - 1, (byte) 0xff);
            block[1] = 1;
            System.arraycopy(algorithm, 0, block, start, algorithm.length);
            System.arraycopy(hash, 0, block, start + algorithm.length, hash.length);
            return SigningKey.base64(KEY.power(block));
        }
    }

    @Nested
    class The_claims {
        private void refusesClaims(UnaryOperator<String> change, String because) {
            String changed = change.apply(CLAIMS);
            assertThat(changed).isNotEqualTo(CLAIMS);
            refuses(KEY.signed(changed), because);
        }

        @ParameterizedTest
        @ValueSource(strings = {"iss", "sub", "token_use", "client_id", "scope", "exp"})
        void that_are_needed_are_there(String name) {
            refusesClaims(claims -> claims.replace("\"" + name + "\"", "\"x-" + name + "\""), name);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "https://issuer.example/pool"  | "https://issuer.example/other" | (iss)
                "https://issuer.example/pool"  | "https://issuer.example/pool/" | (iss)
                "https://issuer.example/pool"  | ["https://issuer.example/pool"] | iss
                "access"                       | "id"                           | (token_use)
                "access"                       | "Access"                       | (token_use)
                "our-app"                      | "their-app"                    | (client_id)
                "member openid"                | "openid"                       | (scope)
                "member openid"                | "members openid"               | (scope)
                "member openid"                | ["member"]                     | scope
                "siobhan"                      | ""                             | sub
                "siobhan"                      | "  "                           | sub
                "siobhan"                      | 7                              | sub
                "siobhan"                      | null                           | sub
                ["moderators"]                 | [1]                            | cognito:groups
                ["moderators"]                 | {"moderators":true}            | cognito:groups
                """)
        void say_what_they_should(String said, String instead, String because) {
            refusesClaims(claims -> claims.replace(said, instead), because);
        }

        @Test
        void may_name_an_audience_that_is_us() {
            assertThat(accepts(VERIFIER, KEY.signed(CLAIMS.replace("{", "{\"aud\":[\"x\",\"our-app\"],"))))
                    .isTrue();
            refusesClaims(claims -> claims.replace("{", "{\"aud\":\"their-app\","), "(aud)");
        }

        @Test
        void expire() {
            String exp = "\"exp\":" + (NOW.getEpochSecond() + 3600);
            refusesClaims(claims -> claims.replace(exp, "\"exp\":" + (NOW.getEpochSecond() - 30)), "expired");
            assertThat(accepts(VERIFIER, KEY.signed(CLAIMS.replace(exp, "\"exp\":" + (NOW.getEpochSecond() - 29)))))
                    .isTrue();
            for (String odd : new String[] {"\"4102444800\"", "-1", "1e400", "253402300800", "null", "true", "[]"}) {
                refusesClaims(claims -> claims.replace(exp, "\"exp\":" + odd), "");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"iat", "nbf"})
        void are_not_of_the_future(String name) {
            String claims = CLAIMS.replace("\"iat\":" + NOW.getEpochSecond() + ",", "");
            String later = claims.replace("{", "{\"" + name + "\":" + (NOW.getEpochSecond() + 31) + ",");
            refuses(KEY.signed(later), "not good yet (" + name + ")");
            String soon = claims.replace("{", "{\"" + name + "\":" + (NOW.getEpochSecond() + 30) + ",");
            assertThat(accepts(VERIFIER, KEY.signed(soon))).isTrue();
            assertThat(accepts(VERIFIER, KEY.signed(claims))).isTrue();
            refuses(KEY.signed(claims.replace("{", "{\"" + name + "\":\"now\",")), "its " + name);
        }

        @Test
        void are_each_there_once() {
            refusesClaims(claims -> claims.replace("{", "{\"sub\":\"admin\","), "claims");
            refusesClaims(claims -> claims.replace("{", "{\"s\\u0075b\":\"admin\","), "claims");
        }

        @Test
        void are_an_object_of_JSON_without_oddities() {
            for (String odd :
                    new String[] {"", "null", "[]", "7", CLAIMS + "x", CLAIMS + CLAIMS, "{\"a\":NaN}", "\ufeff" + CLAIMS
                    }) {
                refuses(KEY.signed(odd.isEmpty() ? " " : odd), "claims");
            }
            String deep = "[".repeat(200) + "]".repeat(200);
            refusesClaims(claims -> claims.replace("{", "{\"deep\":" + deep + ","), "claims");
            byte[] notUtf8 = CLAIMS.replace("siobhan", "s\u00ed").getBytes(StandardCharsets.ISO_8859_1);
            refuses(
                    KEY.signed("{\"alg\":\"RS256\",\"kid\":\"key-1\"}".getBytes(StandardCharsets.US_ASCII), notUtf8),
                    "not UTF-8");
            refuses(
                    KEY.signed(
                            "{\"alg\":\"RS256\",\"kid\":\"key-1\"}".getBytes(StandardCharsets.US_ASCII),
                            CLAIMS.getBytes(StandardCharsets.UTF_16BE)),
                    "claims");
        }
    }

    @Nested
    class Of_signatures_alone {
        private final JwtVerifier signatures = JwtVerifier.ofSignatures(() -> SigningKey.set(KEY.jwk()), CLOCK);

        @Property
        void whatever_the_payload_is(@ForAll byte[] payload) {
            assertThat(accepts(
                            signatures,
                            KEY.signed(
                                    "{\"alg\":\"RS256\",\"kid\":\"key-1\"}".getBytes(StandardCharsets.US_ASCII),
                                    payload)))
                    .isTrue();
        }

        @Test
        void a_payload_may_be_empty() {
            assertThat(accepts(signatures, KEY.signed(""))).isTrue();
            refuses(KEY.signed(""), "claims");
        }

        @Test
        void whatever_is_signed_is_accepted() {
            assertThat(accepts(signatures, KEY.signed("no JSON at all"))).isTrue();
            assertThat(accepts(signatures, KEY.signedWithHeader("{\"alg\":\"RS256\",\"typ\":\"JOSE\"}", "x")))
                    .isTrue();
        }

        /** Whoever asks about many tokens gets an answer to each, also where the set has no key of use. */
        @Test
        void a_set_without_a_usable_key_refuses_every_token() {
            JwtVerifier none = JwtVerifier.ofSignatures(() -> "{\"keys\":[]}", CLOCK);
            for (int i = 0; i < 5; i++) {
                refuses(none, KEY.signed("x"), "not one of the issuer's");
            }
        }

        @Test
        void the_signature_and_its_key_are_judged_as_ever() {
            refuses(signatures, STRANGER.signed("x"), "signature");
            refuses(signatures, KEY.signedWithHeader("{\"alg\":\"none\"}", "x"), "RS256");
        }
    }
}

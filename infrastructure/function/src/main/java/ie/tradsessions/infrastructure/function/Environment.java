package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.access.Cognito;
import ie.tradsessions.adapters.lambda.access.CognitoApi;
import ie.tradsessions.adapters.lambda.access.HttpKeySource;
import ie.tradsessions.adapters.lambda.access.JwtVerifier;
import ie.tradsessions.adapters.lambda.access.SecondFactor;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.access.TokenPolicy;
import ie.tradsessions.adapters.lambda.access.TokenVerifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a function is told by its environment: {@code TABLE_NAME}, {@code CURSOR_KEY} (Base64, at least 32 bytes, the same
 * for all instances), {@code ORIGINS} (web origins apart by spaces, may be absent) and {@code VERSION} (of the build). The
 * private function also: {@code SIGN_IN_ISSUER} (the address of the user pool, as its tokens name it),
 * {@code SIGN_IN_CLIENT_ID} (of our client there), {@code SIGN_IN_SCOPE} (what a token has to grant, may be absent),
 * {@code SIGN_IN_DOMAIN} (the address of the pool's own pages, absent where they are not used) and
 * {@code MODERATORS_NEED_SECOND_FACTOR} ({@code yes}, absent where the group alone makes a moderator). The check before
 * traffic is told {@code PUBLIC_VERSION}, {@code PRIVATE_VERSION} and {@code FOLD_FUNCTION}: the ARNs of the new versions.
 * Lambda itself sets {@code AWS_REGION}.
 */
record Environment(Map<String, String> variables) {
    private static final String TABLE_NAME = "TABLE_NAME";
    private static final String CURSOR_KEY = "CURSOR_KEY";
    private static final String VERSION = "VERSION";
    private static final String ORIGINS = "ORIGINS";
    private static final String SIGN_IN_ISSUER = "SIGN_IN_ISSUER";
    private static final String SIGN_IN_CLIENT_ID = "SIGN_IN_CLIENT_ID";
    private static final String SIGN_IN_SCOPE = "SIGN_IN_SCOPE";
    private static final String SIGN_IN_DOMAIN = "SIGN_IN_DOMAIN";
    private static final String MODERATORS_NEED_SECOND_FACTOR = "MODERATORS_NEED_SECOND_FACTOR";
    private static final String PUBLIC_VERSION = "PUBLIC_VERSION";
    private static final String PRIVATE_VERSION = "PRIVATE_VERSION";
    private static final String FOLD_FUNCTION = "FOLD_FUNCTION";

    /** What the template has to tell each function; without any of it the function does nothing. */
    static final List<String> OF_PUBLIC = List.of(TABLE_NAME, CURSOR_KEY, VERSION);

    static final List<String> OF_PRIVATE = List.of(TABLE_NAME, CURSOR_KEY, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID);
    static final List<String> OF_FOLD = List.of(TABLE_NAME);
    static final List<String> OF_PRE_TRAFFIC = List.of(PUBLIC_VERSION, PRIVATE_VERSION, FOLD_FUNCTION);

    /** What it may tell them. */
    static final List<String> OPTIONAL = List.of(ORIGINS, SIGN_IN_SCOPE, SIGN_IN_DOMAIN, MODERATORS_NEED_SECOND_FACTOR);

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MIN_KEY_BYTES = 32;

    Environment {
        variables = Map.copyOf(variables);
    }

    static Environment ofThisProcess() {
        return new Environment(System.getenv());
    }

    /** Opens no connection yet; region and credentials are those of the function. */
    Table table() {
        String name = needed(TABLE_NAME);
        DynamoDbClient client = DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(RetryPolicy.DEFAULT.clientSettings())
                .build();
        return new Table(client, name, Meter.NONE);
    }

    byte[] cursorKey() {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(needed(CURSOR_KEY));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("CURSOR_KEY has to be Base64", e);
        }
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalStateException("CURSOR_KEY has to be of at least " + MIN_KEY_BYTES + " bytes");
        }
        return key;
    }

    Set<String> origins() {
        return SPACES.splitAsStream(variables.getOrDefault(ORIGINS, ""))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    SignIn signIn(InstantSource clock) {
        String issuer = needed(SIGN_IN_ISSUER);
        String clientId = needed(SIGN_IN_CLIENT_ID);
        String scope = variables.getOrDefault(SIGN_IN_SCOPE, TokenPolicy.DEFAULT_SCOPE);
        URI pool = httpsAddress(SIGN_IN_ISSUER, issuer);
        String domain = variables.getOrDefault(SIGN_IN_DOMAIN, "");
        Cognito.Settings settings = new Cognito.Settings(
                pool.resolve("/"),
                clientId,
                domain.isBlank() ? null : httpsAddress(SIGN_IN_DOMAIN, domain),
                "openid profile " + scope);
        HttpKeySource keys = new HttpKeySource(URI.create(issuer + "/.well-known/jwks.json"));
        Cognito cognito = new Cognito(new CognitoApi(), settings);
        TokenVerifier verifier = new JwtVerifier(keys, new TokenPolicy(issuer, clientId, scope), clock);
        return new SignIn(
                cognito, moderatorsNeedSecondFactor() ? new SecondFactor(verifier, cognito, clock) : verifier);
    }

    /** Nothing but yes and absence: a slip must not let in who should be kept out. */
    private boolean moderatorsNeedSecondFactor() {
        return switch (variables.getOrDefault(MODERATORS_NEED_SECOND_FACTOR, "")) {
            case "" -> false;
            case "yes" -> true;
            default -> throw new IllegalStateException(MODERATORS_NEED_SECOND_FACTOR + " has to be yes, or absent");
        };
    }

    private static URI httpsAddress(String name, String value) {
        try {
            URI address = new URI(value);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name + " has to be an https address", e);
        }
        throw new IllegalStateException(name + " has to be an https address");
    }

    String version() {
        return needed(VERSION);
    }

    String publicVersion() {
        return needed(PUBLIC_VERSION);
    }

    String privateVersion() {
        return needed(PRIVATE_VERSION);
    }

    String foldFunction() {
        return needed(FOLD_FUNCTION);
    }

    Region region() {
        return Region.of(needed("AWS_REGION"));
    }

    /**
     * Where a service of AWS is called: where {@code AWS_ENDPOINT_URL_} and its name say, as for the SDK's own clients, else
     * at its address in the function's region.
     *
     * @param service as its address and its signatures name it
     */
    URI endpoint(String service) {
        String given = variables.get("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT));
        return URI.create(
                given == null ? "https://" + ServiceMetadata.of(service).endpointFor(region()) : given);
    }

    private String needed(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment does not say " + name);
        }
        return value;
    }
}

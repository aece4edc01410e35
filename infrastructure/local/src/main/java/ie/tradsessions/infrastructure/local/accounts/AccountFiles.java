package ie.tradsessions.infrastructure.local.accounts;

import ie.tradsessions.adapters.lambda.access.MemberAuthenticator;
import ie.tradsessions.adapters.lambda.access.TokenPolicy;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The files of cognito-local: its settings, and a user pool with a client of it, which are made here, so that they need
 * no calls at each start. Passwords and codes stand in them as they are; hence only their owner may read them.
 */
final class AccountFiles {
    private static final String DOMAIN = "http://cognito-local.localhost";
    private static final String POOL = "local_tradsessions";
    static final String CLIENT = "tradsessions-local";
    /** The same at every start, whatever the port: members are known by it. */
    static final String ISSUER = DOMAIN + "/" + POOL;

    static final TokenPolicy POLICY = new TokenPolicy(ISSUER, CLIENT, TokenPolicy.DEFAULT_SCOPE);

    /** Below the server's address. */
    static final String KEY_SET = "/" + POOL + "/.well-known/jwks.json";

    private static final String BEGINNING = "2026-01-01T00:00:00.000Z";
    private static final String USERS = "Users";
    private static final String GROUPS = "Groups";
    private static final String MEMBERS = "members";
    private static final String ATTRIBUTES = "Attributes";

    private final Path folder;

    AccountFiles(Path folder) {
        this.folder = folder;
    }

    /** From where cognito-local has to be started. */
    Path folder() {
        return folder;
    }

    /**
     * Makes what is not there yet.
     *
     * @param samples whether the sample people have accounts too
     */
    void prepare(boolean samples) throws IOException, UnusableAccounts {
        createFolder();
        write(folder.resolve(".cognito/config.json"), Map.of("TokenConfig", Map.of("IssuerDomain", DOMAIN)));
        write(folder.resolve(".cognito/db/clients.json"), Map.of("Clients", Map.of(CLIENT, client())));
        Map<String, @Nullable Object> pool = Files.exists(poolFile()) ? readPool() : pool();
        if (samples) {
            Arrays.stream(SampleAccount.values()).forEach(account -> add(pool, account));
        }
        write(poolFile(), pool);
    }

    boolean holdSamples() {
        return users().anyMatch(user -> SampleAccount.ORGANISER.subject().equals(user.get("Username")));
    }

    /** The code that was made last for this e-mail, unless it has been used. */
    Optional<String> code(String email) {
        return users().filter(user -> email.equals(attribute(user, "email")))
                .map(user -> user.get("ConfirmationCode"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    List<String> refreshTokens(String subject) {
        return users().filter(user -> subject.equals(attribute(user, "sub")))
                .flatMap(user -> user.get("RefreshTokens") instanceof List<?> tokens ? tokens.stream() : Stream.of())
                .map(String::valueOf)
                .toList();
    }

    private void createFolder() throws IOException {
        Files.createDirectories(folder.resolve(".cognito/db"));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Path poolFile() {
        return folder.resolve(".cognito/db/" + POOL + ".json");
    }

    private Map<String, @Nullable Object> readPool() throws IOException, UnusableAccounts {
        try {
            return JsonText.object(Files.readAllBytes(poolFile()));
        } catch (JsonText.Malformed e) {
            throw new UnusableAccounts(poolFile() + " is damaged: " + e.why() + "; without it, accounts begin anew");
        }
    }

    private Stream<Map<?, ?>> users() {
        try {
            return readPool().get(USERS) instanceof Map<?, ?> users
                    ? users.values().stream().filter(Map.class::isInstance).map(user -> (Map<?, ?>) user)
                    : Stream.of();
        } catch (IOException | UnusableAccounts e) {
            // Such as while it is being written: nothing is known of anybody.
            return Stream.of();
        }
    }

    private static @Nullable String attribute(Map<?, ?> user, String name) {
        List<?> attributes = user.get(ATTRIBUTES) instanceof List<?> list ? list : List.of();
        return attributes.stream()
                .filter(Map.class::isInstance)
                .map(attribute -> (Map<?, ?>) attribute)
                .filter(attribute -> name.equals(attribute.get("Name")))
                .map(attribute -> String.valueOf(attribute.get("Value")))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, @Nullable Object> client() {
        Map<String, @Nullable Object> client = new LinkedHashMap<>();
        client.put("ClientId", CLIENT);
        client.put("ClientName", CLIENT);
        client.put("UserPoolId", POOL);
        client.put("AccessTokenValidity", BigDecimal.ONE);
        client.put("IdTokenValidity", BigDecimal.ONE);
        client.put("RefreshTokenValidity", BigDecimal.valueOf(30));
        client.put("TokenValidityUnits", Map.of("AccessToken", "hours", "IdToken", "hours", "RefreshToken", "days"));
        client.put("CreationDate", BEGINNING);
        client.put("LastModifiedDate", BEGINNING);
        return client;
    }

    private static Map<String, @Nullable Object> pool() {
        Map<String, @Nullable Object> group = new LinkedHashMap<>();
        group.put("GroupName", MemberAuthenticator.MODERATORS);
        group.put("UserPoolId", POOL);
        group.put(MEMBERS, List.of());
        group.put("CreationDate", BEGINNING);
        group.put("LastModifiedDate", BEGINNING);
        Map<String, @Nullable Object> pool = new LinkedHashMap<>();
        pool.put(USERS, new LinkedHashMap<String, @Nullable Object>());
        pool.put(GROUPS, new LinkedHashMap<>(Map.of(MemberAuthenticator.MODERATORS, group)));
        pool.put(
                "Options",
                Map.of(
                        "Id",
                        POOL,
                        "UsernameAttributes",
                        List.of("email"),
                        "AutoVerifiedAttributes",
                        List.of("email"),
                        "MfaConfiguration",
                        "OFF"));
        return pool;
    }

    /** Leaves one alone that is there already. */
    private static void add(Map<String, @Nullable Object> pool, SampleAccount account) {
        Map<String, @Nullable Object> users = copy(pool.get(USERS));
        if (users.containsKey(account.subject())) {
            return;
        }
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("Username", account.subject());
        user.put(
                ATTRIBUTES,
                List.of(
                        Map.of("Name", "sub", "Value", account.subject()),
                        Map.of("Name", "email", "Value", account.email()),
                        Map.of("Name", "name", "Value", account.displayName())));
        user.put("Enabled", true);
        user.put("Password", SampleAccount.PASSWORD);
        user.put("RefreshTokens", List.of());
        user.put("UserStatus", "CONFIRMED");
        user.put("UserCreateDate", BEGINNING);
        user.put("UserLastModifiedDate", BEGINNING);
        users.put(account.subject(), user);
        pool.put(USERS, users);
        if (account == SampleAccount.MODERATOR) {
            Map<String, @Nullable Object> groups = copy(pool.get(GROUPS));
            Map<String, @Nullable Object> group = copy(groups.get(MemberAuthenticator.MODERATORS));
            group.put(
                    MEMBERS,
                    Stream.concat(
                                    group.get(MEMBERS) instanceof List<?> members ? members.stream() : Stream.of(),
                                    Stream.of(account.subject()))
                            .filter(Objects::nonNull)
                            .toList());
            groups.put(MemberAuthenticator.MODERATORS, group);
            pool.put(GROUPS, groups);
        }
    }

    private static Map<String, @Nullable Object> copy(@Nullable Object members) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (members instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }

    private static void write(Path file, Map<?, ?> members) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, Json.bytes(json -> value(json, members)));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> members -> {
                json.writeStartObject();
                members.forEach((name, member) -> {
                    json.writeName(String.valueOf(name));
                    value(json, member);
                });
                json.writeEndObject();
            }
            case List<?> values -> {
                json.writeStartArray();
                values.forEach(one -> value(json, one));
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case BigDecimal number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case null, default -> json.writeNull();
        }
    }
}

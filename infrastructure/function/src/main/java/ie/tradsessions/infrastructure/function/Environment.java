package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.adapters.dynamodb.table.Table;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a function is told by its environment: {@code TABLE_NAME}, {@code CURSOR_KEY} (Base64, at least 32 bytes, the same
 * for all instances), {@code ORIGINS} (web origins apart by spaces, may be absent) and {@code VERSION} (of the build).
 */
record Environment(Map<String, String> variables) {
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
        String name = needed("TABLE_NAME");
        DynamoDbClient client = DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(RetryPolicy.DEFAULT.clientSettings())
                .build();
        return new Table(client, name, Meter.NONE);
    }

    byte[] cursorKey() {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(needed("CURSOR_KEY"));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("CURSOR_KEY has to be Base64", e);
        }
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalStateException("CURSOR_KEY has to be of at least " + MIN_KEY_BYTES + " bytes");
        }
        return key;
    }

    Set<String> origins() {
        return SPACES.splitAsStream(variables.getOrDefault("ORIGINS", ""))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    String version() {
        return needed("VERSION");
    }

    private String needed(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment does not say " + name);
        }
        return value;
    }
}

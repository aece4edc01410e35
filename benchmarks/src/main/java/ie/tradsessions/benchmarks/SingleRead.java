package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A process that reads one item of a table, which its environment names, and prints how many milliseconds passed between
 * its first line and the answer: by the SDK, or by a request that is signed by hand (Signature Version 4).
 */
final class SingleRead {
    private static final String TARGET = "DynamoDB_20120810.GetItem";
    private static final String TYPE = "application/x-amz-json-1.0";
    private static final String SIGNED = "content-type;host;x-amz-date;x-amz-target";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = 8;

    private SingleRead() {}

    /** How it reads. */
    enum Way {
        BY_HAND,
        BY_SDK
    }

    /** @param args a {@link Way} */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        long begun = System.nanoTime();
        switch (Way.valueOf(args[0])) {
            case BY_HAND -> byHand();
            case BY_SDK -> bySdk();
        }
        System.out.println((System.nanoTime() - begun) / 1e6);
        // The SDK may leave threads behind.
        System.exit(0);
    }

    private static void bySdk() {
        DynamoDbClient client = DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        client.getItem(read -> read.tableName(variable("TABLE_NAME"))
                .key(Map.of("p", AttributeValue.fromS("H"), "s", AttributeValue.fromS("0"))));
    }

    private static void byHand() throws IOException, GeneralSecurityException {
        URI address = URI.create(variable("AWS_ENDPOINT_URL_DYNAMODB"));
        byte[] body = """
                {"TableName":"%s","Key":{"p":{"S":"H"},"s":{"S":"0"}}}""".formatted(variable("TABLE_NAME")).getBytes(StandardCharsets.UTF_8);
        String timestamp = TIMESTAMP.format(Instant.now());
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", TYPE);
        connection.setRequestProperty("X-Amz-Date", timestamp);
        connection.setRequestProperty("X-Amz-Target", TARGET);
        connection.setRequestProperty("Authorization", authorization(address.getAuthority(), timestamp, body));
        try (OutputStream sent = connection.getOutputStream()) {
            sent.write(body);
        }
        connection.getInputStream().readAllBytes();
    }

    private static String authorization(String host, String timestamp, byte[] body) throws GeneralSecurityException {
        String canonical = "POST\n/\n\ncontent-type:" + TYPE + "\nhost:" + host + "\nx-amz-date:" + timestamp
                + "\nx-amz-target:" + TARGET + "\n\n" + SIGNED + "\n" + hash(body);
        String date = timestamp.substring(0, DATE_LENGTH);
        String scope = date + "/" + variable("AWS_REGION") + "/dynamodb/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + hash(utf8(canonical));
        byte[] key = utf8("AWS4" + variable("AWS_SECRET_ACCESS_KEY"));
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + variable("AWS_ACCESS_KEY_ID") + "/" + scope + ", SignedHeaders="
                + SIGNED + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(utf8(text));
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name));
    }
}

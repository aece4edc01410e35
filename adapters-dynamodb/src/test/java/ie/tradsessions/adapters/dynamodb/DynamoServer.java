package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local behind HTTP, so that calls go the whole way through the SDK. */
public final class DynamoServer implements AutoCloseable {
    private static final Region REGION = Region.EU_WEST_1;
    private static final String ACCESS_KEY = "local";

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final DynamoDBProxyServer server;
    private final URI address;
    private final DynamoDbClient undisturbed;
    private final AtomicInteger tables = new AtomicInteger();

    public DynamoServer() {
        try {
            int port = freePort();
            server = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
            server.start();
            address = URI.create("http://127.0.0.1:" + port);
            undisturbed = client(RetryPolicy.DEFAULT, new ExecutionInterceptor() {});
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What tells a program, by its environment, to use the tables here. */
    public Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB",
                address.toString(),
                "AWS_REGION",
                REGION.id(),
                "AWS_ACCESS_KEY_ID",
                ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                ACCESS_KEY);
    }

    /** A table in which there is nothing yet. */
    public Table newTable() {
        return newTable(RetryPolicy.DEFAULT, new ExecutionInterceptor() {});
    }

    /** A table in which there is nothing yet, and a client of its own for it: clients have budgets. */
    Table newTable(RetryPolicy policy, ExecutionInterceptor interceptor) {
        String name = "table-" + tables.incrementAndGet();
        undisturbed.createTable(TableDefinition.createRequest(name));
        return table(name, policy, interceptor);
    }

    Table table(String name, RetryPolicy policy, ExecutionInterceptor interceptor) {
        return new Table(client(policy, interceptor), name, Meter.NONE, policy);
    }

    private DynamoDbClient client(RetryPolicy policy, ExecutionInterceptor interceptor) {
        return DynamoDbClient.builder()
                .endpointOverride(address)
                .region(REGION)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, ACCESS_KEY)))
                .httpClient(http)
                .overrideConfiguration(policy.clientSettings().toBuilder()
                        .addExecutionInterceptor(interceptor)
                        .build())
                .build();
    }

    @Override
    public void close() {
        undisturbed.close();
        http.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not end", e);
        }
    }
}

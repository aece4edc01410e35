package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Calls;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local behind HTTP, so that calls go the whole way through the SDK. */
final class DynamoServer implements AutoCloseable {
    private final DynamoDBProxyServer server;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;
    private final AtomicInteger tables = new AtomicInteger();

    DynamoServer(ExecutionInterceptor interceptor) {
        try {
            int port = freePort();
            server = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
            server.start();
            URI address = URI.create("http://127.0.0.1:" + port);
            var anybody = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
            streams = DynamoDbStreamsClient.builder()
                    .endpointOverride(address)
                    .region(Region.EU_WEST_1)
                    .credentialsProvider(anybody)
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
            client = DynamoDbClient.builder()
                    .endpointOverride(address)
                    .region(Region.EU_WEST_1)
                    .credentialsProvider(anybody)
                    .httpClient(UrlConnectionHttpClient.create())
                    .overrideConfiguration(Calls.clientSettings().toBuilder()
                            .addExecutionInterceptor(interceptor)
                            .build())
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    DynamoDbClient client() {
        return client;
    }

    /** Nothing fails there. */
    DynamoDbStreamsClient streams() {
        return streams;
    }

    /** The name of a table that has just been made. */
    String newTable() {
        String name = "table-" + tables.incrementAndGet();
        client.createTable(TableDefinition.createRequest(name));
        return name;
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not end", e);
        }
    }
}

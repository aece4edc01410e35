package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local in this process, with one table in which there is nothing yet. Each has its own, because it gets slower
 * with everything that it has ever held.
 */
public final class LocalDynamo implements AutoCloseable {
    public static final String TABLE = "tradsessions";

    private static final AtomicInteger TOKENS = new AtomicInteger();

    private final AmazonDynamoDBLocal dynamo = DynamoDBEmbedded.create(true);

    public LocalDynamo() {
        client().createTable(TableDefinition.createRequest(TABLE));
    }

    public DynamoDbClient client() {
        return dynamo.dynamoDbClient();
    }

    public DynamoDbStreamsClient streams() {
        return dynamo.dynamoDbStreamsClient();
    }

    public Table table() {
        return new Table(client(), TABLE, Meter.NONE);
    }

    /** Another table in which there is nothing yet. */
    public Table table(String name) {
        client().createTable(TableDefinition.createRequest(name));
        return new Table(client(), name, Meter.NONE);
    }

    @Override
    public void close() {
        dynamo.shutdownNow();
    }

    /** Tokens of saves, none of them twice: DynamoDB remembers them beyond a table's life. */
    public static Supplier<String> tokens() {
        return () -> "t" + TOKENS.incrementAndGet();
    }
}

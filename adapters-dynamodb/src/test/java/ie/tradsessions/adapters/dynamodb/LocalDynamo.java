package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.cost.PricedClient;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local in this process, for all tests one after another, each of which has a table of its own. */
public final class LocalDynamo {
    /** It gets slower with everything that it has ever held; after so many tables another one begins. */
    private static final int MAX_TABLES = 200;

    private static final Deque<AmazonDynamoDBLocal> DYNAMOS = new ArrayDeque<>();
    private static int tables;

    private LocalDynamo() {}

    /** A table in which there is nothing yet. */
    public static Table newTable() {
        DynamoDbClient client = client();
        return new Table(client, newTable(client), Meter.NONE);
    }

    /** The same, whose calls are told with what DynamoDB charges for them. */
    public static Table newTable(Meter meter) {
        DynamoDbClient client = client();
        return new Table(new PricedClient(client), newTable(client), meter);
    }

    private static String newTable(DynamoDbClient client) {
        String name = "table-" + tables;
        client.createTable(TableDefinition.createRequest(name));
        return name;
    }

    private static synchronized DynamoDbClient client() {
        if (tables++ % MAX_TABLES == 0) {
            DYNAMOS.addLast(DynamoDBEmbedded.create(true));
            if (DYNAMOS.size() > 2) {
                // Nobody is at work on a table that was made so long ago.
                DYNAMOS.removeFirst().shutdownNow();
            }
        }
        return DYNAMOS.getLast().dynamoDbClient();
    }
}

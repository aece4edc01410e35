package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.item.MemberItems;
import ie.tradsessions.adapters.dynamodb.item.SnapshotItems;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Keeps which rights the calls to a table take: the actions as IAM names them, and the partitions that they name. */
final class CallRecorder {
    /** With what the partitions begin of which there is one for each venue, session, member or chunk. */
    private static final List<String> PREFIXES = prefixes();

    private final NavigableSet<String> actions = new ConcurrentSkipListSet<>();
    private final NavigableSet<String> read = new ConcurrentSkipListSet<>();
    private final NavigableSet<String> written = new ConcurrentSkipListSet<>();

    private static List<String> prefixes() {
        String id = "0000000000000000";
        MemberId member = MemberId.of("https://issuer.example", "somebody");
        return List.of(
                before(id, AggregateItems.key(AggregateKey.of(new VenueId(id))).partition()),
                before(
                        id,
                        AggregateItems.key(AggregateKey.of(new SessionId(id))).partition()),
                before(member.value(), MemberItems.partition(member)),
                SnapshotItems.CHUNK_PREFIX);
    }

    private static String before(String id, String partition) {
        if (!partition.endsWith(id)) {
            throw new IllegalStateException(partition + " does not end with " + id);
        }
        return partition.substring(0, partition.length() - id.length());
    }

    NavigableSet<String> actions() {
        return actions;
    }

    /** The partitions that were read, with a star for what differs between those of one kind. */
    NavigableSet<String> read() {
        return read;
    }

    NavigableSet<String> written() {
        return written;
    }

    /** The client, whose calls are kept. */
    DynamoDbClient on(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, given) -> {
                    if (given != null && given[0] instanceof DynamoDbRequest request) {
                        keep(request);
                    }
                    try {
                        return method.invoke(client, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void keep(DynamoDbRequest request) {
        switch (request) {
            case GetItemRequest get -> reads("GetItem", get.key());
            case BatchGetItemRequest batch ->
                batch.requestItems().values().forEach(keys -> keys.keys().forEach(key -> reads("BatchGetItem", key)));
            case QueryRequest query ->
                reads(
                        "Query",
                        Map.of(Key.PARTITION, query.expressionAttributeValues().get(":p")));
            case ScanRequest scan -> actions.add("dynamodb:Scan");
            // A transaction takes the rights of what is in it.
            case TransactGetItemsRequest together ->
                together.transactItems()
                        .forEach(one -> reads("GetItem", one.get().key()));
            case TransactWriteItemsRequest together -> together.transactItems().forEach(this::keep);
            case PutItemRequest put -> writes("PutItem", put.item());
            case DeleteItemRequest delete -> writes("DeleteItem", delete.key());
            default -> throw new AssertionError("nobody has said yet which right this takes: " + request);
        }
    }

    private void keep(TransactWriteItem one) {
        if (one.put() != null) {
            writes("PutItem", one.put().item());
        } else if (one.delete() != null) {
            writes("DeleteItem", one.delete().key());
        } else if (one.update() != null) {
            writes("UpdateItem", one.update().key());
        } else {
            writes("ConditionCheckItem", one.conditionCheck().key());
        }
    }

    private void reads(String action, Map<String, AttributeValue> key) {
        actions.add("dynamodb:" + action);
        read.add(general(key));
    }

    private void writes(String action, Map<String, AttributeValue> key) {
        actions.add("dynamodb:" + action);
        written.add(general(key));
    }

    private static String general(Map<String, AttributeValue> key) {
        String partition = key.get(Key.PARTITION).s();
        return PREFIXES.stream()
                .filter(partition::startsWith)
                .map(prefix -> prefix + "*")
                .findFirst()
                .orElse(partition);
    }
}

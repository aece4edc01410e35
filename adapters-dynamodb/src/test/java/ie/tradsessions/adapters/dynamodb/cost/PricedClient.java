package ie.tradsessions.adapters.dynamodb.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * DynamoDB Local, with the prices of the developer guide: DynamoDB Local itself forgets a query that finds nothing, an
 * item that a batch asks for and that is not there, and in a transaction whatever costs as much as something before it.
 */
public final class PricedClient implements DynamoDbClient {
    private static final int BYTES_OF_A_READ = 4096;
    private static final int BYTES_OF_A_WRITE = 1024;

    private final DynamoDbClient local;

    public PricedClient(DynamoDbClient local) {
        this.local = local;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        GetItemResponse answer = local.getItem(request);
        return answer.toBuilder()
                .consumedCapacity(read(ItemSize.of(answer.item()), request.consistentRead()))
                .build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        BatchGetItemResponse answer = local.batchGetItem(request);
        List<ConsumedCapacity> capacities = new ArrayList<>();
        request.requestItems().forEach((table, keys) -> {
            List<Map<String, AttributeValue>> found = answer.responses().getOrDefault(table, List.of());
            found.forEach(item -> capacities.add(read(ItemSize.of(item), keys.consistentRead())));
            keys.keys().stream().skip(found.size()).forEach(key -> capacities.add(read(0, keys.consistentRead())));
        });
        return answer.toBuilder().consumedCapacity(capacities).build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        QueryResponse answer = local.query(request);
        return answer.toBuilder()
                .consumedCapacity(read(size(answer.items()), request.consistentRead()))
                .build();
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        ScanResponse answer = local.scan(request);
        return answer.toBuilder()
                .consumedCapacity(read(size(answer.items()), request.consistentRead()))
                .build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        double units = written(request.tableName(), request.item());
        return local.putItem(request).toBuilder()
                .consumedCapacity(capacity(units))
                .build();
    }

    /** Each write of a transaction is charged twice. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        double units = request.transactItems().stream()
                .mapToDouble(item -> 2 * written(item))
                .sum();
        return local.transactWriteItems(request).toBuilder()
                .consumedCapacity(capacity(units))
                .build();
    }

    /** Each read of a transaction is charged twice, also of what is not there. */
    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        TransactGetItemsResponse answer = local.transactGetItems(request);
        return answer.toBuilder()
                .consumedCapacity(answer.responses().stream()
                        .map(one ->
                                capacity(2 * read(ItemSize.of(one.item()), true).capacityUnits()))
                        .toList())
                .build();
    }

    private double written(TransactWriteItem item) {
        return item.put() != null
                ? written(item.put().tableName(), item.put().item())
                : written(item.delete().tableName(), item.delete().key());
    }

    /** The larger of what was there and what takes its place. */
    private double written(String table, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = Map.of("p", item.get("p"), "s", item.get("s"));
        int before = ItemSize.of(
                local.getItem(request -> request.tableName(table).key(key)).item());
        return Math.max(1, Math.ceilDiv(Math.max(before, ItemSize.of(item)), BYTES_OF_A_WRITE));
    }

    private static long size(List<Map<String, AttributeValue>> items) {
        return items.stream().mapToLong(ItemSize::of).sum();
    }

    private static ConsumedCapacity read(long bytes, boolean consistent) {
        long blocks = Math.max(1, Math.ceilDiv(bytes, BYTES_OF_A_READ));
        return capacity(consistent ? blocks : blocks / 2.0);
    }

    private static ConsumedCapacity capacity(double units) {
        return ConsumedCapacity.builder().capacityUnits(units).build();
    }

    @Override
    public String serviceName() {
        return local.serviceName();
    }

    @Override
    public void close() {
        // DynamoDB Local serves others as well.
    }
}

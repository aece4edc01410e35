package ie.tradsessions.adapters.dynamodb.paper;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One table in memory, which charges by the rules that DynamoDB publishes. It knows the calls that the adapter makes,
 * and takes a microsecond for an item where DynamoDB Local takes a hundred, so that large tables can be measured.
 */
public final class DynamoOnPaper implements DynamoDbClient {
    private static final long BYTES_OF_A_QUERY = 1 << 20;
    private static final int OF_A_TRANSACTION = 2;
    private static final String REFUSED = "ConditionalCheckFailed";

    private static final Pattern OR = Pattern.compile(" OR ");
    private static final Pattern COMMA = Pattern.compile(", ");

    /** By the bytes of UTF-8, hence by code points. */
    private static final Comparator<String> ORDER = DynamoOnPaper::compare;

    /** @param size with its key */
    private record Stored(Map<String, AttributeValue> attributes, int size) {}

    /** What a write was charged. */
    public record Written(Key key, double units) {}

    private final boolean likeLocal;
    private final Map<String, NavigableMap<String, Stored>> partitions = new HashMap<>();
    private final List<Written> written = new ArrayList<>();
    private boolean noted;
    private Map<String, AttributeValue> placed = Map.of();

    private DynamoOnPaper(boolean likeLocal) {
        this.likeLocal = likeLocal;
    }

    /** Charges as DynamoDB does. */
    public static DynamoOnPaper table() {
        return new DynamoOnPaper(false);
    }

    /**
     * Charges as DynamoDB Local 3.3.1 does. It forgets three things: a query that finds nothing, an item that a batch
     * asks for and that is not there, and in a transaction whatever costs as much as something before it.
     */
    public static DynamoOnPaper likeLocal() {
        return new DynamoOnPaper(true);
    }

    /** Stores an item as it is, without charge. */
    public synchronized void place(Item item) {
        // One card stands in dozens of lists: kept once, a large table fits in memory.
        placed = item.attributes().equals(placed) ? placed : item.attributes();
        store(item.key(), placed);
    }

    /** As {@link #place}, in a partition of which only the first items are kept. */
    public synchronized void placeAmongFirst(Item item, int most) {
        place(item);
        NavigableMap<String, Stored> partition =
                partitions.getOrDefault(item.key().partition(), new TreeMap<>());
        if (partition.size() > most) {
            partition.pollLastEntry();
        }
    }

    /** Everything that is stored. */
    public synchronized Stream<Item> items() {
        List<Item> items = new ArrayList<>();
        partitions.forEach((partition, stored) ->
                stored.forEach((sort, one) -> items.add(new Item(new Key(partition, sort), one.attributes()))));
        return items.stream();
    }

    public synchronized long bytes() {
        return partitions.values().stream()
                .flatMap(stored -> stored.values().stream())
                .mapToLong(Stored::size)
                .sum();
    }

    public synchronized long count() {
        return partitions.values().stream().mapToLong(Map::size).sum();
    }

    /** What has been written since the last call of this. */
    public synchronized List<Written> written() {
        List<Written> all = List.copyOf(written);
        written.clear();
        noted = true;
        return all;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    @Override
    public synchronized GetItemResponse getItem(GetItemRequest request) {
        Key key = key(request.key());
        Stored stored = find(key);
        double units = Units.read(stored == null ? 0 : stored.size(), isTrue(request.consistentRead()));
        GetItemResponse.Builder answer = GetItemResponse.builder().consumedCapacity(capacity(units));
        return stored == null ? answer.build() : answer.item(all(key, stored)).build();
    }

    @Override
    public synchronized BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
        List<ConsumedCapacity> charged = new ArrayList<>();
        request.requestItems().forEach((table, wanted) -> {
            List<Map<String, AttributeValue>> items = new ArrayList<>();
            double units = 0;
            for (Map<String, AttributeValue> attributes : wanted.keys()) {
                Key key = key(attributes);
                Stored stored = find(key);
                if (stored != null || !likeLocal) {
                    units += Units.read(stored == null ? 0 : stored.size(), isTrue(wanted.consistentRead()));
                }
                if (stored != null) {
                    items.add(all(key, stored));
                }
            }
            found.put(table, items);
            charged.add(capacity(units));
        });
        return BatchGetItemResponse.builder()
                .responses(found)
                .consumedCapacity(charged)
                .unprocessedKeys(Map.of())
                .build();
    }

    @Override
    public synchronized QueryResponse query(QueryRequest request) {
        Map<String, AttributeValue> values = request.expressionAttributeValues();
        String partition = values.get(":p").s();
        String from = values.get(":from").s();
        NavigableMap<String, Stored> rows = partitions.getOrDefault(partition, new TreeMap<>(ORDER));
        rows = rows.tailMap(from, true);
        if (request.hasExclusiveStartKey()) {
            String after = key(request.exclusiveStartKey()).sort();
            rows = ORDER.compare(after, from) < 0 ? rows : rows.tailMap(after, false);
        }
        int most = request.limit() == null ? Integer.MAX_VALUE : request.limit();
        String to = values.get(":to").s();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        long bytes = 0;
        Key last = null;
        for (Map.Entry<String, Stored> row : rows.entrySet()) {
            if (ORDER.compare(row.getKey(), to) > 0) {
                break;
            }
            Key key = new Key(partition, row.getKey());
            items.add(all(key, row.getValue()));
            bytes += row.getValue().size();
            if (items.size() == most || bytes >= BYTES_OF_A_QUERY) {
                last = key;
                break;
            }
        }
        return QueryResponse.builder()
                .items(items)
                .count(items.size())
                .lastEvaluatedKey(last == null ? null : last.attributes())
                .consumedCapacity(capacity(
                        items.isEmpty() && likeLocal ? 0 : Units.read(bytes, isTrue(request.consistentRead()))))
                .build();
    }

    @Override
    public synchronized PutItemResponse putItem(PutItemRequest request) {
        Key key = key(request.item());
        Stored there = find(key);
        if (!holds(
                request.conditionExpression(),
                request.expressionAttributeNames(),
                request.expressionAttributeValues(),
                there)) {
            throw ConditionalCheckFailedException.builder()
                    .message("The conditional request failed")
                    .item(there == null ? null : all(key, there))
                    .build();
        }
        return PutItemResponse.builder()
                .consumedCapacity(capacity(put(key, request.item(), 1)))
                .build();
    }

    @Override
    public synchronized BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        List<ConsumedCapacity> charged = new ArrayList<>();
        request.requestItems().forEach((table, writes) -> {
            Set<Key> keys = new HashSet<>();
            double units = 0;
            for (WriteRequest write : writes) {
                boolean isPut = write.putRequest() != null;
                Key key = key(
                        isPut
                                ? write.putRequest().item()
                                : write.deleteRequest().key());
                if (!keys.add(key)) {
                    throw new IllegalArgumentException(key + " twice in one batch");
                }
                units += isPut ? put(key, write.putRequest().item(), 1) : delete(key);
            }
            charged.add(capacity(units));
        });
        return BatchWriteItemResponse.builder()
                .consumedCapacity(charged)
                .unprocessedItems(Map.of())
                .build();
    }

    @Override
    public synchronized TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        List<CancellationReason> reasons = request.transactItems().stream()
                .map(write -> CancellationReason.builder()
                        .code(holds(write) ? "None" : REFUSED)
                        .build())
                .toList();
        if (reasons.stream().anyMatch(reason -> reason.code().equals(REFUSED))) {
            throw TransactionCanceledException.builder()
                    .message("Transaction cancelled")
                    .cancellationReasons(reasons)
                    .build();
        }
        List<Double> units = new ArrayList<>();
        for (TransactWriteItem write : request.transactItems()) {
            units.add(
                    write.put() == null
                            ? add(write.update())
                            : put(key(write.put().item()), write.put().item(), OF_A_TRANSACTION));
        }
        double sum = (likeLocal ? units.stream().distinct() : units.stream())
                .mapToDouble(Double::doubleValue)
                .sum();
        return TransactWriteItemsResponse.builder()
                .consumedCapacity(capacity(sum))
                .build();
    }

    private boolean holds(TransactWriteItem write) {
        Put put = write.put();
        return put == null
                || holds(
                        put.conditionExpression(),
                        put.expressionAttributeNames(),
                        put.expressionAttributeValues(),
                        find(key(put.item())));
    }

    /** The conditions that the adapter makes: parts of which one must hold. */
    private static boolean holds(
            String condition, Map<String, String> names, Map<String, AttributeValue> values, Stored there) {
        return condition == null
                || OR.splitAsStream(condition)
                        .anyMatch(part -> part(part, names, values).test(there));
    }

    private static Predicate<Stored> part(String part, Map<String, String> names, Map<String, AttributeValue> values) {
        if (part.startsWith("attribute_not_exists(")) {
            String name = names.get(part.substring(part.indexOf('(') + 1, part.indexOf(')')));
            return there ->
                    there == null || (!isOfKey(name) && !there.attributes().containsKey(name));
        }
        String[] words = part.split(" ", -1);
        String name = names.get(words[0]);
        long value = Long.parseLong(values.get(words[2]).n());
        return there -> {
            AttributeValue number = there == null ? null : there.attributes().get(name);
            if (number == null) {
                return false;
            }
            int order = Long.compare(Long.parseLong(number.n()), value);
            return switch (words[1]) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                default -> throw new IllegalArgumentException(part);
            };
        };
    }

    private double add(Update update) {
        if (!update.updateExpression().startsWith("ADD ")) {
            throw new IllegalArgumentException(update.updateExpression());
        }
        Key key = key(update.key());
        Stored there = find(key);
        Map<String, AttributeValue> attributes = new HashMap<>(there == null ? Map.of() : there.attributes());
        COMMA.splitAsStream(update.updateExpression().substring("ADD ".length()))
                .forEach(part -> {
                    String[] words = part.split(" ", -1);
                    String name = update.expressionAttributeNames().get(words[0]);
                    long more = Long.parseLong(
                            update.expressionAttributeValues().get(words[1]).n());
                    AttributeValue number = attributes.get(name);
                    long sum = more + (number == null ? 0 : Long.parseLong(number.n()));
                    attributes.put(name, AttributeValue.fromN(Long.toString(sum)));
                });
        return charge(key, there, store(key, attributes), OF_A_TRANSACTION);
    }

    private double put(Key key, Map<String, AttributeValue> item, int times) {
        Stored there = find(key);
        Map<String, AttributeValue> attributes = new HashMap<>(item);
        attributes.remove(Key.PARTITION);
        attributes.remove(Key.SORT);
        return charge(key, there, store(key, attributes), times);
    }

    private double delete(Key key) {
        NavigableMap<String, Stored> rows = partitions.get(key.partition());
        Stored there = rows == null ? null : rows.remove(key.sort());
        return charge(key, there, null, 1);
    }

    private double charge(Key key, Stored before, Stored after, int times) {
        double units = times * Units.written(before == null ? 0 : before.size(), after == null ? 0 : after.size());
        if (noted) {
            written.add(new Written(key, units));
        }
        return units;
    }

    private Stored find(Key key) {
        NavigableMap<String, Stored> rows = partitions.get(key.partition());
        return rows == null ? null : rows.get(key.sort());
    }

    private Stored store(Key key, Map<String, AttributeValue> attributes) {
        int size = ItemSize.of(attributes)
                + ItemSize.of(Key.PARTITION)
                + ItemSize.of(key.partition())
                + ItemSize.of(Key.SORT)
                + ItemSize.of(key.sort());
        Stored stored = new Stored(Map.copyOf(attributes), size);
        partitions.computeIfAbsent(key.partition(), any -> new TreeMap<>(ORDER)).put(key.sort(), stored);
        return stored;
    }

    private static Map<String, AttributeValue> all(Key key, Stored stored) {
        Map<String, AttributeValue> all = new HashMap<>(stored.attributes());
        all.putAll(key.attributes());
        return all;
    }

    private static Key key(Map<String, AttributeValue> attributes) {
        return new Key(
                attributes.get(Key.PARTITION).s(), attributes.get(Key.SORT).s());
    }

    private static boolean isOfKey(String name) {
        return name.equals(Key.PARTITION) || name.equals(Key.SORT);
    }

    private static boolean isTrue(Boolean flag) {
        return flag != null && flag;
    }

    private static ConsumedCapacity capacity(double units) {
        return ConsumedCapacity.builder().capacityUnits(units).build();
    }

    private static int compare(String some, String other) {
        int length = Math.min(some.length(), other.length());
        for (int i = 0; i < length; i++) {
            char one = some.charAt(i);
            char two = other.charAt(i);
            if (one != two) {
                // Surrogates stand for code points above all others.
                boolean alike = Character.isSurrogate(one) == Character.isSurrogate(two);
                return alike ? one - two : Character.isSurrogate(one) ? 1 : -1;
            }
        }
        return some.length() - other.length();
    }
}

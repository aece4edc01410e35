package ie.tradsessions.adapters.dynamodb.table;

import ie.tradsessions.application.ReadConsistency;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Every call that is made to the table, and what each of them costs. A read unit is 4 KB, or 8 KB where the answer may be
 * a moment old; a write unit is 1 KB, and a transaction takes each twice.
 */
public final class Table {
    /** The most that one call takes. */
    private static final int MAX_KEYS = 100;

    private static final int PAGE = 100;

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private static final Set<String> CONFLICT = Set.of("None", "TransactionConflict");

    private final DynamoDbClient client;
    private final String name;
    private final Meter meter;
    private final RetryPolicy policy;
    private final Calls calls;

    public Table(DynamoDbClient client, String name, Meter meter) {
        this(client, name, meter, RetryPolicy.DEFAULT);
    }

    /** @param client set up as {@link RetryPolicy#clientSettings} of the policy says */
    public Table(DynamoDbClient client, String name, Meter meter, RetryPolicy policy) {
        this(client, name, meter, policy, InstantSource.system());
    }

    private Table(DynamoDbClient client, String name, Meter meter, RetryPolicy policy, InstantSource clock) {
        this.client = client;
        this.name = name;
        this.meter = meter;
        this.policy = policy;
        calls = new Calls(clock, policy);
    }

    /** The same table, with deadlines by this clock. */
    public Table timedBy(InstantSource clock) {
        return new Table(client, name, meter, policy, clock);
    }

    public String name() {
        return name;
    }

    public Optional<Item> get(Key key, ReadConsistency consistency) {
        try {
            return getOne(key, consistency);
        } finally {
            meter.travelled();
        }
    }

    /** One call for each of the keys, side by side, in their order. For large items: it is not held up by the largest. */
    public List<Optional<Item>> getEach(List<Key> keys, ReadConsistency consistency) {
        return sideBySide(keys.stream()
                .<Callable<Optional<Item>>>map(key -> () -> getOne(key, consistency))
                .toList());
    }

    private Optional<Item> getOne(Key key, ReadConsistency consistency) {
        GetItemResponse answer = calls.call(settings -> client.getItem(GetItemRequest.builder()
                .tableName(name)
                .key(key.attributes())
                .consistentRead(consistency == ReadConsistency.STRONG)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(settings)
                .build()));
        read("GetItem", answer.consumedCapacity());
        return answer.hasItem() ? Optional.of(Item.of(answer.item())) : Optional.empty();
    }

    /**
     * Those of the items that are there, in no particular order; a call for each hundred, side by side.
     *
     * @param keys none of them twice
     */
    public List<Item> get(Collection<Key> keys, ReadConsistency consistency) {
        List<Callable<List<Item>>> works = new ArrayList<>();
        List<Key> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MAX_KEYS) {
            List<Key> some = all.subList(from, Math.min(all.size(), from + MAX_KEYS));
            works.add(() -> getSome(some, consistency));
        }
        return sideBySide(works).stream().flatMap(List::stream).toList();
    }

    private List<Item> getSome(List<Key> keys, ReadConsistency consistency) {
        List<Item> items = new ArrayList<>();
        Map<String, KeysAndAttributes> open = Map.of(
                name,
                KeysAndAttributes.builder()
                        .keys(keys.stream().map(Key::attributes).toList())
                        .consistentRead(consistency == ReadConsistency.STRONG)
                        .build());
        Calls.Rounds rounds = calls.rounds();
        while (!open.isEmpty()) {
            Map<String, KeysAndAttributes> asked = open;
            BatchGetItemResponse answer = calls.call(settings -> client.batchGetItem(BatchGetItemRequest.builder()
                    .requestItems(asked)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .overrideConfiguration(settings)
                    .build()));
            answer.consumedCapacity().forEach(capacity -> read("BatchGetItem", capacity));
            answer.responses().getOrDefault(name, List.of()).forEach(item -> items.add(Item.of(item)));
            open = answer.unprocessedKeys();
            if (open.equals(asked)) {
                rounds.again(new IllegalStateException("no key was processed"));
            }
        }
        return items;
    }

    /**
     * Those of the items that are there, all as of one moment, which costs twice what they cost one by one. Who meets a
     * transaction waits a moment and reads again.
     *
     * @param keys none of them twice, at most {@value #MAX_KEYS}
     */
    public List<Item> getTogether(Collection<Key> keys) {
        TransactGetItemsRequest request = TransactGetItemsRequest.builder()
                .transactItems(keys.stream().map(this::read).toList())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        Calls.Rounds rounds = calls.rounds();
        while (true) {
            try {
                return getTogether(request);
            } catch (TransactionCanceledException e) {
                if (!isConflict(e)) {
                    throw e;
                }
                rounds.again(e);
            }
        }
    }

    private List<Item> getTogether(TransactGetItemsRequest request) {
        try {
            TransactGetItemsResponse answer = calls.call(settings -> client.transactGetItems(
                    request.toBuilder().overrideConfiguration(settings).build()));
            answer.consumedCapacity().forEach(capacity -> read("TransactGetItems", capacity));
            return answer.responses().stream()
                    .filter(ItemResponse::hasItem)
                    .map(response -> Item.of(response.item()))
                    .toList();
        } finally {
            meter.travelled();
        }
    }

    private TransactGetItem read(Key key) {
        return TransactGetItem.builder()
                .get(Get.builder().tableName(name).key(key.attributes()).build())
                .build();
    }

    /**
     * Some of a partition, in its order.
     *
     * @param from the first sort key, if there is such an item
     * @param to the last sort key, if there is such an item
     * @param after a sort key after which to go on, or null to begin at {@code from}
     * @param limit at most so many items; a call may bring fewer, since it ends at 1 MB
     */
    public Rows query(
            String partition, String from, String to, @Nullable String after, int limit, ReadConsistency consistency) {
        try {
            QueryResponse answer = calls.call(settings -> client.query(QueryRequest.builder()
                    .tableName(name)
                    .keyConditionExpression("#p = :p AND #s BETWEEN :from AND :to")
                    .expressionAttributeNames(Map.of("#p", Key.PARTITION, "#s", Key.SORT))
                    .expressionAttributeValues(Map.of(
                            ":p", AttributeValue.fromS(partition),
                            ":from", AttributeValue.fromS(from),
                            ":to", AttributeValue.fromS(to)))
                    .exclusiveStartKey(after == null ? null : new Key(partition, after).attributes())
                    .limit(limit)
                    .consistentRead(consistency == ReadConsistency.STRONG)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .overrideConfiguration(settings)
                    .build()));
            read("Query", answer.consumedCapacity());
            return new Rows(
                    answer.items().stream().map(Item::of).toList(),
                    answer.hasLastEvaluatedKey()
                            ? Key.of(answer.lastEvaluatedKey()).sort()
                            : null);
        } finally {
            meter.travelled();
        }
    }

    /**
     * As {@link #query}, page after page.
     *
     * @param max at most so many items
     */
    public List<Item> queryAll(
            String partition, String from, String to, @Nullable String after, int max, ReadConsistency consistency) {
        List<Item> items = new ArrayList<>();
        @Nullable String last = after;
        do {
            Rows rows = query(partition, from, to, last, Math.min(PAGE, max - items.size()), consistency);
            items.addAll(rows.items());
            last = rows.last();
        } while (last != null && items.size() < max);
        return items;
    }

    /** Everything, in no particular order, strongly consistent, page after page. */
    public void scan(Consumer<Item> each) {
        Map<String, AttributeValue> after = Map.of();
        do {
            Map<String, AttributeValue> start = after;
            ScanResponse answer = calls.call(settings -> client.scan(ScanRequest.builder()
                    .tableName(name)
                    .exclusiveStartKey(start.isEmpty() ? null : start)
                    .consistentRead(true)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .overrideConfiguration(settings)
                    .build()));
            read("Scan", answer.consumedCapacity());
            meter.travelled();
            answer.items().forEach(item -> each.accept(Item.of(item)));
            after = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
        } while (!after.isEmpty());
    }

    /** Whether nothing is stored at all. */
    public boolean isEmpty() {
        ScanResponse answer = calls.call(settings -> client.scan(ScanRequest.builder()
                .tableName(name)
                .limit(1)
                .consistentRead(true)
                .overrideConfiguration(settings)
                .build()));
        return !answer.hasItems() || answer.items().isEmpty();
    }

    /**
     * Stores an item in the place of what is there, if a condition holds. Where an answer was lost, the condition may
     * fail by the item itself: whoever sets one has to recognize it.
     */
    public PutOutcome put(Item item, Condition condition) {
        try {
            return calls.call(settings -> putOne(item, condition, settings));
        } finally {
            meter.travelled();
        }
    }

    /** Stores each of the items by itself, side by side, whatever is in its place: if it throws, some may be stored. */
    public void putEach(Collection<Item> items) {
        sideBySide(items.stream()
                .<Callable<PutOutcome>>map(item -> () -> calls.call(settings -> putOne(item, Condition.NONE, settings)))
                .toList());
    }

    public void delete(Key key) {
        try {
            var answer = calls.call(settings -> client.deleteItem(DeleteItemRequest.builder()
                    .tableName(name)
                    .key(key.attributes())
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .overrideConfiguration(settings)
                    .build()));
            written("DeleteItem", answer.consumedCapacity());
        } finally {
            meter.travelled();
        }
    }

    private PutOutcome putOne(Item item, Condition condition, AwsRequestOverrideConfiguration settings) {
        try {
            var answer = client.putItem(PutItemRequest.builder()
                    .tableName(name)
                    .item(item.all())
                    .conditionExpression(condition.expression())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(condition.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .overrideConfiguration(settings)
                    .build());
            written("PutItem", answer.consumedCapacity());
            return new PutOutcome.Stored();
        } catch (ConditionalCheckFailedException e) {
            return refused(e.hasItem() ? e.item() : Map.of());
        }
    }

    /**
     * Stores two items, both or neither, if a condition holds of what is in the place of the first. It is done once,
     * however often it is attempted: every attempt carries the same token, which DynamoDB remembers for ten minutes.
     *
     * <p>Who meets another transaction waits a moment and looks what is there now. Mostly the condition holds no more,
     * and to look is cheaper than to try, and in nobody's way.
     *
     * @param holds whether the condition holds of what is there
     */
    public PutOutcome putBoth(Item first, Condition condition, Predicate<Optional<Item>> holds, Item second) {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(write(first, condition), write(second, Condition.NONE))
                .clientRequestToken(UUID.randomUUID().toString())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        Calls.Rounds rounds = calls.rounds();
        boolean perhapsDone = false;
        while (true) {
            try {
                return put(request);
            } catch (TransactionCanceledException e) {
                if (!isConflict(e)) {
                    throw e;
                }
                // What is there may be ours then, and only the transaction itself can tell.
                perhapsDone |= !Objects.equals(e.numAttempts(), 1);
                rounds.again(e);
            }
            Optional<Item> found = perhapsDone ? Optional.empty() : get(first.key(), ReadConsistency.STRONG);
            if (!perhapsDone && !holds.test(found)) {
                return new PutOutcome.Refused(found);
            }
        }
    }

    /**
     * Carries out all of the writes, or none where a condition does not hold; once, as {@link #putBoth} does. Who meets
     * other transactions time and again is told that none was carried out, which is so then: what these have written is to
     * be read first.
     *
     * @return whether they are carried out
     */
    public boolean writeAll(List<Write> writes) {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(writes.stream().map(this::write).toList())
                .clientRequestToken(UUID.randomUUID().toString())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        Calls.Rounds rounds = calls.rounds();
        boolean perhapsDone = false;
        while (true) {
            try {
                return put(request) instanceof PutOutcome.Stored;
            } catch (TransactionCanceledException e) {
                if (!isConflict(e)) {
                    throw e;
                }
                perhapsDone |= !Objects.equals(e.numAttempts(), 1);
                if (!rounds.isAnother(e)) {
                    if (perhapsDone) {
                        throw rounds.unavailable(e);
                    }
                    return false;
                }
            }
        }
    }

    private PutOutcome put(TransactWriteItemsRequest request) {
        try {
            TransactWriteItemsResponse answer = calls.call(settings -> client.transactWriteItems(
                    request.toBuilder().overrideConfiguration(settings).build()));
            answer.consumedCapacity().forEach(capacity -> written("TransactWriteItems", capacity));
            return new PutOutcome.Stored();
        } catch (TransactionCanceledException e) {
            Optional<CancellationReason> failed = e.cancellationReasons().stream()
                    .filter(reason -> CONDITION_FAILED.equals(reason.code()))
                    .findFirst();
            if (failed.isPresent()) {
                return refused(failed.get().item());
            }
            throw e;
        } finally {
            meter.travelled();
        }
    }

    private static boolean isConflict(TransactionCanceledException e) {
        return e.hasCancellationReasons()
                && e.cancellationReasons().stream().allMatch(reason -> CONFLICT.contains(reason.code()));
    }

    private TransactWriteItem write(Item item, Condition condition) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(name)
                        .item(item.all())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    private TransactWriteItem write(Write write) {
        return switch (write) {
            case Write.Put(var item, var condition) -> write(item, condition);
            case Write.Delete(var key, var condition) ->
                TransactWriteItem.builder()
                        .delete(Delete.builder()
                                .tableName(name)
                                .key(key.attributes())
                                .conditionExpression(condition.expression())
                                .expressionAttributeNames(condition.names())
                                .expressionAttributeValues(condition.values())
                                .build())
                        .build();
        };
    }

    private static PutOutcome refused(Map<String, AttributeValue> found) {
        return new PutOutcome.Refused(found.isEmpty() ? Optional.empty() : Optional.of(Item.of(found)));
    }

    private <T> List<T> sideBySide(List<Callable<T>> works) {
        if (works.isEmpty()) {
            return List.of();
        }
        try {
            return calls.sideBySide(works);
        } finally {
            meter.travelled();
        }
    }

    private void read(String operation, @Nullable ConsumedCapacity capacity) {
        meter.called(operation, units(capacity), 0);
    }

    private void written(String operation, @Nullable ConsumedCapacity capacity) {
        meter.called(operation, 0, units(capacity));
    }

    private static double units(@Nullable ConsumedCapacity capacity) {
        return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
    }
}

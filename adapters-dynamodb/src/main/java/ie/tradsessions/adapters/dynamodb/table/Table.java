package ie.tradsessions.adapters.dynamodb.table;

import ie.tradsessions.application.Deadline;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Every call that is made to the table, and what each of them costs. */
public final class Table {
    private static final int MAX_WRITES = 25;
    private static final int MAX_GETS = 100;

    private final DynamoDbClient client;
    private final String name;
    private final Meter meter;
    private final Calls calls;

    public Table(DynamoDbClient client, String name, Meter meter) {
        this(client, name, meter, new Calls(InstantSource.system(), Calls.Patience.DEFAULT));
    }

    /** @param client set up as {@link Calls#clientSettings} says */
    public Table(DynamoDbClient client, String name, Meter meter, Calls calls) {
        this.client = client;
        this.name = name;
        this.meter = meter;
        this.calls = calls;
    }

    public String name() {
        return name;
    }

    public Optional<Item> get(Key key, Reading reading) {
        GetItemResponse answer = calls.call((settings, perhapsDone) -> client.getItem(GetItemRequest.builder()
                .tableName(name)
                .key(key.attributes())
                .consistentRead(reading == Reading.CONSISTENT)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(settings)
                .build()));
        read("GetItem", answer.consumedCapacity());
        meter.travelled();
        return answer.hasItem() ? Optional.of(Item.of(answer.item())) : Optional.empty();
    }

    /** Those of the items that are there, in no particular order. */
    public List<Item> get(Collection<Key> keys, Reading reading) {
        List<Callable<List<Item>>> works = new ArrayList<>();
        List<Key> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MAX_GETS) {
            List<Key> some = all.subList(from, Math.min(all.size(), from + MAX_GETS));
            works.add(() -> getSome(some, reading));
        }
        return sideBySide(works).stream().flatMap(List::stream).toList();
    }

    private List<Item> getSome(List<Key> keys, Reading reading) {
        List<Item> items = new ArrayList<>();
        Map<String, KeysAndAttributes> open = Map.of(
                name,
                KeysAndAttributes.builder()
                        .keys(keys.stream().map(Key::attributes).toList())
                        .consistentRead(reading == Reading.CONSISTENT)
                        .build());
        Calls.Attempts rounds = calls.attempts();
        while (!open.isEmpty()) {
            Map<String, KeysAndAttributes> asked = open;
            BatchGetItemResponse answer =
                    calls.call((settings, perhapsDone) -> client.batchGetItem(BatchGetItemRequest.builder()
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

    /** One call for each range, side by side; the answers stand in the order of the ranges. */
    public List<Rows> query(List<Range> ranges, Reading reading) {
        List<Callable<Rows>> works = new ArrayList<>();
        ranges.forEach(range -> works.add(() -> queryOne(range, reading)));
        return sideBySide(works);
    }

    /** All of a range, however many calls it takes. */
    public List<Item> queryAll(Range range, Reading reading) {
        List<Item> items = new ArrayList<>();
        Range rest = range;
        while (true) {
            Rows rows = query(List.of(rest), reading).getFirst();
            items.addAll(rows.items());
            if (rows.last() == null) {
                return items;
            }
            rest = rest.after(rows.last());
        }
    }

    private Rows queryOne(Range range, Reading reading) {
        String after = range.after();
        QueryResponse answer = calls.call((settings, perhapsDone) -> client.query(QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression("#p = :p AND #s BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#p", Key.PARTITION, "#s", Key.SORT))
                .expressionAttributeValues(Map.of(
                        ":p", AttributeValue.fromS(range.partition()),
                        ":from", AttributeValue.fromS(range.from()),
                        ":to", AttributeValue.fromS(range.to())))
                .exclusiveStartKey(after == null ? null : new Key(range.partition(), after).attributes())
                .limit(range.limit() == Integer.MAX_VALUE ? null : range.limit())
                .consistentRead(reading == Reading.CONSISTENT)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .overrideConfiguration(settings)
                .build()));
        read("Query", answer.consumedCapacity());
        return new Rows(
                answer.items().stream().map(Item::of).toList(),
                answer.hasLastEvaluatedKey() ? Key.of(answer.lastEvaluatedKey()).sort() : null);
    }

    /** Everything, in no particular order, page after page. */
    public void scan(Consumer<Item> each) {
        Map<String, AttributeValue> after = Map.of();
        do {
            Map<String, AttributeValue> start = after;
            ScanResponse answer = calls.call((settings, perhapsDone) -> client.scan(ScanRequest.builder()
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
        ScanResponse answer = calls.call((settings, perhapsDone) -> client.scan(ScanRequest.builder()
                .tableName(name)
                .limit(1)
                .consistentRead(true)
                .overrideConfiguration(settings)
                .build()));
        return !answer.hasItems() || answer.items().isEmpty();
    }

    /** Stores an item in the place of what is there, if a condition holds. */
    public PutOutcome put(Item item, Condition condition) {
        try {
            return calls.call((settings, perhapsDone) -> put(item, condition, settings, perhapsDone));
        } finally {
            meter.travelled();
        }
    }

    private PutOutcome put(
            Item item, Condition condition, AwsRequestOverrideConfiguration settings, boolean perhapsDone) {
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
            Item feedback = e.hasItem() && !e.item().isEmpty() ? Item.of(e.item()) : new Item(item.key(), Map.of());
            return new PutOutcome.Refused(feedback, perhapsDone);
        }
    }

    /**
     * Numbers to be added to those of an item, which comes into being if it is not there.
     *
     * @param numbers by attribute, none of them 0
     */
    public record Addition(Key key, Map<String, Long> numbers) {
        public Addition {
            numbers = Map.copyOf(numbers);
        }
    }

    /**
     * Stores an item as {@link #put} does and adds to numbers elsewhere: all of it or nothing, and once, however often
     * the call is made.
     *
     * @param token of this change alone; at most 36 characters
     * @return whether it was done; false where the condition does not hold
     */
    public boolean putAndAdd(Item item, Condition condition, Collection<Addition> additions, String token) {
        if (additions.isEmpty()) {
            return put(item, condition) instanceof PutOutcome.Stored;
        }
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(name)
                        .item(item.all())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .build())
                .build());
        additions.forEach(addition ->
                writes.add(TransactWriteItem.builder().update(update(addition)).build()));
        try {
            return calls.call((settings, perhapsDone) -> written(writes, token, settings));
        } finally {
            meter.travelled();
        }
    }

    /**
     * Deletes items, all of them or none, if a condition holds of another.
     *
     * @param keys fewer than 100
     * @param token of this change alone; at most 36 characters
     * @return whether it was done; false where the condition does not hold
     */
    public boolean deleteIf(Key other, Condition condition, Collection<Key> keys, String token) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .conditionCheck(ConditionCheck.builder()
                        .tableName(name)
                        .key(other.attributes())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values())
                        .build())
                .build());
        keys.forEach(key -> writes.add(TransactWriteItem.builder()
                .delete(Delete.builder().tableName(name).key(key.attributes()).build())
                .build()));
        try {
            return calls.call((settings, perhapsDone) -> written(writes, token, settings));
        } finally {
            meter.travelled();
        }
    }

    /**
     * Adds to numbers, all of it or nothing, and once, however often the call is made.
     *
     * @param additions at most 100
     * @param token of this change alone; at most 36 characters
     */
    public void add(Collection<Addition> additions, String token) {
        if (additions.isEmpty()) {
            return;
        }
        List<TransactWriteItem> writes = additions.stream()
                .map(addition ->
                        TransactWriteItem.builder().update(update(addition)).build())
                .toList();
        try {
            calls.call((settings, perhapsDone) -> written(writes, token, settings));
        } finally {
            meter.travelled();
        }
    }

    private boolean written(List<TransactWriteItem> writes, String token, AwsRequestOverrideConfiguration settings) {
        try {
            var answer = client.transactWriteItems(TransactWriteItemsRequest.builder()
                    .transactItems(writes)
                    .clientRequestToken(token)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .overrideConfiguration(settings)
                    .build());
            answer.consumedCapacity().forEach(capacity -> written("TransactWriteItems", capacity));
            return true;
        } catch (TransactionCanceledException e) {
            boolean refused = e.hasCancellationReasons()
                    && e.cancellationReasons().stream()
                            .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
            if (refused) {
                return false;
            }
            throw e;
        }
    }

    private Update update(Addition addition) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> parts = new ArrayList<>();
        addition.numbers().forEach((attribute, number) -> {
            String part = String.valueOf(parts.size());
            names.put("#" + part, attribute);
            values.put(":" + part, AttributeValue.fromN(number.toString()));
            parts.add("#" + part + " :" + part);
        });
        return Update.builder()
                .tableName(name)
                .key(addition.key().attributes())
                .updateExpression("ADD " + String.join(", ", parts))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    /** What is to be put and what to be deleted; no key twice. */
    public record Changes(Collection<Item> puts, Collection<Key> deletes) {
        public Changes {
            puts = List.copyOf(puts);
            deletes = List.copyOf(deletes);
        }
    }

    /** Each of the changes by itself, in no particular order: if it throws, some may have been made. */
    public void write(Changes changes) {
        List<WriteRequest> writes = new ArrayList<>();
        changes.puts()
                .forEach(item -> writes.add(WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item.all()).build())
                        .build()));
        changes.deletes()
                .forEach(key -> writes.add(WriteRequest.builder()
                        .deleteRequest(
                                DeleteRequest.builder().key(key.attributes()).build())
                        .build()));
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int from = 0; from < writes.size(); from += MAX_WRITES) {
            List<WriteRequest> some = writes.subList(from, Math.min(writes.size(), from + MAX_WRITES));
            works.add(() -> writeSome(some));
        }
        sideBySide(works);
    }

    private boolean writeSome(List<WriteRequest> writes) {
        Map<String, List<WriteRequest>> open = Map.of(name, writes);
        Calls.Attempts rounds = calls.attempts();
        while (!open.isEmpty()) {
            Map<String, List<WriteRequest>> asked = open;
            BatchWriteItemResponse answer =
                    calls.call((settings, perhapsDone) -> client.batchWriteItem(BatchWriteItemRequest.builder()
                            .requestItems(asked)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                            .overrideConfiguration(settings)
                            .build()));
            answer.consumedCapacity().forEach(capacity -> written("BatchWriteItem", capacity));
            open = answer.unprocessedItems();
            if (sizeOf(open) == sizeOf(asked)) {
                rounds.again(new IllegalStateException("no item was processed"));
            }
        }
        return true;
    }

    private static int sizeOf(Map<String, List<WriteRequest>> writes) {
        return writes.values().stream().mapToInt(List::size).sum();
    }

    private <T> List<T> sideBySide(List<Callable<T>> works) {
        if (works.isEmpty()) {
            return List.of();
        }
        try {
            return works.size() == 1 ? List.of(works.getFirst().call()) : parallel(works);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            meter.travelled();
        }
    }

    private static <T> List<T> parallel(List<Callable<T>> works) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            List<Callable<T>> carried = works.stream().map(Deadline::carried).toList();
            for (Future<T> answer : threads.invokeAll(carried)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
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

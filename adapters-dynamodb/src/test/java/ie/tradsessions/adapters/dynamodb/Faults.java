package ie.tradsessions.adapters.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Lets a fault happen at some of the calls that a client makes, and counts those at which it could. */
final class Faults implements ExecutionInterceptor {
    private static final ExecutionAttribute<SdkRequest> HIT = new ExecutionAttribute<>("hit");

    private final Map<Fault, AtomicInteger> calls = new EnumMap<>(Fault.class);
    private final AtomicInteger hits = new AtomicInteger();
    private volatile Plan plan = new Plan(null, 0, 0, Duration.ZERO);

    /**
     * @param fault or null for none
     * @param first the first call that it hits, from 0, of those that it could
     * @param count how many of these in a row it hits
     * @param longestDelay cuts short the delays of a fault
     */
    private record Plan(Fault fault, int first, int count, Duration longestDelay) {
        boolean hits(Fault some, int call) {
            return some == fault && call >= first && call - first < count;
        }
    }

    Faults() {
        for (Fault fault : Fault.values()) {
            calls.put(fault, new AtomicInteger());
        }
    }

    void plan(Fault fault, int first, int count, Duration longestDelay) {
        calls.values().forEach(counted -> counted.set(0));
        hits.set(0);
        plan = new Plan(fault, first, count, longestDelay);
    }

    void none() {
        plan(null, 0, 0, Duration.ZERO);
    }

    /** How many calls there were that a fault could hit. */
    int calls(Fault fault) {
        return calls.get(fault).get();
    }

    int hits() {
        return hits.get();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        Plan now = plan;
        SdkRequest request = context.request();
        boolean hit = false;
        for (Fault fault : Fault.values()) {
            if (fault.canHit((DynamoDbRequest) request)) {
                hit |= now.hits(fault, calls.get(fault).getAndIncrement());
            }
        }
        if (!hit) {
            return request;
        }
        hits.incrementAndGet();
        attributes.putAttribute(HIT, request);
        return now.fault() == Fault.UNPROCESSED ? half(request) : request;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(HIT) != null) {
            RuntimeException failure = plan.fault().before((DynamoDbRequest) context.request());
            if (failure != null) {
                throw failure;
            }
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(HIT) != null) {
            RuntimeException failure = plan.fault().after();
            if (failure != null) {
                throw failure;
            }
            sleep(plan.fault().delay());
        }
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        SdkRequest asked = attributes.getAttribute(HIT);
        if (asked == null || plan.fault() != Fault.UNPROCESSED) {
            return context.response();
        }
        if (asked instanceof BatchGetItemRequest batch && context.response() instanceof BatchGetItemResponse response) {
            Map<String, KeysAndAttributes> left = new HashMap<>();
            batch.requestItems()
                    .forEach((table, keys) -> left.put(
                            table,
                            keys.toBuilder().keys(secondHalf(keys.keys())).build()));
            left.values().removeIf(keys -> keys.keys().isEmpty());
            return response.toBuilder().unprocessedKeys(left).build();
        }
        if (asked instanceof BatchWriteItemRequest batch
                && context.response() instanceof BatchWriteItemResponse response) {
            Map<String, List<WriteRequest>> left = new HashMap<>();
            batch.requestItems().forEach((table, writes) -> left.put(table, secondHalf(writes)));
            left.values().removeIf(List::isEmpty);
            return response.toBuilder().unprocessedItems(left).build();
        }
        throw new IllegalStateException("not a batch: " + asked);
    }

    /** At least one is asked of the table. */
    private static SdkRequest half(SdkRequest request) {
        if (request instanceof BatchGetItemRequest batch) {
            Map<String, KeysAndAttributes> some = new HashMap<>();
            batch.requestItems()
                    .forEach((table, keys) -> some.put(
                            table, keys.toBuilder().keys(firstHalf(keys.keys())).build()));
            return batch.toBuilder().requestItems(some).build();
        }
        if (request instanceof BatchWriteItemRequest batch) {
            Map<String, List<WriteRequest>> some = new HashMap<>();
            batch.requestItems().forEach((table, writes) -> some.put(table, firstHalf(writes)));
            return batch.toBuilder().requestItems(some).build();
        }
        throw new IllegalStateException("not a batch: " + request);
    }

    private static <T> List<T> firstHalf(List<T> all) {
        return new ArrayList<>(all.subList(0, Math.max(1, all.size() / 2)));
    }

    private static <T> List<T> secondHalf(List<T> all) {
        return new ArrayList<>(all.subList(Math.max(1, all.size() / 2), all.size()));
    }

    private void sleep(Duration delay) {
        Duration longest = plan.longestDelay();
        try {
            Thread.sleep(delay.compareTo(longest) < 0 ? delay : longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package ie.tradsessions.adapters.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Lets a fault happen at some of the attempts that a client makes, and counts those at which it could. */
final class Faults implements ExecutionInterceptor {
    private static final ExecutionAttribute<SdkRequest> HIT = new ExecutionAttribute<>("hit");

    private final Map<Fault, AtomicInteger> attempts = new EnumMap<>(Fault.class);
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private volatile Plan plan = new Plan(null, 0, 0, Integer.MAX_VALUE, Duration.ZERO);

    /**
     * @param fault or null for none
     * @param first the first attempt that it hits, from 0, of those that it could
     * @param count how many of these in a row it hits
     * @param every after how many attempts it begins anew
     * @param longestDelay cuts short the delays of a fault
     */
    private record Plan(Fault fault, int first, int count, int every, Duration longestDelay) {
        boolean hits(Fault some, int attempt) {
            int since = attempt % every;
            return some == fault && since >= first && since - first < count;
        }
    }

    Faults() {
        for (Fault fault : Fault.values()) {
            attempts.put(fault, new AtomicInteger());
        }
    }

    void plan(Fault fault, int first, int count, Duration longestDelay) {
        attempts.values().forEach(counted -> counted.set(0));
        hits.set(0);
        plan = new Plan(fault, first, count, Integer.MAX_VALUE, longestDelay);
    }

    /**
     * As {@link #plan}, again and again.
     *
     * @param every after how many attempts it begins anew
     */
    void planOften(Fault fault, int count, int every, Duration longestDelay) {
        plan(fault, 0, count, longestDelay);
        plan = new Plan(fault, 0, count, every, longestDelay);
    }

    void none() {
        plan(null, 0, 0, Duration.ZERO);
    }

    /** What happens between a hit and the failure that it becomes, once. */
    void afterHit(Runnable meanwhile) {
        this.meanwhile.set(meanwhile);
    }

    /** How many attempts there were that a fault could hit. */
    int attempts(Fault fault) {
        return attempts.get(fault).get();
    }

    int hits() {
        return hits.get();
    }

    /** Before each attempt, for the SDK makes several of one call. */
    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        DynamoDbRequest request = (DynamoDbRequest) context.request();
        boolean hit = false;
        for (Fault fault : Fault.values()) {
            if (fault != Fault.UNPROCESSED && fault.canHit(request)) {
                hit |= plan.hits(fault, attempts.get(fault).getAndIncrement());
            }
        }
        if (plan.fault() == Fault.UNPROCESSED) {
            return;
        }
        attributes.putAttribute(HIT, hit ? request : null);
        if (hit) {
            hits.incrementAndGet();
            RuntimeException failure = plan.fault().before(request);
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** Before each call: what is left undone is told by an answer, and so asked for by another call. */
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (!Fault.UNPROCESSED.canHit((DynamoDbRequest) request)
                || !plan.hits(Fault.UNPROCESSED, attempts.get(Fault.UNPROCESSED).getAndIncrement())) {
            return request;
        }
        hits.incrementAndGet();
        attributes.putAttribute(HIT, request);
        return half((BatchGetItemRequest) request);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(HIT) != null) {
            meanwhile.getAndSet(() -> {}).run();
            RuntimeException failure = plan.fault().after();
            if (failure != null) {
                throw failure;
            }
            sleep(plan.fault().delay());
        }
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (plan.fault() != Fault.UNPROCESSED
                || !(attributes.getAttribute(HIT) instanceof BatchGetItemRequest batch)
                || !(context.response() instanceof BatchGetItemResponse response)) {
            return context.response();
        }
        Map<String, KeysAndAttributes> left = new HashMap<>();
        batch.requestItems()
                .forEach((table, keys) -> left.put(
                        table, keys.toBuilder().keys(secondHalf(keys.keys())).build()));
        left.values().removeIf(keys -> keys.keys().isEmpty());
        return response.toBuilder().unprocessedKeys(left).build();
    }

    /** At least one is asked of the table. */
    private static SdkRequest half(BatchGetItemRequest batch) {
        Map<String, KeysAndAttributes> some = new HashMap<>();
        batch.requestItems()
                .forEach((table, keys) -> some.put(
                        table, keys.toBuilder().keys(firstHalf(keys.keys())).build()));
        return batch.toBuilder().requestItems(some).build();
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

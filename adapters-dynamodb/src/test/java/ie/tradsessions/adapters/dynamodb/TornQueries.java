package ie.tradsessions.adapters.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Answers queries as DynamoDB may while a transaction is carried out, and DynamoDB Local never does: the feedback of a
 * session as it is now, and the rest of its partition as the query before saw it.
 */
final class TornQueries implements ExecutionInterceptor {
    private static final String FEEDBACK = "b";

    private final Map<String, List<Map<String, AttributeValue>>> before = new HashMap<>();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger torn = new AtomicInteger();
    private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

    /** So many of the next answers. */
    void tear(int answers) {
        left.set(answers);
        torn.set(0);
    }

    /** How many were. */
    int torn() {
        return torn.get();
    }

    /** Does something between the next read of one item and what its reader does next. */
    void afterNextGet(Runnable action) {
        next.set(action);
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (context.request() instanceof GetItemRequest) {
            next.getAndSet(() -> {}).run();
        }
        return torn(context);
    }

    private synchronized SdkResponse torn(Context.ModifyResponse context) {
        if (!(context.request() instanceof QueryRequest query)
                || !(context.response() instanceof QueryResponse answer)) {
            return context.response();
        }
        String partition = query.expressionAttributeValues().get(":p").s();
        List<Map<String, AttributeValue>> earlier = before.get(partition);
        if (left.getAndUpdate(count -> Math.max(0, count - 1)) == 0 || earlier == null) {
            before.put(partition, answer.items());
            return answer;
        }
        torn.incrementAndGet();
        List<Map<String, AttributeValue>> items = new ArrayList<>(earlier);
        items.removeIf(TornQueries::isFeedback);
        answer.items().stream().filter(TornQueries::isFeedback).forEach(items::add);
        items.sort((one, other) -> one.get("s").s().compareTo(other.get("s").s()));
        return answer.toBuilder().items(items).build();
    }

    private static boolean isFeedback(Map<String, AttributeValue> item) {
        return FEEDBACK.equals(item.get("s").s());
    }
}

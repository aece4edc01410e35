package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Key;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Takes its time for each attempt, and cancels a transaction while another is at work on one of its items. */
final class SlowTable implements ExecutionInterceptor {
    private static final ExecutionAttribute<Set<Key>> HELD = new ExecutionAttribute<>("held");

    private final Duration latency;
    private final Set<Key> atWork = new HashSet<>();
    private final AtomicInteger conflicts = new AtomicInteger();

    SlowTable(Duration latency) {
        this.latency = latency;
    }

    /** How many transactions met another. */
    int conflicts() {
        return conflicts.get();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        // An attempt that took too long was broken off.
        end(attributes);
        pause(latency);
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            Set<Key> items = new HashSet<>();
            transaction.transactItems().forEach(write -> items.add(key(write)));
            if (!begin(items)) {
                conflicts.incrementAndGet();
                throw Fault.CONFLICT.before((DynamoDbRequest) context.request());
            }
            attributes.putAttribute(HELD, items);
        }
    }

    private boolean begin(Set<Key> items) {
        synchronized (atWork) {
            return items.stream().noneMatch(atWork::contains) && atWork.addAll(items);
        }
    }

    private static Key key(TransactWriteItem write) {
        Map<String, AttributeValue> item =
                write.put() == null ? write.delete().key() : write.put().item();
        return new Key(item.get("p").s(), item.get("s").s());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        end(attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        end(attributes);
    }

    private void end(ExecutionAttributes attributes) {
        Set<Key> held = attributes.getAttribute(HELD);
        if (held != null) {
            attributes.putAttribute(HELD, null);
            synchronized (atWork) {
                atWork.removeAll(held);
            }
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

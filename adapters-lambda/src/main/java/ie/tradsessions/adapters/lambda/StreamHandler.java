package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The function that hears of every change of the table. It tells only which items changed: whoever is told looks at what
 * is stored now, so that nothing depends on how often a change is told, or in which order. It never throws; where
 * something fails, it is given the batch again from there.
 */
public final class StreamHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);

    private final Changes changes;
    private final InstantSource clock;

    /** Is told what changed. */
    @FunctionalInterface
    public interface Changes {
        /** @param key the attributes of the item's key that are text */
        void changed(Map<String, String> key);
    }

    public StreamHandler(Changes changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A change as the stream tells it.
     *
     * @param number its place in the stream; empty where it does not say, which Lambda takes for the whole batch
     */
    private record Change(String number, Map<String, String> key) {}

    /**
     * What became of a batch.
     *
     * @param told how many keys somebody was told of
     * @param failed the place from which to begin again, or null where all went well
     */
    private record Outcome(
            int told, @Nullable String failed, @Nullable RuntimeException failure) {}

    @Override
    public StreamsEventResponse handleRequest(@Nullable DynamodbEvent event, @Nullable Context context) {
        Instant start = clock.instant();
        List<Change> batch = changes(event);
        Outcome outcome = TimeLeft.observed(context, start, () -> tell(batch));
        LOG.atLevel(outcome.failure() == null ? Level.INFO : Level.ERROR)
                .setCause(outcome.failure())
                .addKeyValue("records", batch.size())
                .addKeyValue("told", outcome.told())
                .addKeyValue(
                        "milliseconds", Duration.between(start, clock.instant()).toNanos() / 1_000_000.0)
                .log("batch");
        String failed = outcome.failed();
        return new StreamsEventResponse(failed == null ? List.of() : List.of(new BatchItemFailure(failed)));
    }

    /** Of several changes of one item, the last is told: it comes after all that the others did. */
    private Outcome tell(List<Change> batch) {
        Map<Map<String, String>, Integer> last = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            last.put(batch.get(i).key(), i);
        }
        int told = 0;
        for (int i = 0; i < batch.size(); i++) {
            Change change = batch.get(i);
            if (change.key().isEmpty() || last.getOrDefault(change.key(), i) != i) {
                continue;
            }
            try {
                changes.changed(change.key());
                told++;
            } catch (RuntimeException e) {
                return new Outcome(told, change.number(), e);
            }
        }
        return new Outcome(told, null, null);
    }

    private static List<Change> changes(@Nullable DynamodbEvent event) {
        List<Change> changes = new ArrayList<>();
        if (event != null && event.getRecords() != null) {
            event.getRecords().forEach(record -> changes.add(change(record)));
        }
        return changes;
    }

    private static Change change(DynamodbEvent.@Nullable DynamodbStreamRecord record) {
        var stored = record == null ? null : record.getDynamodb();
        if (stored == null) {
            return new Change("", Map.of());
        }
        return new Change(
                Optional.ofNullable(stored.getSequenceNumber()).orElse(""),
                stored.getKeys() == null ? Map.of() : texts(stored.getKeys()));
    }

    private static Map<String, String> texts(Map<String, AttributeValue> key) {
        Map<String, String> texts = new HashMap<>();
        key.forEach((name, value) -> {
            if (value != null && value.getS() != null) {
                texts.put(name, value.getS());
            }
        });
        return Map.copyOf(texts);
    }
}

package ie.tradsessions.infrastructure.local.storage;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.StorageUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Does on one machine what Lambda does on AWS: takes the records of the stream to the stream function, in order, in
 * batches, without those that do not concern it, and again from the first that failed.
 */
final class Pump implements AutoCloseable {
    private static final int BATCH = 100;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int MAX_FAILURES = 5;

    private final Stream stream;
    private final RequestHandler<DynamodbEvent, StreamsEventResponse> function;
    private final Predicate<Key> filter;
    private final Checkpoint checkpoint;
    private final InstantSource clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread thread;
    private String handled = "";
    private int failures;

    /** @param filter what the function is told of, as the template sets it on AWS */
    Pump(
            Stream stream,
            RequestHandler<DynamodbEvent, StreamsEventResponse> function,
            Predicate<Key> filter,
            Checkpoint checkpoint,
            InstantSource clock) {
        this.stream = stream;
        this.function = function;
        this.filter = filter;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    /** Goes on where it is said to have ended. */
    synchronized void from(Optional<Checkpoint.Place> place) {
        handled = place.map(Checkpoint.Place::number).orElse("");
        note(false);
    }

    /** From now on, whatever comes is handled soon. */
    void start() {
        thread = Thread.ofPlatform().name("stream").daemon().start(this::follow);
    }

    private void follow() {
        try {
            Duration pause = Duration.ZERO;
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = step() ? Duration.ZERO : PAUSE;
                if (failures() > 0) {
                    pause = PAUSE.multipliedBy(1L << Math.min(failures(), 6));
                    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int failures() {
        return failures;
    }

    /**
     * Returns when everything is handled that was written before.
     *
     * @throws StorageUnavailable if the function keeps failing
     */
    void catchUp() {
        while (step()) {
            if (failures() >= MAX_FAILURES) {
                throw new StorageUnavailable(LONGEST_PAUSE, new IllegalStateException("the stream function fails"));
            }
        }
    }

    /** Passes over what somebody has taken care of. */
    synchronized void skip(Runnable write) {
        Optional<String> end = stream.skipTo(write);
        if (end.isPresent()) {
            handled = end.get();
            note(false);
        }
    }

    /** Handles what has come, and comes to an end. */
    @Override
    public void close() {
        ended.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        catchUp();
        note(true);
    }

    /** Whether there was something to do. */
    private synchronized boolean step() {
        List<Record> records = stream.read(BATCH, handled);
        if (records.isEmpty()) {
            return false;
        }
        DynamodbEvent event = event(records);
        String failed = event.getRecords().isEmpty() ? null : failed(function.handleRequest(event, null));
        String before = handled;
        if (failed == null) {
            failures = 0;
            handled = records.getLast().dynamodb().sequenceNumber();
        } else {
            failures++;
            for (Record record : records) {
                if (record.dynamodb().sequenceNumber().compareTo(failed) < 0) {
                    handled = record.dynamodb().sequenceNumber();
                }
            }
            stream.seek(handled);
        }
        if (!handled.equals(before)) {
            note(false);
        }
        return true;
    }

    private synchronized void note(boolean whole) {
        checkpoint.write(new Checkpoint.Place(stream.name(), handled, whole, clock.instant()));
    }

    /** The first record to be given again; the empty text stands for all of them. */
    private static @Nullable String failed(StreamsEventResponse response) {
        return response.getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .findFirst()
                .orElse(null);
    }

    private DynamodbEvent event(List<Record> records) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(records.stream()
                .filter(record -> filter.test(key(record)))
                .map(Pump::record)
                .toList());
        return event;
    }

    private static Key key(Record record) {
        return new Key(text(record, Key.PARTITION), text(record, Key.SORT));
    }

    private static String text(Record record, String attribute) {
        return Optional.ofNullable(record.dynamodb().keys().get(attribute))
                .map(software.amazon.awssdk.services.dynamodb.model.AttributeValue::s)
                .orElse("");
    }

    private static DynamodbStreamRecord record(Record record) {
        Map<String, AttributeValue> keys = new HashMap<>();
        record.dynamodb().keys().forEach((name, value) -> keys.put(name, new AttributeValue(value.s())));
        DynamodbStreamRecord event = new DynamodbStreamRecord();
        event.setEventID(record.eventID());
        event.setEventName(record.eventNameAsString());
        event.setEventSource(record.eventSource());
        event.setDynamodb(new StreamRecord()
                .withSequenceNumber(record.dynamodb().sequenceNumber())
                .withKeys(keys));
        return event;
    }
}

package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StreamHandlerTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(StreamHandler.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<String> told = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private final StreamHandler handler = new StreamHandler(
            key -> {
                String partition = key.get("p");
                if (failing.contains(partition)) {
                    throw new IllegalStateException("out of order: " + partition);
                }
                told.add(partition);
            },
            InstantSource.system());

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        logger.setAdditive(false);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private static AttributeValue text(String value) {
        return new AttributeValue(value);
    }

    private static DynamodbStreamRecord record(int number, String partition) {
        return record(new StreamRecord()
                .withSequenceNumber(String.valueOf(number))
                .withKeys(Map.of("p", text(partition), "s", text("a"))));
    }

    private static DynamodbStreamRecord record(StreamRecord stored) {
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setDynamodb(stored);
        return record;
    }

    private StreamsEventResponse handle(DynamodbStreamRecord... records) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(Arrays.asList(records));
        return handler.handleRequest(event, null);
    }

    private static void succeeded(StreamsEventResponse response) {
        assertThat(response.getBatchItemFailures()).isEmpty();
    }

    private static void failedAt(String number, StreamsEventResponse response) {
        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly(number);
    }

    @Test
    void every_change_is_told_in_the_order_of_the_stream() {
        succeeded(handle(record(1, "V#1"), record(2, "S#2"), record(3, "V#3")));

        assertThat(told).containsExactly("V#1", "S#2", "V#3");
    }

    @Test
    void of_several_changes_of_one_item_the_last_is_told() {
        succeeded(handle(record(1, "V#1"), record(2, "S#2"), record(3, "V#1"), record(4, "V#1")));

        assertThat(told).containsExactly("S#2", "V#1");
    }

    @Test
    void items_of_one_partition_are_several() {
        succeeded(handle(
                record(new StreamRecord().withSequenceNumber("1").withKeys(Map.of("p", text("S#1"), "s", text("a")))),
                record(new StreamRecord().withSequenceNumber("2").withKeys(Map.of("p", text("S#1"), "s", text("b"))))));

        assertThat(told).containsExactly("S#1", "S#1");
    }

    @Test
    void what_is_replayed_or_comes_late_is_told_again() {
        succeeded(handle(record(5, "V#5"), record(6, "V#6")));
        succeeded(handle(record(5, "V#5"), record(6, "V#6")));
        succeeded(handle(record(3, "V#3")));

        assertThat(told).containsExactly("V#5", "V#6", "V#5", "V#6", "V#3");
    }

    @Test
    void a_failure_names_the_first_record_that_failed_and_leaves_those_after_it() {
        failing.add("V#2");
        failing.add("V#3");

        failedAt("2", handle(record(1, "V#1"), record(2, "V#2"), record(3, "V#3"), record(4, "V#4")));
        assertThat(told).containsExactly("V#1");

        failing.clear();
        succeeded(handle(record(2, "V#2"), record(3, "V#3"), record(4, "V#4")));
        assertThat(told).containsExactly("V#1", "V#2", "V#3", "V#4");
    }

    @Test
    void an_item_that_fails_at_its_last_change_is_begun_again_there() {
        failing.add("V#1");

        failedAt("3", handle(record(1, "V#1"), record(2, "V#2"), record(3, "V#1"), record(4, "V#4")));
        assertThat(told).containsExactly("V#2");
    }

    @Test
    void nothing_odd_stops_the_stream() {
        succeeded(handler.handleRequest(null, null));
        succeeded(handler.handleRequest(new DynamodbEvent(), null));
        succeeded(handle(
                null,
                new DynamodbStreamRecord(),
                record(new StreamRecord()),
                record(new StreamRecord().withKeys(Map.of())),
                record(new StreamRecord().withKeys(Map.of("p", new AttributeValue().withN("1")))),
                record(new StreamRecord()
                        .withKeys(Map.of(
                                "p",
                                new AttributeValue().withB(ByteBuffer.wrap("V#1".getBytes(StandardCharsets.UTF_8)))))),
                record(7, "V#7")));

        assertThat(told).containsExactly("V#7");
    }

    @Test
    void a_failure_without_a_number_brings_the_whole_batch_again() {
        failing.add("V#1");

        failedAt("", handle(record(new StreamRecord().withKeys(Map.of("p", text("V#1"))))));
    }

    @Test
    void a_batch_leaves_one_line_and_a_failure_its_cause() {
        handle(record(1, "V#1"), record(2, "V#1"));
        failing.add("V#2");
        handle(record(3, "V#2"));

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO, Level.ERROR);
        assertThat(fields(lines.list.getFirst()))
                .containsEntry("records", 2)
                .containsEntry("told", 1)
                .containsKey("milliseconds");
        assertThat(lines.list.getLast().getThrowableProxy().getMessage()).contains("V#2");
    }

    private static Map<String, Object> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }
}

package ie.tradsessions.adapters.dynamodb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a table's stream as the stream function gets it, and tells of each item that changed. */
final class StreamReader {
    private final DynamoDbStreamsClient streams;
    private final Consumer<Map<String, String>> changed;
    private final Deque<Map<String, String>> untold = new ArrayDeque<>();
    private String iterator;

    StreamReader(
            DynamoDbClient client, DynamoDbStreamsClient streams, String table, Consumer<Map<String, String>> changed) {
        this.streams = streams;
        this.changed = changed;
        String stream = client.describeTable(request -> request.tableName(table))
                .table()
                .latestStreamArn();
        String shard = streams.describeStream(request -> request.streamArn(stream))
                .streamDescription()
                .shards()
                .getFirst()
                .shardId();
        iterator = streams.getShardIterator(request ->
                        request.streamArn(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    /** Until nothing more has changed. If it throws, the next call goes on with what was not told of. */
    void readToEnd() {
        do {
            while (!untold.isEmpty()) {
                changed.accept(untold.element());
                untold.remove();
            }
            var answer = streams.getRecords(request -> request.shardIterator(iterator));
            iterator = answer.nextShardIterator();
            untold.addAll(keys(answer.records()));
        } while (!untold.isEmpty());
    }

    /** Of several records of one item, one is enough. */
    private static Set<Map<String, String>> keys(List<Record> records) {
        Set<Map<String, String>> keys = new LinkedHashSet<>();
        for (Record record : records) {
            Map<String, String> key = new HashMap<>();
            record.dynamodb().keys().forEach((name, value) -> key.put(name, value.s()));
            keys.add(key);
        }
        return keys;
    }
}

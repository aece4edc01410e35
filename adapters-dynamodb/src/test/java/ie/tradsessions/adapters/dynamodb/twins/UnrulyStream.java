package ie.tradsessions.adapters.dynamodb.twins;

import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/** A table's stream, of which one may read a part, in any order, and more than once. */
final class UnrulyStream {
    private final LocalDynamo dynamo;
    private final List<Map<String, String>> waiting = new ArrayList<>();
    private final List<Map<String, String>> past = new ArrayList<>();
    private String iterator;

    UnrulyStream(LocalDynamo dynamo, String table) {
        this.dynamo = dynamo;
        String stream = dynamo.client()
                .describeTable(request -> request.tableName(table))
                .table()
                .latestStreamArn();
        String shard = dynamo.streams()
                .describeStream(request -> request.streamArn(stream))
                .streamDescription()
                .shards()
                .getFirst()
                .shardId();
        iterator = dynamo.streams()
                .getShardIterator(request ->
                        request.streamArn(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    /** Hands on the keys of all records, and of those that come of it, until there are no more. */
    void readToEnd(Consumer<Map<String, String>> changed) {
        while (true) {
            List<Map<String, String>> keys = next(Integer.MAX_VALUE);
            if (keys.isEmpty()) {
                return;
            }
            new LinkedHashSet<>(keys).forEach(changed);
        }
    }

    /** The keys of the next records. */
    List<Map<String, String>> next(int most) {
        fetch();
        List<Map<String, String>> some = waiting.subList(0, Math.min(most, waiting.size()));
        List<Map<String, String>> next = List.copyOf(some);
        some.clear();
        past.addAll(next);
        return next;
    }

    /** As {@link #next}, but those that come late may be handed on first. */
    List<Map<String, String>> shuffled(int most, Random random) {
        fetch();
        Collections.shuffle(waiting, random);
        return next(most);
    }

    /** Some that were handed on before. */
    List<Map<String, String>> again(int most, Random random) {
        List<Map<String, String>> some = new ArrayList<>(past);
        Collections.shuffle(some, random);
        return some.stream().limit(most).toList();
    }

    private void fetch() {
        while (true) {
            var answer = dynamo.streams().getRecords(request -> request.shardIterator(iterator));
            iterator = answer.nextShardIterator();
            if (answer.records().isEmpty()) {
                return;
            }
            answer.records().forEach(this::keep);
        }
    }

    private void keep(Record record) {
        Map<String, String> key = new HashMap<>();
        record.dynamodb().keys().forEach((name, value) -> key.put(name, value.s()));
        waiting.add(key);
    }
}

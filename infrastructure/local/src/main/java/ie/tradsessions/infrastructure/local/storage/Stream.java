package ie.tradsessions.infrastructure.local.storage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A table's stream, read record after record. It consists of shards, of which one is open, and after some hours another
 * follows it; numbers grow from one to the next.
 */
final class Stream {
    private final DynamoDbStreamsClient streams;
    private final String name;
    private @Nullable String iterator;
    private @Nullable String shard;

    Stream(DynamoDbClient client, DynamoDbStreamsClient streams, String table) {
        this.streams = streams;
        name = client.describeTable(request -> request.tableName(table)).table().latestStreamArn();
    }

    String name() {
        return name;
    }

    /** To go on after the record with a number, or at the beginning where that is empty. */
    void seek(String number) {
        Optional<Shard> next =
                shards().stream().filter(each -> !comesBefore(each, number)).findFirst();
        boolean within = !number.isEmpty()
                && next.filter(each -> each.sequenceNumberRange()
                                        .startingSequenceNumber()
                                        .compareTo(number)
                                <= 0)
                        .isPresent();
        if (next.isEmpty()) {
            iterator = null;
            return;
        }
        shard = next.get().shardId();
        try {
            iterator = within ? iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, number) : start(shard);
        } catch (TrimmedDataAccessException e) {
            iterator = start(shard);
        }
    }

    /** The next records; none where there are no more for now. */
    List<Record> read(int most, String after) {
        while (true) {
            if (iterator == null) {
                seek(after);
            }
            String from = iterator;
            if (from == null) {
                return List.of();
            }
            try {
                GetRecordsResponse answer = streams.getRecords(
                        request -> request.shardIterator(from).limit(most));
                iterator = answer.nextShardIterator();
                boolean ended = iterator == null;
                if (ended) {
                    iterator = following();
                }
                if (!answer.records().isEmpty() || !ended || iterator == null) {
                    return answer.records();
                }
            } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
                // The machine slept, or nobody read for a day.
                seek(after);
            }
        }
    }

    /** The number of what {@code write} writes, and everything before it is passed over; empty if that failed. */
    Optional<String> skipTo(Runnable write) {
        String open = shards().getLast().shardId();
        String latest = iterator(open, ShardIteratorType.LATEST, null);
        write.run();
        List<Record> written =
                streams.getRecords(request -> request.shardIterator(latest)).records();
        iterator = null;
        return written.isEmpty()
                ? Optional.empty()
                : Optional.of(written.getLast().dynamodb().sequenceNumber());
    }

    /** The beginning of the shard after this one, or null where there is none yet. */
    private @Nullable String following() {
        return shards().stream()
                .filter(each ->
                        each.parentShardId() != null && each.parentShardId().equals(shard))
                .findFirst()
                .map(each -> {
                    shard = each.shardId();
                    return start(each.shardId());
                })
                .orElse(null);
    }

    private static boolean comesBefore(Shard shard, String number) {
        String end = shard.sequenceNumberRange().endingSequenceNumber();
        return end != null && end.compareTo(number) < 0;
    }

    private List<Shard> shards() {
        return streams.describeStream(request -> request.streamArn(name))
                .streamDescription()
                .shards();
    }

    private String start(String of) {
        return iterator(of, ShardIteratorType.TRIM_HORIZON, null);
    }

    private String iterator(String of, ShardIteratorType type, @Nullable String number) {
        return streams.getShardIterator(request -> request.streamArn(name)
                        .shardId(of)
                        .shardIteratorType(type)
                        .sequenceNumber(number))
                .shardIterator();
    }
}

package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.SnapshotItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.PutOutcome;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.search.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Keeps snapshots of the index. To load one takes 1 read unit for the head and 0.5 for each begun 4 KB of its chunks, in
 * two trips; to publish one, a write unit for each begun KB, in two trips.
 */
final class DynamoSnapshots implements Snapshots {
    private final Table table;

    DynamoSnapshots(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Head> head(int format) {
        return table.get(SnapshotItems.headKey(format), ReadConsistency.STRONG).flatMap(SnapshotItems::head);
    }

    @Override
    public Optional<List<byte[]>> chunks(Head head) {
        List<Key> keys = SnapshotItems.chunkKeys(head);
        List<Optional<Item>> chunks = new ArrayList<>(table.getEach(keys, ReadConsistency.EVENTUAL));
        // Those that were written a moment ago may not be everywhere yet.
        List<Integer> missing = IntStream.range(0, keys.size())
                .filter(number -> chunks.get(number).isEmpty())
                .boxed()
                .toList();
        List<Optional<Item>> again =
                table.getEach(missing.stream().map(keys::get).toList(), ReadConsistency.STRONG);
        for (int i = 0; i < again.size(); i++) {
            chunks.set(missing.get(i), again.get(i));
        }
        List<byte[]> bytes = chunks.stream()
                .flatMap(Optional::stream)
                .map(SnapshotItems::bytes)
                .toList();
        return bytes.size() == keys.size() ? Optional.of(bytes) : Optional.empty();
    }

    @Override
    public boolean publish(int format, Head head, List<byte[]> chunks) {
        List<Key> keys = SnapshotItems.chunkKeys(head);
        if (keys.size() != chunks.size()) {
            throw new IllegalArgumentException("a head of " + keys.size() + " chunks, and there are " + chunks.size());
        }
        table.putEach(IntStream.range(0, keys.size())
                .mapToObj(number -> SnapshotItems.chunk(keys.get(number), head, chunks.get(number)))
                .toList());
        return switch (table.put(SnapshotItems.head(format, head), SnapshotItems.replacedBy(head))) {
            case PutOutcome.Stored() -> true;
            // It may be our own: stored by an attempt whose answer was lost.
            case PutOutcome.Refused(var found) ->
                found.flatMap(SnapshotItems::head).filter(head::equals).isPresent();
        };
    }
}

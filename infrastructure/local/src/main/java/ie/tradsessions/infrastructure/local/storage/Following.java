package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.StreamHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How what is derived follows what is stored on one machine, over kills and restarts. */
final class Following implements AutoCloseable {
    private static final String CHECKPOINT = "tradsessions.stream";

    /** Written and removed again, to see where the stream ends. */
    private static final Key MARK = new Key("STREAM", "0");

    /** A stream keeps its records for a day; whoever was away for longer looks at everything. */
    private static final Duration KEPT = Duration.ofHours(20);

    private final Table table;
    private final Derivation derivation;
    private final Stream stream;
    private final Checkpoint checkpoint;
    private final Pump pump;
    private final InstantSource clock;
    private boolean begun;

    private Following(
            Table table, Derivation derivation, Stream stream, Checkpoint checkpoint, Pump pump, InstantSource clock) {
        this.table = table;
        this.derivation = derivation;
        this.stream = stream;
        this.checkpoint = checkpoint;
        this.pump = pump;
        this.clock = clock;
    }

    static Following of(LocalDynamo dynamo, Table table, Derivation derivation, Path folder, InstantSource clock) {
        Stream stream = new Stream(dynamo.client(), dynamo.streams(), table.name());
        Checkpoint checkpoint = new Checkpoint(folder.resolve(CHECKPOINT));
        StreamHandler function = new StreamHandler(derivation::changed, clock);
        Pump pump = new Pump(stream, function, Derivation::concerns, checkpoint, clock);
        return new Following(table, derivation, stream, checkpoint, pump, clock);
    }

    /** Derives what was stored, but not derived, when the program last ended. */
    void begin() {
        begun = true;
        Optional<Checkpoint.Place> place =
                checkpoint.read().filter(last -> last.stream().equals(stream.name()));
        boolean certain = place.filter(last ->
                        last.whole() || last.at().isAfter(clock.instant().minus(KEPT)))
                .isPresent();
        if (certain) {
            pump.from(place);
            pump.catchUp();
        } else {
            everything();
            skip();
        }
    }

    private void everything() {
        Set<String> partitions = new TreeSet<>();
        table.scan(item -> {
            if (Derivation.concerns(item.key())) {
                partitions.add(item.key().partition());
            }
        });
        derivation.refreshAll(partitions);
    }

    void start() {
        pump.start();
    }

    void catchUp() {
        pump.catchUp();
    }

    void skip() {
        pump.skip(() -> table.put(new Item(MARK, Map.of()), Condition.NONE));
        table.write(new Table.Changes(List.of(), List.of(MARK)));
    }

    @Override
    public void close() {
        if (begun) {
            pump.close();
        }
    }
}

package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonText;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.search.FoldSnapshot;
import ie.tradsessions.application.search.RebuildSnapshot;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.UnreadableSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the snapshot from which the functions that answer requests start. A schedule calls it every few minutes, and once
 * a day with {@code {"task": "rebuild"}}, to make it from the aggregates instead of from the last one; a deployment calls
 * it before traffic moves to a new version.
 */
public final class FoldFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FoldFunction.class);
    private static final String TASK = "task";
    private static final String REBUILD = "rebuild";

    private final FoldSnapshot foldSnapshot;
    private final RebuildSnapshot rebuildSnapshot;

    @SuppressWarnings("unused") // Held here, since the runtime forgets what nobody else holds.
    private final SnapshotLife life;

    /**
     * As Lambda makes it.
     *
     * @throws ie.tradsessions.adapters.dynamodb.table.UnsupportedLayout if the table is of another program
     */
    public FoldFunction() {
        this(Environment.ofThisProcess().table(), InstantSource.system());
    }

    FoldFunction(Table table, InstantSource clock) {
        Layout.check(table);
        Storage storage = DynamoStorage.on(table, clock);
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        SearchIndex.Listener listener = new SearchIndexLog();
        foldSnapshot = new FoldSnapshot(storage, clock, ids, listener);
        rebuildSnapshot = new RebuildSnapshot(storage, clock, ids, listener);
        // What was right of the table when the process was frozen may be long ago.
        life = SnapshotLife.begin(() -> {}, () -> Layout.check(table));
    }

    /**
     * Answers with what was done, for people.
     *
     * @param input nothing, or an object of JSON, in which {@code task} is "rebuild" or missing
     * @throws IOException if it is another one
     */
    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        String done = asksToRebuild(input.readAllBytes()) ? rebuilt() : folded().orElseGet(this::rebuilt);
        output.write(Json.bytes(json -> json.writeString(done)));
    }

    private static boolean asksToRebuild(byte[] input) throws IOException {
        if (input.length == 0) {
            return false;
        }
        Object task;
        try {
            task = JsonText.object(input).get(TASK);
        } catch (JsonText.Malformed e) {
            throw new IOException("the input has to be an object of JSON: " + e.why(), e);
        }
        if (task != null && !task.equals(REBUILD)) {
            throw new IOException(TASK + " has to be \"" + REBUILD + "\", or missing");
        }
        return task != null;
    }

    /** Empty where there is nothing to fold into. */
    private Optional<String> folded() {
        try {
            return switch (foldSnapshot.fold()) {
                case FoldSnapshot.Outcome.Folded(var head, var bytes) ->
                    Optional.of("folded into " + head.chunks() + " chunks of " + bytes + " bytes");
                case FoldSnapshot.Outcome.NotWorthIt(var changes) ->
                    Optional.of("not worth it: " + changes + " changes");
                case FoldSnapshot.Outcome.Overtaken() -> Optional.of("somebody else did");
                case FoldSnapshot.Outcome.NeedsRebuilding() -> Optional.empty();
            };
        } catch (UnreadableSnapshot e) {
            LOG.atError().setCause(e).log("the snapshot is made anew");
            return Optional.empty();
        }
    }

    private String rebuilt() {
        RebuildSnapshot.Outcome outcome = rebuildSnapshot.rebuild();
        outcome.unreadable()
                .forEach(one -> LOG.atError()
                        .addArgument(one.key())
                        .addArgument(one.reason())
                        .log("{} cannot be read: {}"));
        outcome.wrong().forEach(key -> LOG.atError().addArgument(key).log("{} was wrong in the index"));
        return "rebuilt from " + outcome.aggregates() + " aggregates: "
                + outcome.unreadable().size() + " cannot be read, "
                + outcome.wrong().size() + " were wrong";
    }
}

package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.DynamoServer;
import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.dataset.ExportWriter;
import ie.tradsessions.application.dataset.ExportDataSet.Entry;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table behind HTTP, with a snapshot of generated sessions and of their venues, and nothing in the journal.
 *
 * @param variables what tells a function of it
 */
record FunctionTable(Table table, Map<String, String> variables) {
    static FunctionTable with(DynamoServer server, Path work, int sessions) throws IOException {
        Table table = server.newTable();
        Snapshots from = new SnapshotFolder(
                GeneratedSnapshot.withFewVenues(work, sessions).folder());
        Snapshots.Head head = from.head(Index.FORMAT).orElseThrow();
        // By the clock of the functions, to which another one may have expired.
        Snapshots.Head made = new Snapshots.Head(head.asOf(), Instant.now(), head.id(), head.chunks());
        DynamoStorage.on(table, InstantSource.system())
                .snapshots()
                .publish(Index.FORMAT, made, from.chunks(head).orElseThrow());
        Map<String, String> variables = new HashMap<>(server.variables());
        variables.put("TABLE_NAME", table.name());
        variables.put("CURSOR_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        variables.put("VERSION", "benchmark");
        return new FunctionTable(table, Map.copyOf(variables));
    }

    /** Stores the export of as many sessions too, in one item. */
    void storeExport(int sessions) {
        GeneratedSessions generated = GeneratedSessions.of(sessions, GeneratedStore.SEED);
        Map<SessionId, Feedback> feedbacks =
                generated.feedbacks().stream().collect(Collectors.toMap(Feedback::session, feedback -> feedback));
        List<Entry> entries = new ArrayList<>();
        generated.venues().forEach(venue -> entries.add(new Entry.VenueEntry(venue)));
        generated
                .sessions()
                .forEach(session -> entries.add(new Entry.SessionEntry(
                        session, feedbacks.getOrDefault(session.id(), Feedback.none(session.id())))));
        String lines = new String(ExportWriter.lines(entries), StandardCharsets.UTF_8);
        table.put(
                new Item(PlainFunction.KEY, Map.of(PlainFunction.LINES, AttributeValue.fromS(lines))), Condition.NONE);
    }
}

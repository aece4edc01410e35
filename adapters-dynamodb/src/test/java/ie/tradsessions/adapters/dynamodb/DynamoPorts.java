package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every port on a table of its own for each test, and what keeps true what is derived there. */
public final class DynamoPorts implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
    /** So early that nothing has ended: tests ask at whatever moment they like. */
    private static final InstantSource EARLY = InstantSource.fixed(Instant.parse("2000-01-01T00:00:00Z"));

    private LocalDynamo dynamo;
    private Ports ports;
    private StreamReader stream;

    @Override
    public void beforeEach(ExtensionContext context) {
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    /** For tests that need more than one table, or another life cycle. */
    public void open() {
        dynamo = new LocalDynamo();
        Table table = dynamo.table();
        ports = on(table);
        stream = new StreamReader(
                dynamo.client(),
                dynamo.streams(),
                LocalDynamo.TABLE,
                new Derivation(table, EARLY, LocalDynamo.tokens())::changed);
    }

    @Override
    public void close() {
        dynamo.close();
    }

    public static Ports on(Table table) {
        return PortsOf.table(table, LocalDynamo.tokens());
    }

    public Ports ports() {
        return ports;
    }

    public LocalDynamo dynamo() {
        return dynamo;
    }

    /** Until all that was written is derived. */
    public void catchUp() {
        stream.readToEnd();
    }
}

package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Every port on a table, whichever it is; needs nothing that only tests have. */
public final class PortsOf {
    private PortsOf() {}

    /** @param tokens gives a text that it has never given before */
    public static Ports table(Table table, Supplier<String> tokens) {
        return new Ports(
                new DynamoVenues(table, tokens),
                new DynamoSessions(table, tokens),
                new DynamoFeedbacks(table, tokens),
                new DynamoVenueDirectory(table),
                new DynamoSessionDirectory(table),
                new DynamoSessionPages(table),
                new DynamoSessionCounts(table),
                new DynamoDataSet(table));
    }

    /** Tokens for one table, the same ones every time. */
    public static Supplier<String> tokens() {
        AtomicInteger tokens = new AtomicInteger();
        return () -> "t" + tokens.incrementAndGet();
    }
}

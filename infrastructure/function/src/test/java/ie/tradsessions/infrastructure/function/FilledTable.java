package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.dynamodb.DynamoServer;
import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A table behind HTTP, with a venue, a session and a snapshot, and what functions are told of it. */
final class FilledTable implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.system();

    private final DynamoServer server = new DynamoServer();
    private final Table table = server.newTable();
    private final Storage storage = DynamoStorage.on(table, CLOCK);
    private final Venue venue = VenueBuilder.named("The Kettle").build();
    private final Session session;

    FilledTable() {
        // First of all, since it begins the table.
        FoldFunction foldFunction = new FoldFunction(table, CLOCK);
        storage.venues().save(venue, SaveOutcome.NEW);
        session = share("first");
        Invocation.of(foldFunction, "{}");
    }

    Table table() {
        return table;
    }

    Session session() {
        return session;
    }

    /** Another one, of which only the journal tells. */
    Session share(String name) {
        Session shared = SessionBuilder.at(venue).as(name).build();
        storage.sessions().save(shared, SaveOutcome.NEW);
        return shared;
    }

    Environment environment() {
        return new Environment(variables());
    }

    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(server.variables());
        variables.put("TABLE_NAME", table.name());
        variables.put("CURSOR_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        variables.put("VERSION", "1.2.3");
        variables.put("ORIGINS", "https://app.example");
        variables.put("SIGN_IN_ISSUER", "https://pool.example/eu-west-1_a");
        variables.put("SIGN_IN_CLIENT_ID", "our-app");
        variables.put("SIGN_IN_DOMAIN", "https://sign-in.example");
        return variables;
    }

    @Override
    public void close() {
        server.close();
    }
}

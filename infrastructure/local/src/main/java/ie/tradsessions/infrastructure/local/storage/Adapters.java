package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.DynamoDataSet;
import ie.tradsessions.adapters.dynamodb.DynamoFeedbacks;
import ie.tradsessions.adapters.dynamodb.DynamoSessionCounts;
import ie.tradsessions.adapters.dynamodb.DynamoSessionDirectory;
import ie.tradsessions.adapters.dynamodb.DynamoSessionPages;
import ie.tradsessions.adapters.dynamodb.DynamoSessions;
import ie.tradsessions.adapters.dynamodb.DynamoVenueDirectory;
import ie.tradsessions.adapters.dynamodb.DynamoVenues;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.inmemory.InMemoryDataSet;
import ie.tradsessions.adapters.inmemory.InMemoryFeedbacks;
import ie.tradsessions.adapters.inmemory.InMemorySessionCounts;
import ie.tradsessions.adapters.inmemory.InMemorySessionDirectory;
import ie.tradsessions.adapters.inmemory.InMemorySessionPages;
import ie.tradsessions.adapters.inmemory.InMemorySessions;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.inmemory.InMemoryVenueDirectory;
import ie.tradsessions.adapters.inmemory.InMemoryVenues;
import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.feedback.Feedbacks;
import ie.tradsessions.application.place.SessionCounts;
import ie.tradsessions.application.session.SessionDirectory;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.VenueDirectory;
import ie.tradsessions.application.venue.Venues;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every port, on one store. */
public record Adapters(
        Venues venues,
        Sessions sessions,
        Feedbacks feedbacks,
        VenueDirectory venueDirectory,
        SessionDirectory sessionDirectory,
        SessionPages sessionPages,
        SessionCounts sessionCounts,
        DataSet dataSet) {
    static Adapters on(InMemoryStore store) {
        return new Adapters(
                new InMemoryVenues(store),
                new InMemorySessions(store),
                new InMemoryFeedbacks(store),
                new InMemoryVenueDirectory(store),
                new InMemorySessionDirectory(store),
                new InMemorySessionPages(store),
                new InMemorySessionCounts(store),
                new InMemoryDataSet(store));
    }

    /** @param saved is told the partition of what has been saved */
    static Adapters on(Table table, Supplier<String> tokens, Consumer<String> saved) {
        return new Adapters(
                new DynamoVenues(table, tokens, saved),
                new DynamoSessions(table, tokens, saved),
                new DynamoFeedbacks(table, tokens, saved),
                new DynamoVenueDirectory(table),
                new DynamoSessionDirectory(table),
                new DynamoSessionPages(table),
                new DynamoSessionCounts(table),
                new DynamoDataSet(table));
    }
}

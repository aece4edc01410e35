package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;

/** Every port on one new store. */
public final class InMemoryPorts {
    private InMemoryPorts() {}

    public static Ports empty() {
        InMemoryStore store = new InMemoryStore();
        return new Ports(
                new InMemoryVenues(store),
                new InMemorySessions(store),
                new InMemoryFeedbacks(store),
                new InMemoryVenueDirectory(store),
                new InMemorySessionDirectory(store),
                new InMemorySessionPages(store),
                new InMemorySessionCounts(store),
                new InMemoryDataSet(store));
    }
}

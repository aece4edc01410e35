package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The ports to a store in memory. */
public final class InMemoryStorage {
    private InMemoryStorage() {}

    /**
     * @param clock of the process that uses these ports; several processes may share a store in tests
     * @param saved is told what was saved, after each save and each deletion through these ports
     */
    public static Storage of(InMemoryStore store, InstantSource clock, Consumer<StoredAggregate> saved) {
        InMemoryJournal journal = new InMemoryJournal(store, clock);
        return new Storage(
                new InMemoryVenues(store, journal, saved),
                new InMemorySessions(store, journal, saved),
                new InMemoryFeedbacks(store, journal, saved),
                new InMemorySessionPages(store),
                new InMemoryReviews(store),
                new InMemoryVoices(store),
                new InMemoryDataSet(store),
                journal,
                new InMemorySnapshots(store),
                new InMemoryMembers(store),
                new InMemoryVenueHistory(store),
                new InMemoryCases(store),
                new InMemoryDecisionLog(store),
                new InMemoryMerges(store),
                new InMemoryChanges(store, journal, saved));
    }
}

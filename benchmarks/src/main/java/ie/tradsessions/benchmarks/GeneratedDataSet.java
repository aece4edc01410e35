package ie.tradsessions.benchmarks;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.search.DataSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Generated sessions and their venues, and further venues without sessions; nothing of it changes. */
final class GeneratedDataSet implements DataSet {
    private final GeneratedSessions generated;
    private final int venues;

    /** @param venues how many in all, those with sessions included */
    GeneratedDataSet(GeneratedSessions generated, int venues) {
        this.generated = generated;
        this.venues = venues;
    }

    @Override
    public List<StoredAggregate> read(Collection<AggregateKey> keys, ReadConsistency consistency) {
        throw new UnsupportedOperationException("only a journal with entries asks for single aggregates");
    }

    @Override
    public void readAll(Consumer<StoredAggregate> each) {
        generated.venues().forEach(venue -> each.accept(new StoredAggregate.OfVenue(venue, 1)));
        generated.sessions().forEach(session -> each.accept(new StoredAggregate.OfSession(session, 1)));
        generated.feedbacks().forEach(feedback -> each.accept(new StoredAggregate.OfFeedback(feedback, 1)));
        GeneratedVenues others = new GeneratedVenues();
        for (int i = generated.venues().size(); i < venues; i++) {
            each.accept(new StoredAggregate.OfVenue(others.next(), 1));
        }
    }
}

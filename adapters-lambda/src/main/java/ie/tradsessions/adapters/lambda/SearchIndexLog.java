package ie.tradsessions.adapters.lambda;

import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.UnreadableSnapshot;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what the index meets that needs somebody's attention. */
public final class SearchIndexLog implements SearchIndex.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexLog.class);

    @Override
    public void unreadable(StoredAggregate.Unreadable aggregate) {
        LOG.atError()
                .addArgument(aggregate.key())
                .addArgument(aggregate.reason())
                .log("{} is in no list, for it cannot be read: {}");
    }

    @Override
    public void stale(Duration age, StorageUnavailable cause) {
        LOG.atWarn()
                .setCause(cause)
                .addArgument(age)
                .log("the table does not answer: the index answers as it was {} ago");
    }

    @Override
    public void unreadable(UnreadableSnapshot snapshot) {
        LOG.atError().setCause(snapshot).log("the snapshot of the index cannot be read");
    }
}

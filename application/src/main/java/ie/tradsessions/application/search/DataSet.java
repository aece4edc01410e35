package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads many aggregates at once. One that cannot be read is named and takes no other with it. */
public interface DataSet {
    /** What is stored under the keys, in no particular order; a key under which nothing ever was is left out. */
    List<StoredAggregate> read(Collection<AggregateKey> keys, ReadConsistency consistency);

    /**
     * Everything that is stored, tombstones too, in no particular order, strongly consistent for each aggregate by
     * itself. It costs what all of it costs: requests are never answered from it.
     */
    void readAll(Consumer<StoredAggregate> each);
}

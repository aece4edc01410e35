package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that was ever stored, by when it was stored: what reads that lag behind may still see. */
final class Past {
    private final Map<AggregateKey, NavigableMap<Long, Saved>> saved = new HashMap<>();

    private record Saved(Instant at, StoredAggregate aggregate) {}

    void saved(Instant at, StoredAggregate aggregate) {
        saved.computeIfAbsent(aggregate.key(), key -> new TreeMap<>())
                .put(aggregate.version(), new Saved(at, aggregate));
    }

    boolean wasSavedBy(Instant moment, AggregateKey key, long version) {
        Saved one = saved.getOrDefault(key, new TreeMap<>()).get(version);
        return one != null && !one.at().isAfter(moment);
    }

    /** What was stored under a key at a moment. */
    Optional<StoredAggregate> at(Instant moment, AggregateKey key) {
        return saved.getOrDefault(key, new TreeMap<>()).descendingMap().values().stream()
                .filter(one -> !one.at().isAfter(moment))
                .map(Saved::aggregate)
                .findFirst();
    }
}

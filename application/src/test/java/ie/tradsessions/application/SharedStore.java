package ie.tradsessions.application;

import java.time.InstantSource;
import java.util.function.Consumer;

/** A store as several processes use it, each with ports and a clock of its own. */
@FunctionalInterface
public interface SharedStore {
    /** @param saved is told what was saved, after each save and each deletion through these ports */
    Storage process(InstantSource clock, Consumer<StoredAggregate> saved);

    default Storage process(InstantSource clock) {
        return process(clock, saved -> {});
    }
}

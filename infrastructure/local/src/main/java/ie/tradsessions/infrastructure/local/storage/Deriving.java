package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Derives what an import stores: a venue at once, since the next record may be of the same one; a session when the next
 * is stored, since how it stands is stored right after it.
 */
final class Deriving implements Consumer<String> {
    private final Derivation derivation;
    private @Nullable String waiting;

    Deriving(Derivation derivation) {
        this.derivation = derivation;
    }

    /** Called with the partition of what was saved. */
    @Override
    public synchronized void accept(String partition) {
        if (VenueItem.venue(partition) != null) {
            derivation.refreshAll(List.of(partition));
        } else if (!partition.equals(waiting)) {
            finish();
            waiting = partition;
        }
    }

    synchronized void finish() {
        if (waiting != null) {
            derivation.refreshAll(List.of(waiting));
            waiting = null;
        }
    }
}

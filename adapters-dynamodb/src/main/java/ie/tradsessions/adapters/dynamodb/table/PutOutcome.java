package ie.tradsessions.adapters.dynamodb.table;

import java.util.Optional;

/** What came of putting an item under a condition. */
public sealed interface PutOutcome {
    /** It is stored, now or by an earlier attempt whose answer was lost. */
    record Stored() implements PutOutcome {}

    /**
     * The condition did not hold, and nothing was stored.
     *
     * @param found what is there instead, if anything is
     */
    record Refused(Optional<Item> found) implements PutOutcome {}
}

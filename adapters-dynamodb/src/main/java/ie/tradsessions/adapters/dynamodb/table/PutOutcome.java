package ie.tradsessions.adapters.dynamodb.table;

/** What came of putting an item under a condition. */
public sealed interface PutOutcome {
    /** It is stored. */
    record Stored() implements PutOutcome {}

    /**
     * The condition did not hold, and nothing was stored now.
     *
     * @param feedback what stands there, without attributes where there is nothing
     * @param perhapsStoredBefore whether an earlier attempt, whose answer was lost, may have stored it nevertheless
     */
    record Refused(Item feedback, boolean perhapsStoredBefore) implements PutOutcome {}
}

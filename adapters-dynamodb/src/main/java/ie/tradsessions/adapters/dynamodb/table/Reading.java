package ie.tradsessions.adapters.dynamodb.table;

/** How sure a reader must be of seeing the latest write. */
public enum Reading {
    /** May miss what was written within the last second; costs half. */
    EVENTUAL,
    CONSISTENT
}

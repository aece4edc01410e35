package ie.tradsessions.application;

/** What came of saving an aggregate with an expected version. */
public sealed interface SaveOutcome {
    /** What a caller expects of an aggregate that is not stored yet. */
    long NEW = 0;

    /** @param version the version that it has now */
    record Saved(long version) implements SaveOutcome {}

    /**
     * Somebody else saved it in the meantime; nothing was stored.
     *
     * @param version the version that is stored, or {@link #NEW} where none is
     */
    record Stale(long version) implements SaveOutcome {}
}

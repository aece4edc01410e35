package ie.tradsessions.application;

/** What came of several changes that were to be stored together. */
public sealed interface ChangeOutcome {
    record Saved() implements ChangeOutcome {}

    /** Somebody else changed one of these in the meantime; nothing was stored. */
    record Stale() implements ChangeOutcome {}
}

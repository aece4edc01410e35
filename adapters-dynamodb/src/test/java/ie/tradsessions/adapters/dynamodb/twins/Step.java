package ie.tradsessions.adapters.dynamodb.twins;

/**
 * One thing that happens. The numbers choose what it happens to, and which of the possible things it is: whatever they
 * are, it can happen, so that a sequence from which steps are taken out is still one.
 *
 * @param which of the venues or sessions
 * @param other another of them, for example the venue to which a session goes
 * @param how told apart by remainders, see {@link Choice}
 */
record Step(Kind kind, int which, int other, int how) {
    enum Kind {
        /** A venue is registered or changed. */
        VENUE,
        /** A session is published or changed. */
        SESSION,
        /** A night of a session is cancelled, moved, or again as scheduled. */
        NIGHT,
        /** A session ends, or goes on after all. */
        END,
        /** Players rate a session and say which of its nights were on. */
        STANDING,
        /** Somebody saves over what they have not seen. */
        STALE_SAVE,
        /** What is stored is saved once more. */
        REPEATED_SAVE,
        TIME_PASSES,
        /** All that follows from what was saved is derived. */
        STREAM_CATCHES_UP,
        STREAM_READS_SOME,
        /** Records that were read already come again. */
        STREAM_REPEATS,
        STREAM_IS_SHUFFLED,
        /** Several functions are at work on the same records. */
        STREAM_IS_READ_BY_MANY_AT_ONCE
    }
}

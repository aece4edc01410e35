package ie.tradsessions.domain.session;

/** How fast the tunes are played, slowest first. */
public enum Pace {
    BEGINNER,
    SLOW,
    STEADY,
    FULL
}

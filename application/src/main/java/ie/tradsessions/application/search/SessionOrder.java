package ie.tradsessions.application.search;

/** What comes first in a list of sessions. Sessions that are equal in it stand in the order of their identifiers. */
public enum SessionOrder {
    /** The highest {@link ie.tradsessions.domain.feedback.Rank}. */
    RANK,
    /** The nearest to the point that is asked for. */
    DISTANCE,
    /** The first to begin from now on; sessions without a known night last. */
    NEXT,
    /** By folded name: the session's own or, where it has none, the venue's. */
    NAME
}

package ie.tradsessions.domain.review;

/** Who sees a review. */
public enum Visibility {
    SHOWN,
    /** Its author and moderators alone, until one of them has decided on it. */
    HELD,
    /** Its author and moderators alone, because one of them decided so. */
    HIDDEN
}

package ie.tradsessions.domain.session;

/** What is mostly played or sung. */
public enum Focus {
    TUNES,
    SONGS,
    MIXED
}

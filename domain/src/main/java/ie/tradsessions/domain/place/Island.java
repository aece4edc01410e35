package ie.tradsessions.domain.place;

/** An island that lies in two countries. */
public enum Island {
    /** All 32 counties. */
    IRELAND
}

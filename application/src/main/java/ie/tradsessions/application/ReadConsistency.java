package ie.tradsessions.application;

/** How new the answer to a read has to be. */
public enum ReadConsistency {
    /** It may miss what was saved in the last moments; at half the price. */
    EVENTUAL,
    /** It shows everything that was saved before the read began. */
    STRONG
}

package ie.tradsessions.domain.moderation;

/** Why something is reported. */
public enum Reason {
    /** What it says is wrong. */
    NOT_TRUE,
    /** The same session, or the same venue, is there already. */
    DUPLICATE,
    SPAM,
    OFFENSIVE,
    /** It tells something private of somebody. */
    PERSONAL,
    /** Its players, or the house, do not want it listed. */
    NOT_WANTED,
    OTHER,
    /** Many new members reviewed one session in a short while. No member reports that; we notice it. */
    BURST;

    /** Whether a member may give it. */
    public boolean isForMembers() {
        return this != BURST;
    }
}

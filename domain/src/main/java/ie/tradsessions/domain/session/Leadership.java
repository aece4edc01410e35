package ie.tradsessions.domain.session;

/** Who keeps a session going. */
public enum Leadership {
    UNLED,
    LED,
    /** A musician, often paid, guarantees that the night takes place. */
    ANCHORED
}

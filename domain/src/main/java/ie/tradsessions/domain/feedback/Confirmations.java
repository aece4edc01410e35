package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.InvalidValue;

/** How many members said of one night that it was on, and how many that it was not. */
public record Confirmations(int on, int off) {
    public static final Confirmations NONE = new Confirmations(0, 0);

    public Confirmations {
        if (on < 0 || off < 0) {
            throw new InvalidValue("said", "counts of 0 or more");
        }
    }

    /** More said that it was on than that it was not. */
    boolean wasOn() {
        return on > off;
    }

    /** At least as many said that it was not on, and somebody said so. */
    boolean wasNot() {
        return off > 0 && off >= on;
    }

    /** With what one more member says. */
    Confirmations plus(boolean isOn) {
        return isOn ? new Confirmations(on + 1, off) : new Confirmations(on, off + 1);
    }

    /** Without what one member said. What was not counted, because it was stored otherwise, is not missed. */
    Confirmations minus(boolean wasOn) {
        return wasOn ? new Confirmations(Math.max(0, on - 1), off) : new Confirmations(on, Math.max(0, off - 1));
    }
}

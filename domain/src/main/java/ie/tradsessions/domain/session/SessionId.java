package ie.tradsessions.domain.session;

import ie.tradsessions.domain.Identifier;

/** Identifies a session for good; see {@link Identifier} for its form. */
public record SessionId(String value) implements Comparable<SessionId> {
    public SessionId {
        Identifier.checked("session", value);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

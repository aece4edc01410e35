package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.Identifier;

/** Identifies a venue for good; see {@link Identifier} for its form. */
public record VenueId(String value) implements Comparable<VenueId> {
    public VenueId {
        Identifier.checked("venue", value);
    }

    @Override
    public int compareTo(VenueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A correction of a venue by a member. It is kept, so that every member sees who changed what, and can undo it.
 *
 * @param version the version of the venue that the change made
 * @param by the member, or null where that was a former member
 * @param before the venue as it was
 * @param after the venue as the change made it
 */
public record VenueChange(
        VenueId venue, long version, @Nullable MemberId by, Instant at, Venue before, Venue after) {
    public VenueChange {
        CalendarYears.checked("at", at);
        if (!before.id().equals(venue) || !after.id().equals(venue)) {
            throw new InvalidValue("venue", "that of both states");
        }
    }

    /** The fields that the change altered, in order. */
    public Set<VenueField> fields() {
        return Collections.unmodifiableSet(VenueField.differing(before, after));
    }

    /**
     * The venue as it is now, with what the change altered as it was before; empty where some of that was changed again
     * since, or does not go with what else was.
     */
    public Optional<Venue> undoneIn(Venue now) {
        Set<VenueField> fields = fields();
        boolean asItLeftThem = fields.stream().allMatch(field -> Objects.equals(field.of(now), field.of(after)));
        if (!asItLeftThem) {
            return Optional.empty();
        }
        try {
            Venue undone = now.with(fields, before);
            // A name that it got meanwhile may be one that it had before: then not all of it comes back.
            boolean all = fields.stream().allMatch(field -> Objects.equals(field.of(undone), field.of(before)));
            return all ? Optional.of(undone) : Optional.empty();
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** The same, made by a former member. */
    public VenueChange byFormerMember() {
        return new VenueChange(venue, version, null, at, before, after);
    }
}

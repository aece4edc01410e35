package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.InvalidValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What members corrected of a venue and nobody undid. The word of somebody who has been there counts for more than that
 * of a data set.
 *
 * @param venue the venue as it is now
 * @param fields the corrected ones, in order
 */
public record Corrections(Venue venue, Set<VenueField> fields) {
    public Corrections {
        EnumSet<VenueField> ordered = EnumSet.noneOf(VenueField.class);
        ordered.addAll(fields);
        fields = Collections.unmodifiableSet(ordered);
    }

    /** @param newestFirst what members changed of it */
    public static Corrections in(Venue venue, List<VenueChange> newestFirst) {
        EnumSet<VenueField> corrected = EnumSet.allOf(VenueField.class);
        corrected.removeIf(field -> !isCorrected(field, venue, newestFirst));
        return new Corrections(venue, corrected);
    }

    /**
     * Goes back through the changes for as long as each left the field as the next one found it, so to what a data set
     * said last. The field is corrected if it is not that any more; whoever undid a change has put it back.
     */
    private static boolean isCorrected(VenueField field, Venue venue, List<VenueChange> newestFirst) {
        Object uncorrected = field.of(venue);
        for (VenueChange change : newestFirst) {
            if (change.fields().contains(field)) {
                if (!Objects.equals(field.of(change.after()), uncorrected)) {
                    break;
                }
                uncorrected = field.of(change.before());
            }
        }
        return !Objects.equals(uncorrected, field.of(venue));
    }

    /**
     * The venue as a data set would have it, but for what was corrected. Where the rest does not go with that, such as a
     * position in another country, nothing is changed but the sources.
     *
     * @param told as the data set would have it, with the same identifier
     */
    public Venue keptIn(Venue told) {
        try {
            return told.with(fields, venue);
        } catch (InvalidValue e) {
            return told.with(EnumSet.allOf(VenueField.class), venue);
        }
    }
}

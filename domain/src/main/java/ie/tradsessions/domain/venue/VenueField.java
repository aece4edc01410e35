package ie.tradsessions.domain.venue;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a venue that members may correct. Where its data came from is not one. */
public enum VenueField {
    NAME(Venue::name),
    NAME_IRISH(Venue::irishName),
    OTHER_NAMES(Venue::otherNames),
    FORMER_NAMES(Venue::formerNames),
    STREET(venue -> venue.place().street()),
    TOWN(venue -> venue.place().town()),
    COUNTY(venue -> venue.place().county()),
    REGION(venue -> venue.place().region()),
    COUNTRY(venue -> venue.place().country()),
    GAELTACHT(venue -> venue.place().gaeltacht()),
    LOCATION(Venue::location),
    TIME_ZONE(Venue::timeZone),
    WEBSITE(Venue::website),
    PHONE(Venue::phone),
    CLOSED(Venue::closed);

    private final Function<Venue, @Nullable Object> value;

    VenueField(Function<Venue, @Nullable Object> value) {
        this.value = value;
    }

    /** What the venue has there, or null where it has nothing. */
    public @Nullable Object of(Venue venue) {
        return value.apply(venue);
    }

    /** Those in which two states of a venue differ, in order. */
    public static Set<VenueField> differing(Venue one, Venue other) {
        EnumSet<VenueField> differing = EnumSet.noneOf(VenueField.class);
        for (VenueField field : values()) {
            if (!Objects.equals(field.of(one), field.of(other))) {
                differing.add(field);
            }
        }
        return differing;
    }
}

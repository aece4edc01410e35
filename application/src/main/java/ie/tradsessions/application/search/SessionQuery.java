package ie.tradsessions.application.search;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.Island;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Pace;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions somebody looks for. All conditions must hold; what is null or an empty set does not matter.
 *
 * @param town a town's name in any spelling that folds alike
 * @param text as typed; a session matches if each of its words begins a word of the session's name, the venue's names,
 *     the town, or the county in either language
 * @param days weekdays by the schedule, any of them
 * @param island with all its counties, in whatever country they are
 * @param night which night there has to be, cancelled or not
 * @param order where a {@link Builder} is given none: by distance if something near is asked for, else by rank
 */
public record SessionQuery(
        @Nullable Nearby near,
        @Nullable BoundingBox box,
        @Nullable County county,
        @Nullable Country country,
        @Nullable Island island,
        @Nullable String town,
        @Nullable String text,
        Set<DayOfWeek> days,
        @Nullable WhichNight night,
        Set<Pace> paces,
        Set<Admission> admissions,
        Set<Focus> focuses,
        SessionOrder order) {
    public SessionQuery {
        days = Set.copyOf(days);
        paces = Set.copyOf(paces);
        admissions = Set.copyOf(admissions);
        focuses = Set.copyOf(focuses);
        QueryWords.check(text);
        if (town != null && FoldedText.fold(town).isEmpty()) {
            throw new InvalidValue("town", "the name of a town, with a letter or a digit in it");
        }
        if (order == SessionOrder.DISTANCE && near == null) {
            throw new InvalidValue("sort", "rank, next or name; distance only together with near");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the conditions of a {@link SessionQuery} one by one. */
    public static final class Builder {
        private @Nullable Nearby near;
        private @Nullable BoundingBox box;
        private @Nullable County county;
        private @Nullable Country country;
        private @Nullable Island island;
        private @Nullable String town;
        private @Nullable String text;
        private Set<DayOfWeek> days = Set.of();
        private @Nullable WhichNight night;
        private Set<Pace> paces = Set.of();
        private Set<Admission> admissions = Set.of();
        private Set<Focus> focuses = Set.of();
        private @Nullable SessionOrder order;

        private Builder() {}

        public Builder near(@Nullable Nearby value) {
            near = value;
            return this;
        }

        public Builder box(@Nullable BoundingBox value) {
            box = value;
            return this;
        }

        public Builder county(@Nullable County value) {
            county = value;
            return this;
        }

        public Builder country(@Nullable Country value) {
            country = value;
            return this;
        }

        public Builder island(@Nullable Island value) {
            island = value;
            return this;
        }

        public Builder town(@Nullable String value) {
            town = value;
            return this;
        }

        public Builder text(@Nullable String value) {
            text = value;
            return this;
        }

        public Builder days(Set<DayOfWeek> value) {
            days = value;
            return this;
        }

        public Builder night(@Nullable WhichNight value) {
            night = value;
            return this;
        }

        public Builder on(@Nullable LocalDate date) {
            return night(date == null ? null : new WhichNight.Of(date));
        }

        public Builder paces(Set<Pace> value) {
            paces = value;
            return this;
        }

        public Builder admissions(Set<Admission> value) {
            admissions = value;
            return this;
        }

        public Builder focuses(Set<Focus> value) {
            focuses = value;
            return this;
        }

        public Builder order(@Nullable SessionOrder value) {
            order = value;
            return this;
        }

        /** @throws InvalidValue if the conditions do not go together */
        public SessionQuery build() {
            SessionOrder chosen = order;
            if (chosen == null) {
                chosen = near == null ? SessionOrder.RANK : SessionOrder.DISTANCE;
            }
            return new SessionQuery(
                    near, box, county, country, island, town, text, days, night, paces, admissions, focuses, chosen);
        }
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.Island;
import ie.tradsessions.domain.search.FoldedText;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tells of any one session whether a query asks for it. It looks at what is cheap first. Not thread-safe. */
final class SessionFilter {
    private final QueryWords words;
    private final @Nullable Nearby near;
    private final @Nullable BoundingBox box;
    private final @Nullable County county;
    private final @Nullable Country country;
    private final @Nullable Island island;
    private final @Nullable String foldedTown;
    private final int weekdays;
    private final @Nullable WhichNight night;
    private final int paces;
    private final int admissions;
    private final int focuses;
    private final Tonight tonight;

    /** @param moment at which it is judged what has ended, and which night is tonight */
    SessionFilter(SessionQuery query, Instant moment) {
        words = QueryWords.of(query.text());
        near = query.near();
        box = query.box();
        county = query.county();
        country = query.country();
        island = query.island();
        foldedTown = query.town() == null ? null : FoldedText.fold(query.town());
        weekdays = Weekdays.bits(query.days());
        night = query.night();
        paces = EtiquetteBits.setOf(query.paces());
        admissions = EtiquetteBits.setOf(query.admissions());
        focuses = EtiquetteBits.setOf(query.focuses());
        tonight = new Tonight(moment);
    }

    QueryWords words() {
        return words;
    }

    /** The town that is asked for, folded, or null. */
    @Nullable
    String foldedTown() {
        return foldedTown;
    }

    boolean matches(SessionRow row) {
        return matchesApartFromNear(row)
                && (near == null || near.point().metresTo(row.location()) <= near.radiusMetres());
    }

    /** Whether everything matches but perhaps the distance. */
    boolean matchesApartFromNear(SessionRow row) {
        return matchesEtiquette(row.etiquette())
                && (weekdays == 0 || (weekdays & row.weekdays()) != 0)
                && matchesPlace(row)
                && (night == null || row.hasNightOn(dateOf(night, row)))
                && words.match(row)
                && !row.hasEnded(tonight);
    }

    private LocalDate dateOf(WhichNight wanted, SessionRow row) {
        return switch (wanted) {
            case WhichNight.Of(var date) -> date;
            case WhichNight.Tonight() -> tonight.in(row.timeZone());
        };
    }

    private boolean matchesEtiquette(int etiquette) {
        return EtiquetteBits.hasPace(etiquette, paces)
                && EtiquetteBits.hasAdmission(etiquette, admissions)
                && EtiquetteBits.hasFocus(etiquette, focuses);
    }

    private boolean matchesPlace(SessionRow row) {
        return (county == null || county == row.county())
                && (island != Island.IRELAND || row.county() != null)
                && (country == null || country.equals(row.country()))
                && (foldedTown == null || foldedTown.equals(row.foldedTown()))
                && (box == null || box.contains(row.location()));
    }
}

package ie.tradsessions.application.session;

import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.session.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells of any one session whether a query asks for it, as directories need it that look at more sessions than they
 * answer with. It looks at what is cheap first, and only at what the query asks about. Not thread-safe.
 */
public final class SessionFilter {
    /** A session as a directory holds it. What is worked out of the card may be kept. */
    public interface Candidate {
        SessionCard card();

        /** The town's folded name, or null where there is none. */
        @Nullable
        String foldedTown();

        /** The terms of the session's name and those of its venue, as {@link SearchTerms#sorted} gives them. */
        List<String> terms();

        /** False where it is known already that it will not end by itself. */
        default boolean mayEnd() {
            return true;
        }
    }

    private final List<String> words;
    private final Instant now;
    private final List<Predicate<Candidate>> conditions = new ArrayList<>();
    private final Map<ZoneId, LocalDate> tonight = new HashMap<>();

    /** @param now the moment at which "ended" is judged */
    public SessionFilter(SessionQuery query, Instant now) {
        this.now = now;
        words = query.text() == null ? List.of() : FoldedText.words(query.text());
        addPlaces(query);
        addOneOf(query.paces(), candidate -> candidate.card().etiquette().pace());
        addOneOf(query.admissions(), candidate -> candidate.card().etiquette().admission());
        addOneOf(query.focuses(), candidate -> candidate.card().etiquette().focus());
        addNights(query);
        if (!words.isEmpty()) {
            conditions.add(candidate -> SearchTerms.match(candidate.terms(), words));
        }
        conditions.add(candidate -> !candidate.mayEnd() || !hasEnded(candidate.card()));
        Nearby near = query.near();
        if (near != null) {
            conditions.add(candidate -> near.point().metresTo(location(candidate)) <= near.radiusMetres());
        }
    }

    /** The folded words of the query's text. */
    public List<String> words() {
        return words;
    }

    public boolean matches(Candidate candidate) {
        for (Predicate<Candidate> condition : conditions) {
            if (!condition.test(candidate)) {
                return false;
            }
        }
        return true;
    }

    private void addPlaces(SessionQuery query) {
        BoundingBox box = query.box();
        if (box != null) {
            conditions.add(candidate -> box.contains(location(candidate)));
        }
        if (query.county() != null) {
            conditions.add(
                    candidate -> query.county() == candidate.card().venue().county());
        }
        Country country = query.country();
        if (country != null) {
            conditions.add(candidate -> country.equals(candidate.card().venue().country()));
        }
        if (query.town() != null) {
            String town = FoldedText.fold(query.town());
            conditions.add(candidate -> town.equals(candidate.foldedTown()));
        }
    }

    private void addNights(SessionQuery query) {
        if (!query.days().isEmpty()) {
            conditions.add(candidate -> candidate.card().timetable().schedule().recurrence().weekdays().stream()
                    .anyMatch(query.days()::contains));
        }
        LocalDate on = query.on();
        if (on != null) {
            conditions.add(candidate -> candidate.card().timetable().hasNightOn(on));
        }
    }

    private <E> void addOneOf(Set<E> wanted, Function<Candidate, E> actual) {
        if (!wanted.isEmpty()) {
            conditions.add(candidate -> wanted.contains(actual.apply(candidate)));
        }
    }

    private boolean hasEnded(SessionCard card) {
        LocalDate date = tonight.computeIfAbsent(card.venue().timeZone(), zone -> Timetable.nightOf(now, zone));
        return Freshness.hasEnded(card.timetable(), card.signs(), date);
    }

    private static GeoPoint location(Candidate candidate) {
        return candidate.card().venue().location();
    }
}

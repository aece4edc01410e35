package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.NameOrder;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.application.venue.VenueCard;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** All venues, arranged so that each question looks at few more than it answers with. Not thread-safe. */
final class VenueIndex {
    /** A venue with all that is worked out once for it. Two entries are equal only if they are one. */
    private static final class Entry {
        final Venue venue;
        final SortKey name;
        final List<String> terms;

        Entry(Venue venue) {
            this.venue = venue;
            name = SortKey.byText(NameOrder.of(venue.name()), venue.id().value());
            terms = SearchTerms.sorted(SearchTerms.of(venue));
        }
    }

    private static final char NAME = 'V';
    private static final char DISTANCE = 'W';

    private final Map<VenueId, Entry> entries = new HashMap<>();
    private final Map<Source, NavigableSet<VenueId>> bySource = new HashMap<>();
    private final Grid<Entry> byPlace = new Grid<>();
    private final Terms<Entry> byTerm = new Terms<>();

    void put(Venue venue) {
        Entry former = entries.get(venue.id());
        if (former != null) {
            former.venue.sources().forEach(source -> those(source).remove(venue.id()));
            byPlace.remove(former.venue.location(), former);
            byTerm.remove(former.terms, former);
        }
        Entry entry = new Entry(venue);
        entries.put(venue.id(), entry);
        venue.sources().forEach(source -> those(source).add(venue.id()));
        byPlace.add(venue.location(), entry);
        byTerm.add(entry.terms, entry);
    }

    Optional<VenueId> from(Source source) {
        return bySource.getOrDefault(source, Collections.emptyNavigableSet()).stream()
                .findFirst();
    }

    private Set<VenueId> those(Source source) {
        return bySource.computeIfAbsent(source, some -> new TreeSet<>());
    }

    List<Venue> within(GeoPoint point, double metres) {
        List<Venue> within = new ArrayList<>();
        byPlace.about(BoundingBox.around(point, metres))
                .forEach(cell -> cell.forEach(entry -> {
                    if (entry.venue.location().metresTo(point) <= metres) {
                        within.add(entry.venue);
                    }
                }));
        within.sort(Comparator.comparingDouble((Venue venue) -> venue.location().metresTo(point))
                .thenComparing(Venue::id));
        return within;
    }

    Page<VenueCard> find(VenueQuery query, int limit, @Nullable PageToken after, ToIntFunction<VenueId> countSessions) {
        List<String> words = query.text() == null ? List.of() : FoldedText.words(query.text());
        Nearby near = query.near();
        Ordered<Venue> found = new Ordered<>(limit, near == null ? NAME : DISTANCE, after);
        Consumer<Entry> offer = entry -> {
            Venue venue = entry.venue;
            boolean matches = SearchTerms.match(entry.terms, words)
                    && (query.county() == null
                            || query.county() == venue.place().county());
            if (!matches) {
                return;
            }
            if (near == null) {
                found.offer(entry.name, venue);
                return;
            }
            double metres = near.point().metresTo(venue.location());
            if (metres <= near.radiusMetres()) {
                found.offer(SortKey.byNumber(metres, venue.id().value()), venue);
            }
        };
        if (near != null) {
            byPlace.about(BoundingBox.around(near.point(), near.radiusMetres())).forEach(cell -> cell.forEach(offer));
        } else if (!words.isEmpty()) {
            byTerm.candidates(words).forEach(some -> some.forEach(offer));
        } else {
            entries.values().forEach(offer);
        }
        return found.page(venue -> new VenueCard(
                VenueSummary.of(venue), venue.irishName(), countSessions.applyAsInt(venue.id()), venue.sample()));
    }
}

package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.Position;
import ie.tradsessions.application.place.Nearby;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            name = SortKey.byText(FoldedText.fold(venue.name()), venue.id().value());
            terms = Terms.sorted(SearchTerms.of(venue));
        }
    }

    private final Map<VenueId, Entry> entries = new HashMap<>();
    private final Map<Source, VenueId> bySource = new HashMap<>();
    private final Grid<Entry> byPlace = new Grid<>();
    private final Terms<Entry> byTerm = new Terms<>();

    void put(Venue venue) {
        Entry former = entries.get(venue.id());
        if (former != null) {
            former.venue.sources().forEach(bySource::remove);
            byPlace.remove(former.venue.location(), former);
            byTerm.remove(former.terms, former);
        }
        Entry entry = new Entry(venue);
        entries.put(venue.id(), entry);
        venue.sources().forEach(source -> bySource.put(source, venue.id()));
        byPlace.add(venue.location(), entry);
        byTerm.add(entry.terms, entry);
    }

    Optional<VenueId> from(Source source) {
        return Optional.ofNullable(bySource.get(source));
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

    Page<VenueCard> find(VenueQuery query, int limit, @Nullable Position after, ToIntFunction<VenueId> countSessions) {
        List<String> words = query.text() == null ? List.of() : FoldedText.words(query.text());
        Nearby near = query.near();
        Ordered<Venue> found = new Ordered<>(limit, SortKey.of(after));
        Consumer<Entry> offer = entry -> {
            Venue venue = entry.venue;
            boolean matches = Terms.match(entry.terms, words)
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

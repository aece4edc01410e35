package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.Position;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionOrder;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.session.Freshness;
import ie.tradsessions.domain.session.Rank;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cards of all sessions, arranged so that each question looks at few more than it answers with. Not thread-safe. */
final class SessionIndex {
    /** A card with all that is worked out once for it. Two entries are equal only if they are one. */
    private static final class Entry {
        final SessionCard card;
        final SortKey rank;
        final String name;
        final @Nullable String town;
        final Set<String> terms;
        final Set<DayOfWeek> weekdays;

        Entry(SessionCard card, Venue venue) {
            this.card = card;
            String ownName = card.name();
            rank = SortKey.byNumber(-Rank.of(card.ratings(), card.signs()), card.id().value());
            name = FoldedText.fold(ownName != null ? ownName : card.venue().name());
            String itsTown = card.venue().town();
            town = itsTown == null ? null : FoldedText.fold(itsTown);
            terms = new HashSet<>(SearchTerms.of(venue));
            if (ownName != null) {
                terms.addAll(FoldedText.terms(ownName));
            }
            weekdays = card.timetable().schedule().recurrence().weekdays();
        }

        GeoPoint location() {
            return card.venue().location();
        }
    }

    private final Map<SessionId, Entry> entries = new HashMap<>();
    private final NavigableMap<SortKey, Entry> byRank = new TreeMap<>();
    private final Map<County, NavigableMap<SortKey, Entry>> byCounty = new EnumMap<>(County.class);
    private final Map<Country, NavigableMap<SortKey, Entry>> byCountry = new HashMap<>();
    private final Grid<Entry> byPlace = new Grid<>();
    private final Terms<Entry> byTerm = new Terms<>();

    void put(SessionCard card, Venue venue) {
        remove(card.id());
        Entry entry = new Entry(card, venue);
        entries.put(card.id(), entry);
        byRank.put(entry.rank, entry);
        County county = card.venue().county();
        if (county != null) {
            byCounty.computeIfAbsent(county, some -> new TreeMap<>()).put(entry.rank, entry);
        }
        byCountry.computeIfAbsent(card.venue().country(), some -> new TreeMap<>()).put(entry.rank, entry);
        byPlace.add(entry.location(), entry);
        byTerm.add(entry.terms, entry);
    }

    private void remove(SessionId id) {
        Entry entry = entries.remove(id);
        if (entry == null) {
            return;
        }
        byRank.remove(entry.rank);
        byCounty.values().forEach(some -> some.remove(entry.rank));
        byCountry.values().forEach(some -> some.remove(entry.rank));
        byPlace.remove(entry.location(), entry);
        byTerm.remove(entry.terms, entry);
    }

    Collection<SessionCard> cards(Collection<SessionId> ids) {
        List<SessionCard> cards = new ArrayList<>(ids.size());
        for (SessionId id : ids) {
            Entry entry = entries.get(id);
            if (entry != null) {
                cards.add(entry.card);
            }
        }
        return cards;
    }

    Page<SessionCard> find(SessionQuery query, Instant now, int limit, @Nullable Position after) {
        Conditions conditions = new Conditions(query, now);
        SortKey place = SortKey.of(after);
        NavigableMap<SortKey, Entry> ranked = rankedCandidates(query);
        Ordered<Entry> found = new Ordered<>(limit, place);
        if (ranked != null && query.order() == SessionOrder.RANK) {
            int kept = 0;
            for (Entry entry : (place == null ? ranked : ranked.tailMap(place, false)).values()) {
                if (conditions.hold(entry)) {
                    found.offer(entry.rank, entry);
                    if (++kept > limit) {
                        break;
                    }
                }
            }
        } else {
            Consumer<Entry> offer = entry -> {
                if (conditions.hold(entry)) {
                    found.offer(key(entry, query, now), entry);
                }
            };
            if (ranked != null) {
                ranked.values().forEach(offer);
            } else {
                forEachCandidate(query, conditions, offer);
            }
        }
        return found.page(entry -> entry.card);
    }

    /** Those that may match, in order of rank, where such an order is kept for them; else null. */
    private @Nullable NavigableMap<SortKey, Entry> rankedCandidates(SessionQuery query) {
        if (query.near() != null || query.box() != null || query.text() != null) {
            return null;
        }
        if (query.county() != null) {
            return byCounty.getOrDefault(query.county(), new TreeMap<>());
        }
        return query.country() != null ? byCountry.getOrDefault(query.country(), new TreeMap<>()) : byRank;
    }

    private void forEachCandidate(SessionQuery query, Conditions conditions, Consumer<Entry> action) {
        Nearby near = query.near();
        BoundingBox box = query.box();
        if (near != null) {
            byPlace.forEachAbout(BoundingBox.around(near.point(), near.radiusMetres()), action);
        } else if (!conditions.words.isEmpty()) {
            byTerm.candidates(conditions.words).forEach(action);
        } else if (box != null) {
            byPlace.forEachAbout(box, action);
        } else {
            // A text without a letter or digit in it asks for nothing in particular.
            byRank.values().forEach(action);
        }
    }

    private static SortKey key(Entry entry, SessionQuery query, Instant now) {
        String id = entry.card.id().value();
        Nearby near = query.near();
        return switch (query.order()) {
            case RANK -> entry.rank;
            case DISTANCE ->
                SortKey.byNumber(near == null ? 0 : near.point().metresTo(entry.location()), id);
            case NEXT ->
                SortKey.byNumber(
                        entry.card
                                .timetable()
                                .nextToBegin(now, entry.card.venue().timeZone())
                                .map(start -> (double) start.getEpochSecond())
                                .orElse(Double.POSITIVE_INFINITY),
                        id);
            case NAME -> SortKey.byText(entry.name, id);
        };
    }

    /** What a query asks of an entry, prepared once. */
    private static final class Conditions {
        private final SessionQuery query;
        private final Instant now;
        private final List<String> words;
        private final @Nullable String town;
        private final Map<ZoneId, LocalDate> tonight = new HashMap<>();

        Conditions(SessionQuery query, Instant now) {
            this.query = query;
            this.now = now;
            words = query.text() == null ? List.of() : FoldedText.words(query.text());
            town = query.town() == null ? null : FoldedText.fold(query.town());
        }

        boolean hold(Entry entry) {
            SessionCard card = entry.card;
            Timetable timetable = card.timetable();
            return (query.county() == null || query.county() == card.venue().county())
                    && (query.country() == null
                            || query.country().equals(card.venue().country()))
                    && (town == null || town.equals(entry.town))
                    && holds(query.paces(), card.etiquette().pace())
                    && holds(query.admissions(), card.etiquette().admission())
                    && holds(query.focuses(), card.etiquette().focus())
                    && (query.days().isEmpty() || query.days().stream().anyMatch(entry.weekdays::contains))
                    && (query.box() == null || query.box().contains(entry.location()))
                    && (query.near() == null
                            || query.near().point().metresTo(entry.location())
                                    <= query.near().radiusMetres())
                    && Terms.match(entry.terms, words)
                    && (query.on() == null || timetable.hasNightOn(query.on()))
                    && !Freshness.hasEnded(timetable, card.signs(), tonight(card));
        }

        private LocalDate tonight(SessionCard card) {
            return tonight.computeIfAbsent(
                    card.venue().timeZone(), zone -> Timetable.nightOf(now, zone));
        }

        private static <E> boolean holds(Set<E> wanted, E actual) {
            return wanted.isEmpty() || wanted.contains(actual);
        }
    }
}

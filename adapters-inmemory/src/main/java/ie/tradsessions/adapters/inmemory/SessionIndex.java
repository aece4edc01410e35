package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.NameOrder;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.session.SessionFilter;
import ie.tradsessions.application.session.SessionOrder;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.domain.feedback.Rank;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cards of all sessions, arranged so that each question looks at few more than it answers with. Not thread-safe. */
final class SessionIndex {
    /** A session that still has a night then has one after every day before. */
    private static final LocalDate FAR_AHEAD = LocalDate.of(9000, 1, 1);

    /** A card with all that is worked out once for it. Two entries are equal only if they are one. */
    private static final class Entry implements SessionFilter.Candidate {
        final SessionCard card;
        final SortKey rank;
        final String name;
        final @Nullable String town;
        final List<String> terms;
        final Circle.Direction direction;
        final boolean endless;
        private @Nullable Begin next;

        /**
         * When the next night begins, as worked out at one moment; the same for every moment from then to that night.
         *
         * @param second of the epoch; infinite where no night is known
         */
        private record Begin(Instant workedOut, double second) {}

        Entry(SessionCard card, Venue venue) {
            this.card = card;
            String ownName = card.name();
            rank = SortKey.byNumber(
                    -Rank.of(card.ratings(), card.signs()), card.id().value());
            name = NameOrder.of(ownName != null ? ownName : card.venue().name());
            String itsTown = card.venue().town();
            town = itsTown == null ? null : FoldedText.fold(itsTown);
            Set<String> words = new HashSet<>(SearchTerms.of(venue));
            if (ownName != null) {
                words.addAll(FoldedText.terms(ownName));
            }
            terms = SearchTerms.sorted(words);
            Schedule schedule = card.timetable().schedule();
            direction = Circle.Direction.of(location());
            // With a season it depends on the years to come whether there is a night; without one, never.
            endless = schedule.season() == null
                    && !card.signs().over()
                    && card.timetable().dateOnOrAfter(FAR_AHEAD).isPresent();
        }

        @Override
        public SessionCard card() {
            return card;
        }

        @Override
        public @Nullable String foldedTown() {
            return town;
        }

        @Override
        public List<String> terms() {
            return terms;
        }

        @Override
        public boolean mayEnd() {
            return !endless;
        }

        GeoPoint location() {
            return card.venue().location();
        }

        /** In seconds of the epoch. Readers may race here: they only work out the same thing twice. */
        double nextToBegin(Instant now) {
            Begin known = next;
            if (known == null || now.isBefore(known.workedOut) || now.getEpochSecond() >= known.second) {
                known = new Begin(
                        now,
                        card.timetable()
                                .nextToBegin(now, card.venue().timeZone())
                                .map(start -> (double) start.getEpochSecond())
                                .orElse(Double.POSITIVE_INFINITY));
                next = known;
            }
            return known.second;
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
        byCountry
                .computeIfAbsent(card.venue().country(), some -> new TreeMap<>())
                .put(entry.rank, entry);
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

    Page<SessionCard> find(SessionQuery query, Instant now, int limit, @Nullable PageToken after) {
        Search search = new Search(query, now, new Ordered<>(limit, letter(query.order()), after));
        SortKey place = search.found.after();
        NavigableMap<SortKey, Entry> ranked = ranked(query);
        Collection<Set<Entry>> candidates = candidates(query, search.filter.words());
        if (query.order() == SessionOrder.RANK && (candidates == null || areMany(candidates, limit, ranked.size()))) {
            for (Entry entry : (place == null ? ranked : ranked.tailMap(place, false)).values()) {
                search.consider(entry);
                if (search.found.isFull()) {
                    break;
                }
            }
        } else if (candidates == null) {
            ranked.values().forEach(search::consider);
        } else {
            search.narrow(candidates, limit, place);
            candidates.forEach(some -> some.forEach(search::consider));
        }
        return search.found.page(entry -> entry.card);
    }

    private static char letter(SessionOrder order) {
        return switch (order) {
            case RANK -> 'R';
            case DISTANCE -> 'D';
            case NEXT -> 'B';
            case NAME -> 'N';
        };
    }

    /** In order of rank, all that can match. */
    private NavigableMap<SortKey, Entry> ranked(SessionQuery query) {
        if (query.county() != null) {
            return byCounty.getOrDefault(query.county(), Collections.emptyNavigableMap());
        }
        return query.country() != null
                ? byCountry.getOrDefault(query.country(), Collections.emptyNavigableMap())
                : byRank;
    }

    /** Those that can match by where they are or by the words about them; null where the query says nothing of that. */
    private @Nullable Collection<Set<Entry>> candidates(SessionQuery query, List<String> words) {
        Nearby near = query.near();
        if (near != null) {
            return byPlace.about(BoundingBox.around(near.point(), near.radiusMetres()));
        }
        if (!words.isEmpty()) {
            return byTerm.candidates(words);
        }
        BoundingBox box = query.box();
        return box == null ? null : byPlace.about(box);
    }

    /** Whether going through all by rank meets enough of the candidates sooner than one is through with these. */
    private static boolean areMany(Collection<Set<Entry>> candidates, int limit, int all) {
        long count = count(candidates);
        return count * count > (long) limit * all;
    }

    private static int count(Collection<Set<Entry>> some) {
        int count = 0;
        for (Set<Entry> entries : some) {
            count += entries.size();
        }
        return count;
    }

    /** One query on its way through the entries. It looks at what is cheap first, and only at what it is asked for. */
    private static final class Search {
        final Ordered<Entry> found;
        final SessionFilter filter;
        private final SessionQuery query;
        private final Instant now;
        private final @Nullable Nearby near;
        private final @Nullable Circle circle;

        Search(SessionQuery query, Instant now, Ordered<Entry> found) {
            this.query = query;
            this.now = now;
            this.found = found;
            filter = new SessionFilter(query, now);
            near = query.near();
            circle = near == null ? null : new Circle(near.point(), near.radiusMetres());
        }

        void consider(Entry entry) {
            if (circle != null && !circle.mayHold(entry.direction)) {
                return;
            }
            SortKey key = key(entry);
            if (found.wants(key) && filter.matches(entry)) {
                found.offer(key, entry);
            }
        }

        /** Shrinks the circle to what a page needs, so that only so much has to be measured and put in order. */
        void narrow(Collection<Set<Entry>> candidates, int limit, @Nullable SortKey after) {
            if (circle == null || near == null || query.order() != SessionOrder.DISTANCE) {
                return;
            }
            Circle before = after == null ? null : new Circle(near.point(), after.number());
            double[] chords = new double[count(candidates)];
            int matching = 0;
            for (Set<Entry> some : candidates) {
                for (Entry entry : some) {
                    boolean here = circle.mayHold(entry.direction)
                            && (before == null || !before.mayHold(entry.direction))
                            && filter.matches(entry);
                    if (here) {
                        chords[matching++] = circle.squaredChordTo(entry.direction);
                    }
                }
            }
            if (matching > limit) {
                Arrays.sort(chords, 0, matching);
                circle.shrinkTo(chords[limit]);
            }
        }

        private SortKey key(Entry entry) {
            String id = entry.card.id().value();
            return switch (query.order()) {
                case RANK -> entry.rank;
                case DISTANCE ->
                    SortKey.byNumber(near == null ? 0 : near.point().metresTo(entry.location()), id);
                case NEXT -> SortKey.byNumber(entry.nextToBegin(now), id);
                case NAME -> SortKey.byText(entry.name, id);
            };
        }
    }
}

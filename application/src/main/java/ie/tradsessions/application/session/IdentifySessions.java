package ie.tradsessions.application.session;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which session each record of a data set is, so that a record that was edited stays the session that it was.
 *
 * <p>A record is the session that its key names. Otherwise it is one of those that were imported from the data set at
 * its venue: the one with the same dates and start, or else one of the same kind of recurrence and the same start, if no
 * other record fits that one better. All records of a data set are looked at together, and their order does not matter.
 * A session that a member shared here is never one of them.
 */
public final class IdentifySessions {
    private final Sessions sessions;
    private final SearchIndex index;

    public IdentifySessions(Sessions sessions, SearchIndex index) {
        this.sessions = sessions;
        this.index = index;
    }

    public record Query(String dataset, List<Described> records) {
        public Query {
            records = List.copyOf(records);
        }
    }

    /** @param key what identifies the record in its data set, or null where the data set gives no key */
    public record Described(@Nullable String key, VenueId venue, SessionDescription description, Schedule schedule) {}

    public sealed interface Identity {
        /** It is this session, which may be a new one. */
        record Of(SessionId session) implements Identity {}

        /** An earlier record has the same key. */
        record SameKey() implements Identity {}

        /** Without a key it cannot be told from another record at the same venue with the same dates and start. */
        record KeyNeeded() implements Identity {}
    }

    /** For each record what it is, in the order of the records. */
    public List<Identity> identify(Query query) {
        return new Matching(query, index.latest()).identities();
    }

    /** How sure it is that a record is a session, surest first. */
    private enum Sureness {
        SAME_DATES,
        /** It had the record's venue, dates and start once, and was changed here. */
        ONCE_THE_SAME,
        SIMILAR
    }

    private record Pair(int record, Session session, Sureness sureness, double likeness) {}

    /** A venue, a kind of recurrence and a start. */
    private record Group(VenueId venue, Class<?> kind, LocalTime start) {
        static Group of(VenueId venue, Schedule schedule) {
            return new Group(venue, schedule.recurrence().getClass(), schedule.start());
        }
    }

    /** A venue, the dates on which something is on there, and its start. */
    private record Dates(VenueId venue, Recurrence recurrence, LocalTime start) {
        static Dates of(VenueId venue, Schedule schedule) {
            return new Dates(venue, schedule.recurrence().canonical(), schedule.start());
        }
    }

    private final class Matching {
        private final String dataset;
        private final List<Described> records;
        private final Index current;
        private final Set<String> keys = new HashSet<>();
        private final Map<Integer, Identity> found = new HashMap<>();
        private final Set<SessionId> taken = new HashSet<>();
        private final Map<VenueId, List<Session>> known = new HashMap<>();
        private final Map<VenueId, Map<Dates, List<Session>>> knownByDates = new HashMap<>();

        Matching(Query query, Index current) {
            dataset = query.dataset();
            records = query.records();
            this.current = current;
        }

        List<Identity> identities() {
            findByKey();
            findByDates();
            refuseTwins();
            findSimilar();
            List<Identity> identities = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                Identity identity = found.get(i);
                identities.add(identity != null ? identity : new Identity.Of(newId(records.get(i))));
            }
            return List.copyOf(identities);
        }

        private void findByKey() {
            for (int i = 0; i < records.size(); i++) {
                String key = records.get(i).key();
                if (key != null && !keys.add(key)) {
                    found.put(i, new Identity.SameKey());
                }
            }
            eachUnknown((record, i) -> {
                String key = record.key();
                if (key != null) {
                    find(new SessionKey(dataset, key).toId())
                            .or(() -> importedAt(record.venue()).stream()
                                    .filter(session -> key.equals(keyOf(session)))
                                    .findFirst())
                            .ifPresent(session -> take(i, session));
                }
            });
        }

        private void findByDates() {
            List<Pair> pairs = new ArrayList<>();
            eachUnknown((record, i) -> {
                importedOn(Dates.of(record.venue(), record.schedule())).stream()
                        .filter(session -> mayBe(record, session))
                        .forEach(session -> pairs.add(pair(i, session, Sureness.SAME_DATES)));
                if (record.key() == null) {
                    find(derivedKey(record).toId())
                            .filter(session -> isImported(session) || session.origin() == null)
                            .filter(session ->
                                    mayBe(record, session) && !groupOf(session).equals(groupOf(record)))
                            .ifPresent(session -> pairs.add(pair(i, session, Sureness.ONCE_THE_SAME)));
                }
            });
            pairs.sort(surestFirst());
            for (Pair pair : pairs) {
                if (!found.containsKey(pair.record())
                        && !taken.contains(pair.session().id())) {
                    take(pair.record(), pair.session());
                }
            }
        }

        /** Of records without a key that are on the same dates the one that was found stays, or else the first. */
        private void refuseTwins() {
            Map<Dates, Integer> first = new HashMap<>();
            List<Integer> byFound = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                if (records.get(i).key() == null) {
                    byFound.add(i);
                }
            }
            byFound.sort(Comparator.comparing(i -> !found.containsKey(i)));
            for (int i : byFound) {
                Described record = records.get(i);
                if (first.putIfAbsent(Dates.of(record.venue(), record.schedule()), i) != null) {
                    found.put(i, new Identity.KeyNeeded());
                }
            }
        }

        private void findSimilar() {
            Map<Group, List<Integer>> left = new LinkedHashMap<>();
            eachUnknown((record, i) -> left.computeIfAbsent(groupOf(record), none -> new ArrayList<>())
                    .add(i));
            left.forEach(this::findSimilar);
        }

        private void findSimilar(Group group, List<Integer> left) {
            List<Session> candidates = new ArrayList<>(importedAt(group.venue()).stream()
                    .filter(session -> !taken.contains(session.id()))
                    .filter(session -> session.timetable().endedOn() == null)
                    .filter(session -> groupOf(session).equals(group))
                    .toList());
            List<Pair> pairs = new ArrayList<>();
            for (int i : left) {
                for (Session session : candidates) {
                    if (mayBe(records.get(i), session) && Likeness.isPlausible(records.get(i), session)) {
                        pairs.add(pair(i, session, Sureness.SIMILAR));
                    }
                }
            }
            pairs.sort(surestFirst());
            Set<Integer> open = new HashSet<>(left);
            for (Pair pair : pairs) {
                boolean free = open.contains(pair.record())
                        && !taken.contains(pair.session().id());
                // Where a few records could be any of more sessions, a guess might overwrite the wrong one.
                if (free && (open.size() >= untaken(candidates) || !isOneOfSeveral(pair, pairs))) {
                    take(pair.record(), pair.session());
                    open.remove(pair.record());
                }
            }
        }

        private long untaken(List<Session> candidates) {
            return candidates.stream()
                    .filter(session -> !taken.contains(session.id()))
                    .count();
        }

        private boolean isOneOfSeveral(Pair pair, List<Pair> pairs) {
            return pairs.stream()
                    .anyMatch(other -> other.record() == pair.record()
                            && other.likeness() == pair.likeness()
                            && !other.session().id().equals(pair.session().id())
                            && !taken.contains(other.session().id()));
        }

        /** Where two are alike the calendar decides, and not the order of the records. */
        private Comparator<Pair> surestFirst() {
            return Comparator.comparing(Pair::sureness)
                    .thenComparing(Pair::likeness, Comparator.reverseOrder())
                    .thenComparing(
                            pair -> Likeness.inOrder(records.get(pair.record()).schedule()))
                    .thenComparing(pair -> Likeness.inOrder(schedule(pair.session())))
                    .thenComparing(pair -> records.get(pair.record()).toString())
                    .thenComparing(pair -> pair.session().id());
        }

        private Pair pair(int record, Session session, Sureness sureness) {
            return new Pair(record, session, sureness, Likeness.of(records.get(record), session));
        }

        private void take(int record, Session session) {
            found.put(record, new Identity.Of(session.id()));
            taken.add(session.id());
        }

        /** A key that the session has and the record has not, or another record has, speaks against it. */
        private boolean mayBe(Described record, Session session) {
            String key = keyOf(session);
            return !taken.contains(session.id()) && (key == null || (record.key() == null && !keys.contains(key)));
        }

        private SessionId newId(Described record) {
            SessionKey key = record.key() == null ? derivedKey(record) : new SessionKey(dataset, record.key());
            SessionId id = key.toId();
            // The session that had these dates first may have others now.
            for (int number = 2; taken.contains(id) || find(id).isPresent(); number++) {
                id = new SessionKey(dataset, key.key() + " #" + number).toId();
            }
            taken.add(id);
            return id;
        }

        private SessionKey derivedKey(Described record) {
            return SessionKey.derivedFrom(dataset, record.venue(), record.schedule());
        }

        private List<Session> importedAt(VenueId venue) {
            return known.computeIfAbsent(
                    venue,
                    id -> Stream.concat(current.sessionsAt(id).stream(), current.takenDownAt(id).stream())
                            .filter(card -> !card.sample())
                            .flatMap(card -> find(card.id()).stream())
                            .filter(this::isImported)
                            .toList());
        }

        private List<Session> importedOn(Dates dates) {
            return knownByDates
                    .computeIfAbsent(
                            dates.venue(),
                            venue -> importedAt(venue).stream()
                                    .collect(Collectors.groupingBy(
                                            session -> Dates.of(session.venue(), schedule(session)))))
                    .getOrDefault(dates, List.of());
        }

        private Optional<Session> find(SessionId id) {
            return sessions.find(id).map(Versioned::value);
        }

        /** One that was imported before origins were kept is known by its identifier, unless it was changed since. */
        private boolean isImported(Session session) {
            Origin origin = session.origin();
            return origin != null
                    ? origin.dataset().equals(dataset)
                    : SessionKey.derivedFrom(dataset, session.venue(), schedule(session))
                            .toId()
                            .equals(session.id());
        }

        private void eachUnknown(ObjIntConsumer<Described> consumer) {
            for (int i = 0; i < records.size(); i++) {
                if (!found.containsKey(i)) {
                    consumer.accept(records.get(i), i);
                }
            }
        }
    }

    private static Group groupOf(Described record) {
        return Group.of(record.venue(), record.schedule());
    }

    private static Group groupOf(Session session) {
        return Group.of(session.venue(), schedule(session));
    }

    private static Schedule schedule(Session session) {
        return session.timetable().schedule();
    }

    private static @Nullable String keyOf(Session session) {
        return session.origin() == null ? null : session.origin().key();
    }
}

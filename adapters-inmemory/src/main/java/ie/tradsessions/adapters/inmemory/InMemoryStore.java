package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.search.Journal;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one memory holds; {@link InMemoryStorage} has the ports to it. Each call is one step that nobody sees half of. All
 * that goes in and out is immutable.
 */
public final class InMemoryStore {
    private static final Comparator<Journal.Entry> BY_TIME = Comparator.comparing(Journal.Entry::at)
            .thenComparing(Journal.Entry::key)
            .thenComparingLong(Journal.Entry::version);

    private static final Comparator<Snapshots.Head> BY_MOMENT =
            Comparator.comparing(Snapshots.Head::asOf).thenComparing(Snapshots.Head::madeAt);

    private final Map<AggregateKey, StoredAggregate> aggregates = new TreeMap<>();
    private final NavigableSet<Journal.Entry> journal = new TreeSet<>(BY_TIME);
    private final Map<Integer, Snapshot> snapshots = new HashMap<>();

    private final Map<MemberId, MemberFile> members = new HashMap<>();
    private final Map<VenueId, NavigableMap<Long, VenueChange>> venueChanges = new HashMap<>();

    private record Snapshot(Snapshots.Head head, List<byte[]> chunks) {}

    synchronized Optional<StoredAggregate> find(AggregateKey key) {
        return Optional.ofNullable(aggregates.get(key));
    }

    synchronized List<StoredAggregate> all() {
        return List.copyOf(aggregates.values());
    }

    synchronized List<StoredAggregate> all(Collection<AggregateKey> keys) {
        List<StoredAggregate> found = new ArrayList<>();
        keys.forEach(key -> find(key).ifPresent(found::add));
        return found;
    }

    /** Stores what has the version after the one expected, with its entry in the journal. */
    synchronized SaveOutcome save(StoredAggregate next, Instant at) {
        long stored = find(next.key()).map(StoredAggregate::version).orElse(SaveOutcome.NEW);
        if (next.version() != stored + 1) {
            return new SaveOutcome.Stale(stored);
        }
        aggregates.put(next.key(), next);
        journal.add(new Journal.Entry(at, next.key(), next.version()));
        return new SaveOutcome.Saved(next.version());
    }

    synchronized MemberFile member(MemberId member) {
        return members.getOrDefault(member, MemberFile.empty(member));
    }

    /** Newest first. */
    synchronized List<VenueChange> changesOf(VenueId venue) {
        NavigableMap<Long, VenueChange> changes = venueChanges.get(venue);
        return changes == null ? List.of() : List.copyOf(changes.descendingMap().values());
    }

    /** Stores all of the changes, or nothing where one of them is not of the version after the one stored. */
    synchronized ChangeOutcome save(List<Change> changes, Instant at) {
        if (!changes.stream().allMatch(this::isNext)) {
            return new ChangeOutcome.Stale();
        }
        changes.forEach(change -> put(change, at));
        return new ChangeOutcome.Saved();
    }

    private boolean isNext(Change change) {
        return switch (change) {
            case Change.Save(var next) ->
                next.version()
                        == 1 + find(next.key()).map(StoredAggregate::version).orElse(SaveOutcome.NEW);
            case Change.SaveProfile(var profile, var version) ->
                version == member(profile.id()).profileVersion() + 1;
            case Change.SaveFavourites(var favourites, var version) ->
                version == member(favourites.member()).favourites().version() + 1;
            case Change.SaveActivity(var activity, var version) ->
                version == member(activity.member()).activity().version() + 1;
            case Change.Drop(var member, var part, var version) ->
                version
                        == switch (part) {
                            case PROFILE -> member(member).profileVersion();
                            case FAVOURITES -> member(member).favourites().version();
                            case ACTIVITY -> member(member).activity().version();
                        };
            case Change.KeepVenueChange kept -> true;
        };
    }

    private void put(Change change, Instant at) {
        switch (change) {
            case Change.Save(var next) -> save(next, at);
            case Change.SaveProfile(var profile, var version) -> {
                MemberFile file = member(profile.id());
                put(profile.id(), file.withProfile(profile, version));
            }
            case Change.SaveFavourites(var favourites, var version) -> {
                MemberFile file = member(favourites.member());
                put(favourites.member(), file.withFavourites(new Versioned<>(favourites, version)));
            }
            case Change.SaveActivity(var activity, var version) -> {
                MemberFile file = member(activity.member());
                put(activity.member(), file.withActivity(new Versioned<>(activity, version)));
            }
            case Change.Drop(var member, var part, var version) -> drop(member, part);
            case Change.KeepVenueChange(var kept) ->
                venueChanges
                        .computeIfAbsent(kept.venue(), venue -> new TreeMap<>())
                        .put(kept.version(), kept);
        }
    }

    private void drop(MemberId member, Change.Part part) {
        MemberFile file = member(member);
        MemberFile empty = MemberFile.empty(member);
        put(
                member,
                switch (part) {
                    case PROFILE -> file.withProfile(null, 0);
                    case FAVOURITES -> file.withFavourites(empty.favourites());
                    case ACTIVITY -> file.withActivity(empty.activity());
                });
    }

    /** Nothing is kept where there is nothing. */
    private void put(MemberId member, MemberFile file) {
        if (file.equals(MemberFile.empty(member))) {
            members.remove(member);
        } else {
            members.put(member, file);
        }
    }

    synchronized Journal.Tail since(Instant from, int max) {
        List<Journal.Entry> entries = new ArrayList<>();
        for (Journal.Entry entry : journal.tailSet(first(from), true)) {
            if (entries.size() == max) {
                return new Journal.Tail(entries, false);
            }
            entries.add(entry);
        }
        return new Journal.Tail(entries, true);
    }

    synchronized void expireBefore(Instant moment) {
        journal.headSet(first(moment), false).clear();
    }

    synchronized Optional<Snapshots.Head> head(int format) {
        return Optional.ofNullable(snapshots.get(format)).map(Snapshot::head);
    }

    synchronized Optional<List<byte[]>> chunks(Snapshots.Head head) {
        return snapshots.values().stream()
                .filter(snapshot -> snapshot.head().equals(head))
                .findFirst()
                .map(snapshot -> copied(snapshot.chunks()));
    }

    synchronized boolean publish(int format, Snapshots.Head head, List<byte[]> chunks) {
        Snapshot current = snapshots.get(format);
        if (current != null && BY_MOMENT.compare(head, current.head()) <= 0) {
            return false;
        }
        snapshots.put(format, new Snapshot(head, copied(chunks)));
        return true;
    }

    private static List<byte[]> copied(List<byte[]> chunks) {
        return chunks.stream().map(byte[]::clone).toList();
    }

    /** Comes before every entry of its time. */
    private static Journal.Entry first(Instant at) {
        return new Journal.Entry(at, new AggregateKey(AggregateKey.Kind.VENUE, ""), 0);
    }
}

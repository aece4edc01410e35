package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.UnreadableAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.search.Journal;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.SessionId;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private final ModerationMemory moderation = new ModerationMemory();

    private final Map<SessionId, NavigableMap<Integer, Versioned<Review>>> reviews = new HashMap<>();
    private final Map<MemberId, NavigableMap<SessionId, Versioned<Voice>>> voices = new HashMap<>();

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

    synchronized <T> T moderation(Function<ModerationMemory, T> question) {
        return question.apply(moderation);
    }

    /** Newest first. */
    synchronized List<VenueChange> changesOf(VenueId venue) {
        NavigableMap<Long, VenueChange> changes = venueChanges.get(venue);
        return changes == null ? List.of() : List.copyOf(changes.descendingMap().values());
    }

    synchronized Optional<Versioned<Review>> review(SessionId session, int number) {
        NavigableMap<Integer, Versioned<Review>> its = reviews.get(session);
        return its == null ? Optional.empty() : Optional.ofNullable(its.get(number));
    }

    /** Newest first. */
    synchronized List<Versioned<Review>> reviewsOf(SessionId session) {
        NavigableMap<Integer, Versioned<Review>> its = reviews.get(session);
        return its == null ? List.of() : List.copyOf(its.descendingMap().values());
    }

    synchronized List<Review> allReviews() {
        return reviews.values().stream()
                .flatMap(its -> its.values().stream())
                .map(Versioned::value)
                .toList();
    }

    synchronized List<Voice> allVoices() {
        return voices.values().stream()
                .flatMap(its -> its.values().stream())
                .map(Versioned::value)
                .toList();
    }

    synchronized Versioned<Voice> voice(MemberId member, SessionId session) {
        NavigableMap<SessionId, Versioned<Voice>> its = voices.get(member);
        Versioned<Voice> none = new Versioned<>(Voice.none(member, session), 0);
        return its == null ? none : its.getOrDefault(session, none);
    }

    synchronized List<Versioned<Voice>> voicesOf(MemberId member) {
        NavigableMap<SessionId, Versioned<Voice>> its = voices.get(member);
        return its == null ? List.of() : List.copyOf(its.values());
    }

    synchronized Optional<SessionPage> page(SessionId id) {
        StoredAggregate.OfSession session = null;
        Versioned<Feedback> feedback = new Versioned<>(Feedback.none(id), 0);
        for (StoredAggregate one : all(List.of(AggregateKey.of(id), AggregateKey.feedbackOf(id)))) {
            switch (one) {
                case StoredAggregate.OfSession found -> session = found;
                case StoredAggregate.OfFeedback(var found, var version) -> feedback = new Versioned<>(found, version);
                case StoredAggregate.Unreadable unreadable -> throw new UnreadableAggregate(unreadable);
                case StoredAggregate.OfVenue venue -> {}
                case StoredAggregate.Deleted(var key, var version) ->
                    feedback = key.kind() == AggregateKey.Kind.FEEDBACK
                            ? new Versioned<>(Feedback.none(id), version)
                            : feedback;
            }
        }
        List<Review> newest = reviewsOf(id).stream()
                .map(Versioned::value)
                .filter(Review::isShown)
                .limit(Tally.NEWEST)
                .toList();
        return session == null
                ? Optional.empty()
                : Optional.of(new SessionPage(
                        session.version(), session.session(), feedback.version(), feedback.value(), newest));
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
                            case BLOCK -> member(member).blockVersion();
                        };
            case Change.SaveReview(var before, var after) -> isStored(before, after);
            case Change.SaveVoice(var voice, var version) ->
                version == voice(voice.member(), voice.session()).version() + 1;
            case Change.DropVoice(var member, var session, var version) ->
                version == voice(member, session).version();
            case Change.SaveBlock(var block, var version) ->
                version == member(block.member()).blockVersion() + 1;
            case Change.KeepVenueChange kept -> true;
            case Change.OfModeration its -> moderation.isNext(its);
        };
    }

    /** Whether a review is stored as it was before or, where it is new, not at all. */
    private boolean isStored(@Nullable Versioned<Review> before, @Nullable Review after) {
        if (before != null) {
            return review(before.value().session(), before.value().number())
                    .filter(stored -> stored.version() == before.version())
                    .isPresent();
        }
        return after != null && review(after.session(), after.number()).isEmpty();
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
            case Change.SaveBlock(var block, var version) -> {
                MemberFile file = member(block.member());
                put(block.member(), file.withBlock(new Versioned<>(block, version)));
            }
            case Change.SaveReview(var before, var after) -> put(before, after);
            case Change.SaveVoice(var voice, var version) ->
                voices.computeIfAbsent(voice.member(), member -> new TreeMap<>())
                        .put(voice.session(), new Versioned<>(voice, version));
            case Change.DropVoice(var member, var session, var version) -> {
                voices.getOrDefault(member, new TreeMap<>()).remove(session);
            }
            case Change.Drop(var member, var part, var version) -> drop(member, part);
            case Change.OfModeration its -> moderation.put(its);
            case Change.KeepVenueChange(var kept) ->
                venueChanges
                        .computeIfAbsent(kept.venue(), venue -> new TreeMap<>())
                        .put(kept.version(), kept);
        }
    }

    private void put(@Nullable Versioned<Review> before, @Nullable Review after) {
        if (before != null) {
            reviews.getOrDefault(before.value().session(), new TreeMap<>())
                    .remove(before.value().number());
        }
        if (after != null) {
            reviews.computeIfAbsent(after.session(), session -> new TreeMap<>())
                    .put(after.number(), new Versioned<>(after, before == null ? 1 : before.version() + 1));
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
                    case BLOCK -> file.withBlock(null);
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

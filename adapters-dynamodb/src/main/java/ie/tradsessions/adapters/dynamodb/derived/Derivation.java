package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.card.UnreadableBytes;
import ie.tradsessions.adapters.dynamodb.table.CorruptItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.PutOutcome;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes what is derived from an aggregate what it should be: the lists in which it stands, the counts, and the copies
 * of a venue that its sessions hold. It looks only at what is stored now, so it does no harm to call it again, late, or
 * in another order.
 *
 * <p>It may be at work on one aggregate several times at once. Before it writes, it notes in the aggregate's manifest
 * what it is about to write; whoever comes next finds the note and clears up behind it. At the end it takes the note
 * back, but only if nobody has touched the manifest since: else it starts again, since what it wrote may have come after
 * what the other wrote. The counts change in the same transaction as the manifest, hence exactly once.
 */
public final class Derivation {
    /** Longer than a function may run, so that whoever began an attempt before is no longer at it. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(16);

    /** How often others may come in between before this gives up for now. */
    private static final int TURNS = 20;

    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final Table table;
    private final Subjects subjects;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    /**
     * @param clock tells which sessions have ended for good
     * @param tokens unlike each other
     */
    public Derivation(Table table, InstantSource clock, Supplier<String> tokens) {
        this.table = table;
        this.clock = clock;
        this.tokens = tokens;
        subjects = new Subjects(table, clock);
    }

    /**
     * Makes true what is derived from the venue or session of a partition.
     *
     * @return the partitions of which something else is derived that this has changed
     */
    public Set<String> refresh(String partition) {
        return bring(partition, false);
    }

    /**
     * Makes true what is derived from whatever an item is part of, as a record of the table's stream tells of it.
     *
     * @param key the attributes of the item's key
     */
    public void changed(Map<String, String> key) {
        Key changed = new Key(key.getOrDefault(Key.PARTITION, ""), key.getOrDefault(Key.SORT, ""));
        if (concerns(changed)) {
            refresh(changed.partition());
        }
    }

    /** Whether anything is derived from an item: of what a stream tells, this is to be known, and the rest is noise. */
    public static boolean concerns(Key key) {
        return Subjects.isSubject(key.partition()) && !key.sort().equals(Manifest.SORT);
    }

    /** As {@link #refresh}, and all that follows from it; if it throws, the rest is left to the table's stream. */
    public void refreshAll(Collection<String> partitions) {
        Set<String> rest = new TreeSet<>(partitions);
        while (!rest.isEmpty()) {
            String partition = rest.iterator().next();
            rest.remove(partition);
            rest.addAll(refresh(partition));
        }
    }

    /** As {@link #refresh}, but trusts nothing that is derived already. */
    Set<String> repair(String partition) {
        return bring(partition, true);
    }

    Subjects subjects() {
        return subjects;
    }

    private Set<String> bring(String partition, boolean repair) {
        Set<String> followers = new HashSet<>();
        String token = tokens.get();
        boolean forced = repair;
        for (int turn = 0; turn < TURNS; turn++) {
            Optional<Subject> found = subjects.read(partition, repair);
            if (found.isEmpty()) {
                return followers;
            }
            Subject subject = found.get();
            Map<String, AttributeValue> derived = subject.derived();
            if (!forced && subject.manifest().stands(derived, subject.version())) {
                subjects.dropOldCopies(subject, tokens);
                return followers;
            }
            Manifest.Attempt attempt = new Manifest.Attempt(derived, token, now());
            Manifest begun = subject.manifest().begun(attempt);
            if (table.put(begun.at(partition), subject.manifest().unchanged()) instanceof PutOutcome.Refused) {
                fallOutOfStep(turn);
                continue;
            }
            followers.addAll(write(subject, derived, begun, forced, repair));
            if (end(subject, begun, attempt, repair)) {
                subjects.dropOldCopies(subject, tokens);
                return followers;
            }
            fallOutOfStep(turn);
            forced = true;
        }
        throw new StorageUnavailable(
                Duration.ofSeconds(1), new IllegalStateException(partition + " keeps being changed by others"));
    }

    private Set<String> write(
            Subject subject, Map<String, AttributeValue> derived, Manifest begun, boolean forced, boolean repair) {
        Map<Key, Item> wanted = byKey(subject.items(derived));
        Map<Key, Item> known = byKey(former(begun.current(), subject::items, List.of(), repair));
        boolean sure = !forced && begun.attempts().size() == 1;
        Set<Key> leftover = new HashSet<>(known.keySet());
        begun.attempts()
                .forEach(attempt -> leftover.addAll(byKey(former(attempt.derived(), subject::items, List.of(), repair))
                        .keySet()));
        leftover.removeAll(wanted.keySet());
        List<Item> puts = wanted.values().stream()
                .filter(item -> !sure || !item.equals(known.get(item.key())))
                .toList();
        // What is new comes first: what is being moved is met twice at worst, and never not at all.
        table.write(new Table.Changes(puts, List.of()));
        table.write(new Table.Changes(List.of(), leftover));
        Set<String> followers = new HashSet<>(subjects.copy(subject));
        puts.forEach(item -> followers.add(item.key().partition()));
        leftover.forEach(key -> followers.add(key.partition()));
        followers.removeIf(partition -> !Subjects.isSubject(partition) || partition.equals(subject.partition()));
        return followers;
    }

    private boolean end(Subject subject, Manifest begun, Manifest.Attempt attempt, boolean repair) {
        Manifest ended = begun.ended(attempt, subject.version(), now().minus(LONGEST_ATTEMPT));
        Tallies before = former(begun.current(), subject::tallies, Tallies.NOTHING, repair);
        return table.putAndAdd(
                ended.at(subject.partition()),
                begun.unchanged(),
                subject.tallies(attempt.derived()).insteadOf(before),
                tokens.get());
    }

    /**
     * What followed from something that was derived before. Whoever repairs goes on where that cannot be read: a rebuild
     * finds what it left in the lists and in the counts without it.
     */
    private static <T> T former(
            @Nullable Map<String, AttributeValue> derived,
            Function<Map<String, AttributeValue>, T> following,
            T nothing,
            boolean repair) {
        if (derived == null) {
            return nothing;
        }
        try {
            return following.apply(derived);
        } catch (UnreadableBytes | CorruptItem e) {
            if (repair) {
                return nothing;
            }
            throw e;
        }
    }

    /** Two who work at the same pace would come in between each other for ever: so each waits as long as it happens. */
    private static void fallOutOfStep(int turn) {
        long most = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << turn);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable(Duration.ofSeconds(1), e);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static Map<Key, Item> byKey(List<Item> items) {
        Map<Key, Item> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        return byKey;
    }
}

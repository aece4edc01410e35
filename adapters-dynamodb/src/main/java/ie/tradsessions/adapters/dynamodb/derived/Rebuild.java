package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Works out again all that is derived, sets right what is wrong, and says what that was. It trusts only the aggregates.
 *
 * <p>What others save meanwhile is not harmed, but the counts are compared with those of one moment: where there is much
 * writing, the stream function should rest.
 */
public final class Rebuild {
    private static final int MAX_TOLD = 50;

    private final Table table;
    private final Derivation derivation;
    private final Supplier<String> tokens;

    /**
     * @param clock tells which sessions have ended for good
     * @param tokens unlike each other
     */
    public Rebuild(Table table, InstantSource clock, Supplier<String> tokens) {
        this.table = table;
        this.tokens = tokens;
        derivation = new Derivation(table, clock, tokens);
    }

    /**
     * What was found and has been set right.
     *
     * @param wrong how many items were missing, out of date, or there without a reason
     * @param firstWrong the first of them, one line each
     */
    public record Report(long venues, long sessions, long wrong, List<String> firstWrong) {
        public Report {
            firstWrong = List.copyOf(firstWrong);
        }
    }

    /** @param done is told now and then how many venues and sessions have been looked at */
    public Report run(LongConsumer done) {
        return new Run(done).report();
    }

    /** How many venues and sessions there are to look at. */
    public long count() {
        return subjects().size();
    }

    /** The partitions of all venues, then of all sessions, since what a session shows depends on its venue. */
    private List<String> subjects() {
        Set<String> venues = new TreeSet<>();
        Set<String> sessions = new TreeSet<>();
        table.scan(item -> {
            if (item.key().sort().equals(VenueItem.SORT)) {
                (VenueItem.venue(item.key().partition()) == null ? sessions : venues)
                        .add(item.key().partition());
            }
        });
        sessions.removeIf(partition -> SessionPartition.session(partition) == null);
        List<String> subjects = new ArrayList<>(venues);
        subjects.addAll(sessions);
        return subjects;
    }

    private final class Run {
        private final LongConsumer done;
        private final Set<Key> expected = new HashSet<>();
        private final List<String> firstWrong = new ArrayList<>();
        private Tallies tallies = Tallies.NOTHING;
        private long wrong;
        private long venues;
        private long sessions;
        private long looked;

        Run(LongConsumer done) {
            this.done = done;
        }

        Report report() {
            List<String> subjects = subjects();
            // A venue tells how many sessions stand in its partition, so those come first.
            subjects.reversed().forEach(this::check);
            removeWhatHasNoReason();
            setCounts();
            return new Report(venues, sessions, wrong, firstWrong);
        }

        private void check(String partition) {
            List<Item> copies = derivation.subjects().copies(partition);
            List<Key> wrongKeys = new ArrayList<>(wrong(copies));
            Optional<Subject> found = derivation.subjects().read(partition, false);
            if (found.isEmpty()) {
                return;
            }
            Subject subject = found.get();
            wrongKeys.addAll(wrong(subject.items(subject.derived())));
            boolean behind = !subject.manifest().stands(subject.derived(), subject.version());
            if (!wrongKeys.isEmpty() || behind) {
                wrongKeys.forEach(key -> tell(key, "is not as it should be"));
                if (wrongKeys.isEmpty()) {
                    tell(new Key(partition, Manifest.SORT), "is behind");
                }
                derivation.repair(partition);
                subject = derivation.subjects().read(partition, false).orElse(subject);
            }
            copies.forEach(item -> expected.add(item.key()));
            subject.items(subject.derived()).forEach(item -> expected.add(item.key()));
            tallies = tallies.and(subject.tallies(subject.derived()));
            if (subject instanceof VenueSubject) {
                venues++;
            } else {
                sessions++;
            }
            done.accept(++looked);
        }

        private List<Key> wrong(List<Item> items) {
            Map<Key, Item> stored = new HashMap<>();
            table.get(items.stream().map(Item::key).toList(), Reading.CONSISTENT)
                    .forEach(item -> stored.put(item.key(), item));
            return items.stream()
                    .filter(item -> !item.equals(stored.get(item.key())))
                    .map(Item::key)
                    .toList();
        }

        private void removeWhatHasNoReason() {
            List<Key> suspects = new ArrayList<>();
            table.scan(item -> {
                Key key = item.key();
                if (isDerived(key) && !expected.contains(key)) {
                    suspects.add(key);
                }
            });
            List<Key> orphans = suspects.stream()
                    .filter(key -> !derivation.subjects().hasReason(key))
                    .toList();
            orphans.forEach(key -> tell(key, "is there without a reason"));
            table.write(new Table.Changes(List.of(), orphans));
        }

        private void setCounts() {
            Tallies stored = Tallies.stored(table.queryAll(Range.whole(Tallies.PARTITION), Reading.CONSISTENT));
            List<Table.Addition> corrections = tallies.insteadOf(stored);
            for (Table.Addition correction : corrections) {
                tell(correction.key(), "counts wrong by " + correction.numbers());
            }
            table.add(corrections, tokens.get());
        }

        private void tell(Key key, String what) {
            wrong++;
            if (firstWrong.size() < MAX_TOLD) {
                firstWrong.add(key.partition() + " " + key.sort() + " " + what);
            }
        }
    }

    /** Aggregates and what the table tells of itself are not. */
    private static boolean isDerived(Key key) {
        if (Layout.isToldBy(key) || key.partition().equals(Tallies.PARTITION)) {
            return false;
        }
        return !Subjects.isSubject(key.partition())
                || Subjects.isLink(key)
                || SessionPartition.isCopy(key)
                || Subjects.isListedAtVenue(key);
    }
}

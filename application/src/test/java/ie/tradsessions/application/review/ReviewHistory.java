package ie.tradsessions.application.review;

import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.linearizability.Interleaving;
import ie.tradsessions.application.linearizability.Operation;
import ie.tradsessions.application.linearizability.Recorder;
import ie.tradsessions.application.review.ReviewModel.Answer;
import ie.tradsessions.application.review.ReviewModel.Call;
import ie.tradsessions.domain.review.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What happens to the reviews of one session while members post, change and withdraw theirs, two of them from two devices
 * each, a moderator hides, holds and shows them, and others look at the page, all at once.
 */
public final class ReviewHistory {
    static final int OPERATIONS = 150;

    private static final int WITH_TWO_DEVICES = 2;
    private static final int READERS = 2;
    private static final List<Visibility> DECISIONS =
            List.of(Visibility.SHOWN, Visibility.SHOWN, Visibility.HELD, Visibility.HIDDEN);
    private static final List<String> WORDS = List.of("Great.", "Loud.", "Slow.");

    private final ReviewActions actions;
    private final Interleaving interleaving;
    private final int members;
    private final long seed;
    private final AtomicInteger left = new AtomicInteger(OPERATIONS);
    private final Recorder<Call, Answer> recorder = new Recorder<>();

    /** Numbers of reviews that somebody has seen. */
    private final ConcurrentSkipListSet<Integer> seen = new ConcurrentSkipListSet<>();

    /**
     * @param undisturbed through which the session and its members come to be there
     * @param ports through which everything else is done
     * @param name of the session, which no other history has
     */
    public ReviewHistory(
            IndexedStorage undisturbed, Storage ports, Interleaving interleaving, String name, int members, long seed) {
        this.interleaving = interleaving;
        this.members = members;
        this.seed = seed;
        actions = new ReviewActions(
                undisturbed,
                ports,
                name,
                IntStream.range(0, members).mapToObj(ReviewHistory::nameOf).toList());
    }

    /** Lets it happen. */
    List<Operation<Call, Answer>> operations() {
        List<Runnable> clients = new ArrayList<>();
        for (int i = 0; i < members + WITH_TWO_DEVICES; i++) {
            String author = nameOf(i % members);
            Random random = new Random(seed * 100 + i);
            clients.add(() -> whileOperationsAreLeft(author, random, () -> ofMember(author, random)));
        }
        Random random = new Random(seed * 100 - 1);
        clients.add(() -> whileOperationsAreLeft("moderator", random, () -> ofModerator(random)));
        for (int i = 0; i < READERS; i++) {
            Random ofReader = new Random(seed * 100 + 90 + i);
            clients.add(() -> whileOperationsAreLeft("reader", ofReader, Call.Read::new));
        }
        interleaving.run(clients);
        return recorder.history();
    }

    private static String nameOf(int member) {
        return "member " + member;
    }

    private void whileOperationsAreLeft(String client, Random random, Supplier<Call> next) {
        while (left.getAndDecrement() > 0) {
            interleaving.idle(random);
            Call call = next.get();
            interleaving.call(() -> {
                Answer answer = recorder.record(client, call, () -> actions.carryOut(call));
                if (answer instanceof Answer.Page page) {
                    page.newest().forEach(review -> seen.add(review.number()));
                }
            });
        }
    }

    private static Call ofMember(String author, Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Call.Withdraw(author);
            case 2, 3 -> new Call.Read();
            default -> new Call.Post(author, 1 + random.nextInt(5), WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    /** Of the reviews that were seen, the latest are still there most likely. */
    private Call ofModerator(Random random) {
        List<Integer> latest = seen.descendingSet().stream().limit(members).toList();
        if (latest.isEmpty() || random.nextInt(3) == 0) {
            return new Call.Read();
        }
        return new Call.Decide(
                latest.get(random.nextInt(latest.size())), DECISIONS.get(random.nextInt(DECISIONS.size())));
    }
}

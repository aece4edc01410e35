package ie.tradsessions.application.review;

import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.linearizability.Interleaving;
import ie.tradsessions.application.linearizability.Operation;
import ie.tradsessions.application.linearizability.Recorder;
import ie.tradsessions.application.review.ReviewModel.Answer;
import ie.tradsessions.application.review.ReviewModel.Call;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the reviews of one session while members post, change and withdraw theirs, two of them from two devices
 * each, and mark those of others, new members come in bursts, a moderator decides, and others look at the page, all at
 * once.
 */
public final class ReviewHistory {
    static final int OPERATIONS = 150;

    private static final int NEWCOMERS = 4;
    private static final int WITH_TWO_DEVICES = 2;
    private static final int READERS = 2;
    private static final List<String> WORDS = List.of("Great.", "Loud.", "Slow.");

    private final ReviewActions actions;
    private final Interleaving interleaving;
    private final int members;
    private final long seed;
    private final AtomicInteger left = new AtomicInteger(OPERATIONS);
    private final Recorder<Call, Answer> recorder = new Recorder<>();
    private final List<Ruling> rulings = new ArrayList<>();

    /** Numbers of reviews that somebody has seen. */
    private final ConcurrentSkipListSet<Integer> seen = new ConcurrentSkipListSet<>();

    /**
     * What a moderator has asked for. What came of it is in the log, whether there was an answer or not.
     *
     * @param number the review's, or null for all that are held
     * @param visibility null to remove it
     */
    private record Ruling(
            @Nullable Integer number, @Nullable Visibility visibility, String note, long called, long answered) {}

    /**
     * @param undisturbed through which the session and its members come to be there
     * @param ports through which everything else is done
     * @param name of the session, which no other history has
     * @param members at least {@value #NEWCOMERS}
     * @param seed higher than that of every earlier history with the same store
     */
    public ReviewHistory(
            IndexedStorage undisturbed, Storage ports, Interleaving interleaving, String name, int members, long seed) {
        this.interleaving = interleaving;
        this.members = members;
        this.seed = seed;
        actions = new ReviewActions(
                undisturbed,
                ports,
                GeneratedSessions.NOW.plusSeconds(seed),
                name,
                IntStream.range(0, members).mapToObj(ReviewHistory::nameOf).toList(),
                newcomers(),
                recorder::moment);
    }

    /** The names of the members who are new; the model has to know them too. */
    static Set<String> newcomers() {
        return IntStream.range(0, NEWCOMERS).mapToObj(ReviewHistory::nameOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Lets it happen. */
    List<Operation<Call, Answer>> operations() {
        List<Runnable> clients = new ArrayList<>();
        for (int i = 0; i < members + WITH_TWO_DEVICES; i++) {
            String author = nameOf(i % members);
            Random random = new Random(seed * 100 + i);
            clients.add(() -> whileOperationsAreLeft(random, () -> ask(author, ofMember(author, random))));
        }
        Random ofModerator = new Random(seed * 100 - 1);
        clients.add(() -> whileOperationsAreLeft(ofModerator, () -> moderate(ofModerator)));
        for (int i = 0; i < READERS; i++) {
            Random ofReader = new Random(seed * 100 + 90 + i);
            clients.add(() -> whileOperationsAreLeft(ofReader, () -> ask("reader", new Call.Read())));
        }
        interleaving.run(clients);
        addRulings();
        return recorder.history();
    }

    private static String nameOf(int member) {
        return "member " + member;
    }

    private void whileOperationsAreLeft(Random random, Runnable next) {
        while (left.getAndDecrement() > 0) {
            interleaving.idle(random);
            interleaving.call(next);
        }
    }

    private void ask(String client, Call call) {
        if (recorder.record(client, call, () -> actions.carryOut(call)) instanceof Answer.Page page) {
            page.newest().forEach(review -> seen.add(review.number()));
        }
    }

    private Call ofMember(String author, Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Call.Withdraw(author);
            case 2, 3 -> new Call.Read();
            case 4, 5 ->
                latest(random)
                        .<Call>map(number -> new Call.Mark(author, number, random.nextInt(3) > 0))
                        .orElseGet(Call.Read::new);
            case 6 -> latest(random).<Call>map(Call.ReadOne::new).orElseGet(Call.Read::new);
            default -> new Call.Post(author, 1 + random.nextInt(5), WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    /** One of the reviews that were seen; the latest are still there most likely. */
    private Optional<Integer> latest(Random random) {
        List<Integer> latest = seen.descendingSet().stream().limit(members).toList();
        return latest.isEmpty() ? Optional.empty() : Optional.of(latest.get(random.nextInt(latest.size())));
    }

    // The moderator

    private void moderate(Random random) {
        Optional<Integer> number = latest(random);
        switch (random.nextInt(6)) {
            case 0, 1 -> ask("moderator", new Call.Read());
            case 2 -> rule(null, random.nextBoolean() ? Visibility.SHOWN : Visibility.HIDDEN);
            case 3 -> number.ifPresent(one -> rule(one, null));
            default -> number.ifPresent(one -> rule(one, random.nextBoolean() ? Visibility.SHOWN : Visibility.HIDDEN));
        }
    }

    private void rule(@Nullable Integer number, @Nullable Visibility visibility) {
        long called = recorder.moment();
        String note = "Ruling of " + called + ".";
        long answered = Operation.NEVER;
        try {
            Answer answer =
                    number == null ? actions.decideOnHeld(visibility, note) : actions.decide(number, visibility, note);
            answered = recorder.moment();
            if (answer instanceof Answer.NoSuchReview && number != null) {
                recorder.add(
                        new Operation<>("moderator", new Call.Decide(number, visibility), answer, called, answered));
            }
        } catch (StorageUnavailable e) {
            // The log tells what came of it.
        }
        rulings.add(new Ruling(number, visibility, note, called, answered));
    }

    /**
     * Of each decision the log tells what it was about: those that are held are decided one by one, and then the burst is
     * ended. Each took effect when it was stored or, where nobody was told, before the answer or the end.
     */
    private void addRulings() {
        Map<String, List<LogEntry>> decided = actions.decided();
        long end = recorder.moment();
        for (Ruling ruling : rulings) {
            for (LogEntry entry : decided.getOrDefault(ruling.note(), List.of())) {
                ReviewActions.Stored stored = actions.stored(entry);
                recorder.add(new Operation<>(
                        "moderator",
                        call(entry.subject(), ruling),
                        new Answer.Done(),
                        stored == null ? ruling.called() : Math.max(ruling.called(), stored.before()),
                        stored == null ? Math.min(ruling.answered(), end) : stored.after()));
            }
        }
    }

    private static Call call(Subject subject, Ruling ruling) {
        return switch (subject) {
            case Subject.OfReview(var session, int number) ->
                ruling.number() == null
                        ? new Call.DecideOnHeld(number, ruling.visibility())
                        : new Call.Decide(number, ruling.visibility());
            case Subject.HeldReviews held -> new Call.EndBurst();
            case Subject.OfSession session -> throw notDecided(session);
            case Subject.OfVenue venue -> throw notDecided(venue);
        };
    }

    private static AssertionError notDecided(Subject subject) {
        return new AssertionError("nobody decided about " + subject);
    }
}

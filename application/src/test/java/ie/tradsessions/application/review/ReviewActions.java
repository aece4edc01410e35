package ie.tradsessions.application.review;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.moderation.Decide;
import ie.tradsessions.application.review.ReviewModel.Answer;
import ie.tradsessions.application.review.ReviewModel.Call;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Does with the reviews of a session in a store what the calls of a history say. */
final class ReviewActions {
    private static final Venue VENUE =
            VenueBuilder.named("The Crane").in("Ennis").build();
    private static final int LOG_PAGE = 100;
    private static final Duration OF_NEWCOMERS = Duration.ofDays(2);
    private static final Duration OF_OTHERS = Duration.ofDays(100);

    private final IndexedStorage undisturbed;
    private final Storage ports;
    private final Instant now;
    private final MemberUseCases useCases;
    private final Decide decisions;
    private final SessionId session;
    private final Map<String, Identity> people = new HashMap<>();
    private final Map<MemberId, String> names = new HashMap<>();
    private final Map<LogEntry, Stored> stored = new HashMap<>();

    /**
     * The moments between which something took effect.
     *
     * @param before 0 where that is not known
     */
    record Stored(long before, long after) {}

    /**
     * Makes the session and its members.
     *
     * @param undisturbed through which they come to be there
     * @param ports through which everything else is done
     * @param now when all of it is done: later than what other histories do with the same store
     * @param members their names, at most 18
     * @param newcomers those of them who have not been members for long
     * @param moments each later than the one before
     */
    ReviewActions(
            IndexedStorage undisturbed,
            Storage ports,
            Instant now,
            String name,
            List<String> members,
            Set<String> newcomers,
            LongSupplier moments) {
        this.undisturbed = undisturbed;
        this.ports = ports;
        this.now = now;
        InstantSource clock = InstantSource.fixed(now);
        useCases = new MemberUseCases(new IndexedStorage(ports, undisturbed.index()), clock);
        decisions = new Decide(observed(ports, moments), undisturbed.index(), clock);
        session = SessionBuilder.idOf(name);
        if (undisturbed.venues().find(VENUE.id()).isEmpty()) {
            undisturbed.venues().save(VENUE, SaveOutcome.NEW);
        }
        List<Change> made = new ArrayList<>();
        made.add(new Change.Save(new StoredAggregate.OfSession(
                SessionBuilder.at(VENUE).as(session).build(), 1)));
        for (String member : members) {
            Identity who = People.member(member + " of " + name);
            people.put(member, who);
            names.put(who.member(), member);
            made.add(new Change.SaveProfile(
                    Profile.of(
                            who.member(),
                            new Profile.Description(member, Set.of(), null, null),
                            now.minus(newcomers.contains(member) ? OF_NEWCOMERS : OF_OTHERS)),
                    1));
        }
        if (!(undisturbed.changes().save(made) instanceof ChangeOutcome.Saved)) {
            throw new IllegalStateException("there is a session " + name + " already");
        }
    }

    /** The same ports, of which it is written down when decisions are stored. */
    private Storage observed(Storage real, LongSupplier moments) {
        return InterceptedStorage.of(real, new InterceptedStorage.Interceptor() {
            private long before;

            @Override
            public void before(String call) {
                before = moments.getAsLong();
            }

            @Override
            public void after(Object port, String call, Object[] arguments, Object answer) {
                if (answer instanceof ChangeOutcome.Saved) {
                    List<?> saved = (List<?>) arguments[0];
                    for (Object change : saved) {
                        if (change instanceof Change.AppendDecision(LogEntry entry)) {
                            // Where the summary is not part of it, what was read may have changed since.
                            boolean guarded = saved.stream().anyMatch(Change.Save.class::isInstance);
                            stored.put(entry, new Stored(guarded ? before : 0, moments.getAsLong()));
                        }
                    }
                }
            }
        });
    }

    /** What a member or a reader asks. */
    Answer carryOut(Call call) {
        return switch (call) {
            case Call.Post(String author, int rating, String text) ->
                answer(useCases.review(who(author), session, rating, text));
            case Call.Withdraw(String author) -> answer(useCases.withdrawReview(who(author), session));
            case Call.Mark(String member, int number, boolean helpful) ->
                answer(useCases.mark(who(member), session, number, helpful));
            case Call.Read() -> read();
            case Call.ReadOne(int number) ->
                ports.reviews()
                        .find(session, number)
                        .map(Versioned::value)
                        .<Answer>map(review -> new Answer.One(review.revision(), review.visibility(), review.helpful()))
                        .orElseGet(Answer.NoSuchReview::new);
            case Call.Decide decide -> throw notOfAMember(decide);
            case Call.DecideOnHeld decide -> throw notOfAMember(decide);
            case Call.EndBurst end -> throw notOfAMember(end);
        };
    }

    private Identity who(String name) {
        return people.get(name);
    }

    private static Answer answer(Object outcome) {
        return switch (outcome) {
            case ReviewEdit.Done done -> new Answer.Done();
            case ReviewEdit.NoSuchReview none -> new Answer.NoSuchReview();
            case ReviewEdit.NotAllowed not -> new Answer.NotAllowed();
            default -> throw new AssertionError("an unexpected answer: " + outcome);
        };
    }

    private static AssertionError notOfAMember(Call call) {
        return new AssertionError("only a moderator does this, by decide: " + call);
    }

    // What a moderator does

    /**
     * Decides as one does who looks at the case again where it was changed meanwhile.
     *
     * @param visibility what the review becomes, or null to remove it
     * @param note different for each decision, which is found by it in the log
     */
    Answer decide(int number, @Nullable Visibility visibility, String note) {
        return decide(new Subject.OfReview(session, number), visibility, note);
    }

    /** As {@link #decide(int, Visibility, String)}, about all reviews that are held. */
    Answer decideOnHeld(@Nullable Visibility visibility, String note) {
        return decide(new Subject.HeldReviews(session), visibility, note);
    }

    private Answer decide(Subject subject, @Nullable Visibility visibility, String note) {
        while (true) {
            long seen = ports.cases().find(subject).map(Versioned::version).orElse(0L);
            Decide.Outcome outcome =
                    decisions.decide(new Decide.Command(People.MODERATOR, subject, decision(visibility), note, seen));
            switch (outcome) {
                case Decide.Outcome.Done done -> {
                    return new Answer.Done();
                }
                case Decide.Outcome.NoSuchSubject none -> {
                    return new Answer.NoSuchReview();
                }
                case Decide.Outcome.Stale stale -> {
                    // Somebody called a moderator meanwhile: it is looked at again.
                }
                default -> throw new AssertionError("an unexpected answer: " + outcome);
            }
        }
    }

    private static Decision decision(@Nullable Visibility visibility) {
        return switch (visibility) {
            case null -> new Decision.Remove();
            case SHOWN -> new Decision.Keep();
            case HIDDEN -> new Decision.Hide();
            case HELD -> throw new IllegalArgumentException("no moderator holds anything");
        };
    }

    /** When that took effect; null where the answer was lost. */
    @Nullable
    Stored stored(LogEntry decision) {
        return stored.get(decision);
    }

    /** What was decided here, by the notes with which it was decided. */
    Map<String, List<LogEntry>> decided() {
        Map<String, List<LogEntry>> all = new HashMap<>();
        PageToken after = null;
        do {
            Page<LogEntry> page = undisturbed.storage().decisionLog().read(LOG_PAGE, after);
            for (LogEntry entry : page.items()) {
                if (entry.at().isBefore(now)) {
                    return all;
                }
                all.computeIfAbsent(entry.decided().note(), note -> new ArrayList<>())
                        .add(entry);
            }
            after = page.next();
        } while (after != null);
        return all;
    }

    static Versioned<Feedback> feedback(Storage ports, SessionId session) {
        return ports.feedbacks().find(session).orElse(new Versioned<>(Feedback.none(session), SaveOutcome.NEW));
    }

    /** A review's change and that of the summary, of which there is always both or neither. */
    static List<Change> counted(
            Storage ports, Versioned<Feedback> feedback, @Nullable Versioned<Review> before, @Nullable Review after) {
        ReviewSteps steps = ReviewSteps.none(feedback.value().session()).with(before, after);
        Feedback counted = feedback.value().with(steps.tally(feedback.value().tally(), ports.reviews()));
        List<Change> all = new ArrayList<>(steps.changes());
        all.add(new Change.Save(new StoredAggregate.OfFeedback(counted, feedback.version() + 1)));
        return all;
    }

    private Answer read() {
        SessionPages.SessionPage page =
                ports.pages().session(session, ReadConsistency.STRONG).orElseThrow();
        Tally tally = page.feedback().tally();
        return new Answer.Page(
                tally.ratings().histogram(),
                tally.newest(),
                page.newest().stream().map(this::shown).toList());
    }

    private ReviewModel.Shown shown(Review review) {
        String author = names.get(((Author.Member) review.author()).id());
        return new ReviewModel.Shown(review.number(), review.revision(), author, review.rating(), review.text());
    }
}

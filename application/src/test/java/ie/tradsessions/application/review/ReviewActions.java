package ie.tradsessions.application.review;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.review.ReviewModel.Answer;
import ie.tradsessions.application.review.ReviewModel.Call;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does with the reviews of a session in a store what the calls of a history say. */
final class ReviewActions {
    private static final Venue VENUE =
            VenueBuilder.named("The Crane").in("Ennis").build();
    private static final Instant NOW = GeneratedSessions.NOW;

    /** Long enough for nobody to be new. */
    private static final Duration MEMBERSHIP = Duration.ofDays(100);

    private final Storage ports;
    private final MemberUseCases useCases;
    private final SessionId session;
    private final Map<String, Identity> people = new HashMap<>();
    private final Map<MemberId, String> names = new HashMap<>();

    /**
     * Makes the session and its members.
     *
     * @param undisturbed through which they come to be there
     * @param ports through which everything else is done
     * @param members their names, at most 18
     */
    ReviewActions(IndexedStorage undisturbed, Storage ports, String name, List<String> members) {
        this.ports = ports;
        useCases = new MemberUseCases(new IndexedStorage(ports, undisturbed.index()), InstantSource.fixed(NOW));
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
                            who.member(), new Profile.Description(member, Set.of(), null, null), NOW.minus(MEMBERSHIP)),
                    1));
        }
        if (!(undisturbed.changes().save(made) instanceof ChangeOutcome.Saved)) {
            throw new IllegalStateException("there is a session " + name + " already");
        }
    }

    Answer carryOut(Call call) {
        return switch (call) {
            case Call.Post post -> done(useCases.review(who(post.author()), session, post.rating(), post.text()));
            case Call.Withdraw(String author) -> done(useCases.withdrawReview(who(author), session));
            case Call.Decide decide -> decide(decide);
            case Call.Read() -> read();
        };
    }

    private Identity who(String name) {
        return people.get(name);
    }

    private static Answer done(Object outcome) {
        if (outcome instanceof ReviewEdit.Done) {
            return new Answer.Done();
        }
        throw new AssertionError("an unexpected answer: " + outcome);
    }

    private Answer decide(Call.Decide decide) {
        return Attempts.untilSaved("a review", failed -> {
            Versioned<Feedback> feedback = feedback(ports, session);
            Optional<Versioned<Review>> found = ports.reviews().find(session, decide.number());
            if (found.isEmpty()) {
                return Optional.of(new Answer.NoSuchReview());
            }
            Review decided = found.get().value().with(decide.visibility());
            return decided.equals(found.get().value())
                    ? Optional.of(new Answer.Done())
                    : saved(counted(ports, feedback, found.get(), decided));
        });
    }

    private Optional<Answer> saved(List<Change> changes) {
        return ports.changes().save(changes) instanceof ChangeOutcome.Saved
                ? Optional.of(new Answer.Done())
                : Optional.empty();
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

package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Feedbacks;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.opinion.Voices;
import ie.tradsessions.application.review.ReviewSteps;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decisions do to reviews; what their ratings add up to changes with them. */
final class ReviewDecisions {
    private final Reviews reviews;
    private final Feedbacks feedbacks;
    private final Voices voices;
    private final Following following;
    private final SearchIndex index;
    private final InstantSource clock;

    ReviewDecisions(
            Reviews reviews,
            Feedbacks feedbacks,
            Voices voices,
            Following following,
            SearchIndex index,
            InstantSource clock) {
        this.reviews = reviews;
        this.feedbacks = feedbacks;
        this.voices = voices;
        this.following = following;
        this.index = index;
        this.clock = clock;
    }

    Effect effect(SessionId session, int number, Occasion occasion) {
        // Before the review, so that a change of it in between is noticed by its version.
        Versioned<Feedback> feedback = feedback(session);
        return reviews.find(session, number)
                .map(review -> effect(review, feedback, occasion))
                .orElseGet(() -> Gone.effect(occasion));
    }

    private Effect effect(Versioned<Review> review, Versioned<Feedback> feedback, Occasion occasion) {
        @Nullable MemberId author = Authors.of(review.value()).orElse(null);
        return switch (occasion.decision()) {
            case Decision.Keep keep -> shownAs(Visibility.SHOWN, review, feedback, author);
            case Decision.Hide hide -> shownAs(Visibility.HIDDEN, review, feedback, author);
            case Decision.Block block ->
                author == null
                        ? new Effect.Refused(new Decide.Outcome.NoAuthor())
                        : shownAs(Visibility.HIDDEN, review, feedback, author);
            case Decision.Remove remove -> removed(review, feedback, author);
            case Decision.Merge merge -> throw Gone.doesNotGo(occasion);
        };
    }

    private Effect shownAs(
            Visibility visibility, Versioned<Review> review, Versioned<Feedback> feedback, @Nullable MemberId author) {
        Review after = review.value().with(visibility);
        return new Effect.Changed(after.equals(review.value()) ? List.of() : saved(review, after, feedback), author);
    }

    private Effect removed(Versioned<Review> review, Versioned<Feedback> feedback, @Nullable MemberId author) {
        List<Change> all = new ArrayList<>(saved(review, null, feedback));
        if (author != null) {
            Versioned<Voice> voice = voices.of(author, review.value().session());
            all.add(new Change.SaveVoice(voice.value().withReview(null), voice.version() + 1));
        }
        return new Effect.Changed(all, author);
    }

    /** A review as it is to be, with the tally of its session. */
    private List<Change> saved(Versioned<Review> before, @Nullable Review after, Versioned<Feedback> feedback) {
        ReviewSteps steps = ReviewSteps.none(before.value().session()).with(before, after);
        Tally tally = steps.tally(feedback.value().tally(), reviews);
        List<Change> all = new ArrayList<>(steps.changes());
        all.add(saved(feedback.value().with(tally), feedback.version() + 1));
        return all;
    }

    private static Change saved(Feedback feedback, long version) {
        return new Change.Save(new StoredAggregate.OfFeedback(feedback, version));
    }

    private Versioned<Feedback> feedback(SessionId session) {
        return feedbacks.find(session).orElseGet(() -> new Versioned<>(Feedback.none(session), 0));
    }

    // Those that are held

    /**
     * Decides on each review that is held, each in its own transaction with its own entry in the log and its own notice.
     * The effect ends the burst.
     */
    Effect effectOnHeld(SessionId session, Occasion occasion) {
        Versioned<Feedback> feedback = feedback(session);
        List<Integer> held = held(session);
        while (!held.isEmpty()) {
            held.forEach(number -> Attempts.untilSaved(
                    "review " + number + " of session " + session, failed -> decideOnHeld(session, number, occasion)));
            // Meanwhile another one may have been held; the version of what was read before the last look tells of
            // later ones.
            feedback = feedback(session);
            held = held(session);
        }
        Tally tally = feedback.value().tally();
        return new Effect.Changed(
                tally.burst().equals(Burst.NONE)
                        ? List.of()
                        : List.of(saved(feedback.value().with(tally.with(Burst.NONE)), feedback.version() + 1)),
                null);
    }

    private List<Integer> held(SessionId session) {
        return reviews.notShown(session).stream()
                .map(Versioned::value)
                .filter(review -> review.visibility() == Visibility.HELD)
                .map(Review::number)
                .toList();
    }

    /** Empty where somebody else was faster. */
    private Optional<Boolean> decideOnHeld(SessionId session, int number, Occasion occasion) {
        Decided decided = new Decided(occasion.decision(), occasion.decided().note(), clock.instant());
        Versioned<Feedback> feedback = feedback(session);
        Optional<Versioned<Review>> found =
                reviews.find(session, number).filter(review -> review.value().visibility() == Visibility.HELD);
        if (found.isEmpty()) {
            return Optional.of(false);
        }
        Occasion one = new Occasion(occasion.moderator(), new Subject.OfReview(session, number), decided, null);
        Effect effect = effect(found.get(), feedback, one);
        if (effect instanceof Effect.Refused) {
            // Nobody is there to be blocked; the review is hidden all the same.
            effect = shownAs(Visibility.HIDDEN, found.get(), feedback, null);
        }
        if (!(effect instanceof Effect.Changed changed)) {
            return Optional.of(false);
        }
        List<Change> all = new ArrayList<>(changed.changes());
        all.add(new Change.AppendDecision(one.logged(found.get().version() + 1, index.current())));
        all.addAll(following.of(changed.author(), one));
        return following.saved(all) ? Optional.of(true) : Optional.empty();
    }
}

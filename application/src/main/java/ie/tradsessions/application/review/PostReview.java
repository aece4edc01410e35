package ie.tradsessions.application.review;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.feedback.SessionFeedback;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Posts a member's review of a session, or changes the one that there is. Where many new members review one session at
 * once, their reviews are held for a moderator.
 */
public final class PostReview {
    private final SessionFeedback feedback;
    private final Reviews reviews;
    private final BiFunction<SessionId, Instant, Change> burstCase;

    /** @param burstCase calls a moderator where reviews of a session are held since a moment */
    public PostReview(SessionFeedback feedback, Reviews reviews, BiFunction<SessionId, Instant, Change> burstCase) {
        this.feedback = feedback;
        this.reviews = reviews;
        this.burstCase = burstCase;
    }

    public record Command(Identity who, SessionId session, Review.Content content) {}

    public sealed interface Outcome permits ReviewEdit, Outcome.NotYet {
        /** The night has not come yet. */
        record NotYet(LocalDate night) implements Outcome {}
    }

    public Outcome post(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new ReviewEdit.NoSuchSession(command.session()),
                ReviewEdit.Refused::new,
                scene -> next(command, scene)));
    }

    private Next<Outcome> next(Command command, Scene scene) {
        LocalDate night = command.content().night();
        if (night != null && night.isAfter(scene.tonight())) {
            return new Next.Stays<>(new Outcome.NotYet(night));
        }
        Integer number = scene.voice().review();
        if (number != null) {
            return changed(command, scene, ReviewSteps.named(command.session(), number, reviews));
        }
        // Whoever organises a session does not rate it.
        return scene.byOrganiser() ? new Next.Stays<>(new ReviewEdit.NotAllowed()) : posted(command, scene);
    }

    private Next<Outcome> changed(Command command, Scene scene, Versioned<Review> before) {
        Review after = before.value().with(command.content(), scene.now());
        if (after.equals(before.value())) {
            return new Next.Stays<>(new ReviewEdit.Done());
        }
        Tally tally = scene.feedback().tally();
        if (after.isShown() && tally.burst().open() && isNew(scene)) {
            after = after.with(Visibility.HELD);
        }
        ReviewSteps steps = ReviewSteps.none(command.session()).with(before, after);
        return becomes(scene, steps, tally.burst(), after.number(), List.of());
    }

    private Next<Outcome> posted(Command command, Scene scene) {
        Tally tally = scene.feedback().tally();
        int number = tally.nextNumber();
        boolean isNew = isNew(scene);
        Burst burst = isNew ? tally.burst().with(new Burst.Posted(number, scene.now())) : tally.burst();
        Visibility visibility = isNew && burst.open() ? Visibility.HELD : Visibility.SHOWN;
        ReviewSteps steps = ReviewSteps.none(command.session())
                .with(
                        null,
                        Review.posted(
                                command.session(),
                                number,
                                command.who().member(),
                                command.content(),
                                scene.now(),
                                visibility));
        List<Change> calls = new ArrayList<>();
        if (burst.open() && !tally.burst().open()) {
            steps = holdingThoseBefore(scene, tally.burst(), steps);
            calls.add(burstCase.apply(command.session(), scene.now()));
        }
        return becomes(scene, steps, burst, number, calls);
    }

    private ReviewSteps holdingThoseBefore(Scene scene, Burst before, ReviewSteps steps) {
        ReviewSteps all = steps;
        for (Burst.Posted posted : before.recent()) {
            Optional<Versioned<Review>> review = reviews.find(scene.session().id(), posted.number())
                    .filter(found -> found.value().isShown());
            if (review.isPresent()) {
                all = all.with(review.get(), review.get().value().with(Visibility.HELD));
            }
        }
        return all;
    }

    private Next<Outcome> becomes(Scene scene, ReviewSteps steps, Burst burst, int number, List<Change> calls) {
        List<Change> more = new ArrayList<>(steps.changes());
        more.addAll(calls);
        Tally tally = steps.tally(scene.feedback().tally(), reviews).with(burst);
        return new Next.Becomes<>(
                new ReviewEdit.Done(),
                scene.feedback().with(tally),
                scene.voice().withReview(number),
                more,
                false);
    }

    private static boolean isNew(Scene scene) {
        Profile profile = scene.file().profile();
        return profile == null || profile.isYoungerThan(Burst.NEW_MEMBER, scene.now());
    }
}

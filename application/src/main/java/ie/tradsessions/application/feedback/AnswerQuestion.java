package ie.tradsessions.application.feedback;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.application.session.Rights;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether the next night of a session is on: its organiser may, whoever keeps it, and moderators. It counts as
 * what that member says of the night; an organiser's no cancels it instead, and an organiser's yes puts it on again.
 */
public final class AnswerQuestion {
    private final SessionFeedback feedback;

    public AnswerQuestion(SessionFeedback feedback) {
        this.feedback = feedback;
    }

    /** @param date the night that was asked about */
    public record Command(Identity who, SessionId session, LocalDate date, boolean on) {}

    public sealed interface Outcome
            permits FeedbackEdit, Outcome.NotAsked, Outcome.NotAllowed, Outcome.AnsweredAlready {
        /** Nobody asks about that night, or it is over. */
        record NotAsked(LocalDate date) implements Outcome {}

        /** The member neither organises nor keeps the session. */
        record NotAllowed() implements Outcome {}

        /** The organiser has answered otherwise, and knows best. */
        record AnsweredAlready() implements Outcome {}
    }

    public Outcome answer(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new FeedbackEdit.NoSuchSession(command.session()),
                FeedbackEdit.Refused::new,
                scene -> next(command, scene)));
    }

    private static Next<Outcome> next(Command command, Scene scene) {
        Question question = scene.feedback().question();
        if (!Rights.mayAnswer(
                command.who(), scene.session(), scene.file().favourites().value())) {
            return new Next.Stays<>(new Outcome.NotAllowed());
        }
        if (question == null
                || !question.night().equals(command.date())
                || command.date().isBefore(scene.tonight())) {
            return new Next.Stays<>(new Outcome.NotAsked(command.date()));
        }
        Question.Answer known = question.answer();
        if (known != null && known.on() == command.on() && known.by().equals(scene.author())) {
            return new Next.Stays<>(new FeedbackEdit.Said());
        }
        if (known != null && known.organiser() && !scene.byOrganiser()) {
            return new Next.Stays<>(new Outcome.AnsweredAlready());
        }
        Question.Answer answer = new Question.Answer(command.on(), scene.author(), scene.byOrganiser(), scene.now());
        boolean cancels = scene.byOrganiser() && !command.on();
        Boolean before = scene.voice().nights().get(command.date());
        return new Next.Becomes<>(
                new FeedbackEdit.Said(),
                said(command, scene, before, cancels).with(question.answered(answer)),
                voice(command, scene, cancels),
                scene.byOrganiser() ? night(command, scene) : List.of(),
                false);
    }

    private static Feedback said(Command command, Scene scene, @Nullable Boolean before, boolean cancels) {
        Feedback.LastWord word = new Feedback.LastWord(scene.author(), scene.now());
        if (cancels) {
            return before == null ? scene.feedback() : scene.feedback().notSaying(command.date(), before);
        }
        return scene.feedback().saying(command.date(), before, command.on(), word);
    }

    private static Voice voice(Command command, Scene scene, boolean cancels) {
        return scene.voice().saying(command.date(), cancels ? null : command.on());
    }

    /** The organiser's word on the night itself, where that changes it. */
    private static List<Change> night(Command command, Scene scene) {
        Session session = scene.session();
        boolean cancelled = session.timetable().statusOf(command.date()) instanceof OccurrenceStatus.Cancelled;
        if (command.on() != cancelled || !session.timetable().mayChange(command.date())) {
            return List.of();
        }
        OccurrenceStatus status =
                command.on() ? new OccurrenceStatus.Scheduled() : new OccurrenceStatus.Cancelled(null);
        return List.of(new Change.Save(new StoredAggregate.OfSession(
                session.withNight(command.date(), status), scene.page().version() + 1)));
    }
}

package ie.tradsessions.application.feedback;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import java.time.LocalDate;

/** Says of one night of a session that it was on, or that it was not. Whoever asked about that night has an answer then. */
public final class ConfirmNight {
    private static final int DAYS = 60;
    private static final int DAYS_OF_IRREGULAR = 14;

    private final SessionFeedback feedback;

    public ConfirmNight(SessionFeedback feedback) {
        this.feedback = feedback;
    }

    public record Command(Identity who, SessionId session, LocalDate date, boolean on) {}

    public sealed interface Outcome permits FeedbackEdit, Outcome.NotANight {
        /** The session had no night on that date, or it is too long ago, or it has not come yet. */
        record NotANight(LocalDate date) implements Outcome {}
    }

    public Outcome confirm(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new FeedbackEdit.NoSuchSession(command.session()),
                FeedbackEdit.Refused::new,
                scene -> next(command, scene)));
    }

    private static Next<Outcome> next(Command command, Scene scene) {
        LocalDate date = command.date();
        if (!isNight(scene, date)) {
            return new Next.Stays<>(new Outcome.NotANight(date));
        }
        Boolean before = scene.voice().nights().get(date);
        if (before != null && before == command.on()) {
            return new Next.Stays<>(new FeedbackEdit.Said());
        }
        Feedback said =
                scene.feedback().saying(date, before, command.on(), new Feedback.LastWord(scene.author(), scene.now()));
        Question question = said.question();
        if (question != null && question.night().equals(date)) {
            said = said.with(question.answered(
                    new Question.Answer(command.on(), scene.author(), scene.byOrganiser(), scene.now())));
        }
        return new Next.Becomes<>(new FeedbackEdit.Said(), said, scene.voice().saying(date, command.on()));
    }

    private static boolean isNight(Scene scene, LocalDate date) {
        Timetable timetable = scene.session().timetable();
        LocalDate tonight = scene.tonight();
        boolean irregular = timetable.schedule().recurrence() instanceof Recurrence.Irregular;
        return !date.isAfter(tonight)
                && ((timetable.hasNightOn(date) && !date.isBefore(tonight.minusDays(DAYS)))
                        || (irregular
                                && timetable.mayChange(date)
                                && !date.isBefore(tonight.minusDays(DAYS_OF_IRREGULAR))));
    }
}

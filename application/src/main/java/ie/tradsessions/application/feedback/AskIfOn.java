package ie.tradsessions.application.feedback;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.SessionId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Asks whether the next night of a session is on. Its organiser sees that, and whoever keeps the session; a member asks
 * once a week of one session, and of few a day, so that nobody is pestered.
 */
public final class AskIfOn {
    private static final int DAYS_BETWEEN = 7;

    /** More cancelled nights in a row than that leave nothing to ask about. */
    private static final int MAX_NIGHTS = 20;

    private final SessionFeedback feedback;

    public AskIfOn(SessionFeedback feedback) {
        this.feedback = feedback;
    }

    public record Command(Identity who, SessionId session) {}

    public sealed interface Outcome permits FeedbackEdit, Outcome.NoNight, Outcome.AskedLately {
        /** No night of it is known that is not cancelled. */
        record NoNight() implements Outcome {}

        /** The member has asked about a night less than a week before the next. */
        record AskedLately(LocalDate night) implements Outcome {}
    }

    public Outcome ask(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new FeedbackEdit.NoSuchSession(command.session()),
                FeedbackEdit.Refused::new,
                AskIfOn::next));
    }

    private static Next<Outcome> next(Scene scene) {
        List<LocalDate> nights = scene.session().timetable().next(scene.tonight(), MAX_NIGHTS, scene.zone()).stream()
                .filter(night -> !(night.status() instanceof OccurrenceStatus.Cancelled))
                .map(Occurrence::date)
                .toList();
        if (nights.isEmpty()) {
            return new Next.Stays<>(new Outcome.NoNight());
        }
        LocalDate night = nights.getFirst();
        LocalDate asked = scene.voice().asked();
        if (night.equals(asked)) {
            return new Next.Stays<>(new FeedbackEdit.Said());
        }
        if (asked != null && night.isBefore(asked.plusDays(DAYS_BETWEEN))) {
            return new Next.Stays<>(new Outcome.AskedLately(asked));
        }
        Duration toWait = scene.file().activity().value().untilQuestion(scene.now());
        if (toWait.isPositive()) {
            return new Next.Stays<>(new FeedbackEdit.Refused(new Refusal.OverQuota(toWait)));
        }
        Question known = scene.feedback().question();
        Question question = known != null && known.night().equals(night)
                ? known.askedByOneMore()
                : Question.asked(night, scene.now());
        return new Next.Becomes<>(
                new FeedbackEdit.Said(),
                scene.feedback().with(question),
                scene.voice().asking(night),
                List.of(),
                true);
    }
}

package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Members ask whether the next night of a session is on.
 *
 * @param night the one that they ask about
 * @param askers how many ask
 * @param askedAt when the first of them did
 * @param answer null while nobody has answered
 */
public record Question(
        LocalDate night,
        int askers,
        Instant askedAt,
        @Nullable Answer answer) {
    /** @param organiser whether the organiser answered */
    public record Answer(boolean on, Author by, boolean organiser, Instant at) {
        public Answer {
            CalendarYears.checked("answer.at", at);
        }
    }

    public Question {
        CalendarYears.checked("night", night);
        CalendarYears.checked("askedAt", askedAt);
        if (askers < 1) {
            throw new InvalidValue("askers", "1 or more");
        }
    }

    /** The first to ask about a night. */
    public static Question asked(LocalDate night, Instant at) {
        return new Question(night, 1, at, null);
    }

    public Question askedByOneMore() {
        return new Question(night, askers + 1, askedAt, answer);
    }

    /** The organiser's answer stands against a member's; otherwise the later one does. */
    public Question answered(Answer next) {
        return answer != null && answer.organiser() && !next.organiser()
                ? this
                : new Question(night, askers, askedAt, next);
    }

    Question without(MemberId member) {
        return answer == null
                ? this
                : new Question(
                        night,
                        askers,
                        askedAt,
                        new Answer(answer.on(), answer.by().without(member), answer.organiser(), answer.at()));
    }
}

package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Testimony;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows under the identifier of a session.
 *
 * @param facts null where the session has not come yet or was deleted
 * @param version the session's, its tombstone's where it was deleted, or 0 where it has not come yet
 * @param opinions null where no feedback has come yet or it was deleted
 * @param feedbackVersion as {@code version}, of the feedback
 */
record SessionEntry(
        SessionId id,
        @Nullable Facts facts,
        long version,
        @Nullable Opinions opinions,
        long feedbackVersion) {

    /**
     * What lists show of a session itself: no names of people, and nothing that only its page shows. One that is taken down
     * no list shows.
     */
    record Facts(
            @Nullable String name,
            VenueId venue,
            Timetable timetable,
            Etiquette etiquette,
            Instant sharedAt,
            boolean sample,
            boolean takenDown) {
        static Facts of(Session session) {
            return new Facts(
                    session.name(),
                    session.venue(),
                    session.timetable(),
                    session.etiquette(),
                    session.shared().at(),
                    session.sample(),
                    session.isTakenDown());
        }
    }

    /**
     * What lists show of a session's feedback.
     *
     * @param firstNight as in {@link Feedback#firstNight()}
     */
    record Opinions(@Nullable LocalDate firstNight, Testimony testimony, RatingSummary ratings) {
        static final Opinions NONE = new Opinions(null, Testimony.NONE, RatingSummary.NONE);

        static Opinions of(Feedback feedback) {
            return new Opinions(feedback.firstNight(), feedback.testimony(), feedback.ratings());
        }
    }

    static SessionEntry unknown(SessionId id) {
        return new SessionEntry(id, null, 0, null, 0);
    }

    SessionEntry withSession(@Nullable Facts newFacts, long newVersion) {
        return new SessionEntry(id, newFacts, newVersion, opinions, feedbackVersion);
    }

    SessionEntry withFeedback(@Nullable Opinions newOpinions, long newVersion) {
        return new SessionEntry(id, facts, version, newOpinions, newVersion);
    }

    Opinions opinionsOrNone() {
        return opinions == null ? Opinions.NONE : opinions;
    }

    long versionOf(AggregateKey.Kind kind) {
        return kind == AggregateKey.Kind.FEEDBACK ? feedbackVersion : version;
    }
}

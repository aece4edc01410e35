package ie.tradsessions.application.session;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change.SaveActivity;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.opinion.Feedbacks;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Imports an invented session, marked as a sample, and organised by an invented member if it has one. Its changed nights
 * and its confirmations are counted from tonight, so that it looks alive on any day.
 */
public final class ImportSample {
    private static final int MAX_NIGHTS = 20;

    private final TransferSession transferSession;
    private final TransferReviews transferReviews;
    private final Feedbacks feedbacks;
    private final Members members;
    private final Changes changes;

    public ImportSample(
            TransferSession transferSession,
            TransferReviews transferReviews,
            Feedbacks feedbacks,
            Members members,
            Changes changes) {
        this.transferSession = transferSession;
        this.transferReviews = transferReviews;
        this.feedbacks = feedbacks;
        this.members = members;
        this.changes = changes;
    }

    /**
     * @param zone that of its venue
     * @param tonight the date of tonight at its venue
     */
    public record Command(Session session, ZoneId zone, LocalDate tonight, List<Change> changes, Opinions opinions) {
        public Command {
            changes = List.copyOf(changes);
        }
    }

    /** @param night which of the coming nights: 1 is the next one, {@value ImportSample#MAX_NIGHTS} the last */
    public record Change(int night, OccurrenceStatus status) {}

    /**
     * What players are invented to have said of a session.
     *
     * @param confirmations by the number of the past night: 1 is the latest; those of nights before the session began,
     *     and of more than {@value ImportSample#MAX_NIGHTS} nights, are left out
     * @param lastConfirmedBy who confirmed the latest of these nights
     * @param reviews the oldest first
     * @param askers how many ask whether the next night is on; 0 where nobody does
     */
    public record Opinions(
            SortedMap<Integer, Confirmations> confirmations,
            String lastConfirmedBy,
            List<Opinion> reviews,
            int askers) {
        public static final Opinions NONE = new Opinions(new TreeMap<>(), "", List.of(), 0);

        public Opinions {
            reviews = List.copyOf(reviews);
            confirmations = Collections.unmodifiableSortedMap(new TreeMap<>(confirmations));
        }
    }

    /**
     * A review that somebody is invented to have written.
     *
     * @param daysAgo when it was written
     * @param night the number of the past night that it is about, or null
     * @param answer that of the organiser on the next day, or null
     */
    public record Opinion(
            Author author,
            int rating,
            @Nullable String text,
            int daysAgo,
            @Nullable Integer night,
            int helpful,
            @Nullable String answer) {}

    public TransferSession.Outcome importSample(Command command) {
        Timetable timetable = command.session().timetable();
        List<Occurrence> coming = timetable.next(command.tonight(), MAX_NIGHTS, command.zone());
        for (Change change : command.changes()) {
            timetable = timetable.with(coming.get(change.night() - 1).date(), change.status());
        }
        Session sample = command.session().withTimetable(timetable).asSample();
        TransferSession.Outcome outcome =
                transferSession.transfer(new TransferSession.Command(sample, feedback(sample, command)));
        if (outcome instanceof TransferSession.Outcome.IsTakenDown
                || outcome instanceof TransferSession.Outcome.NoSuchVenue) {
            return outcome;
        }
        transferReviews.transfer(
                new TransferReviews.Command(sample.id(), reviews(sample, command), TransferReviews.Origin.SAMPLE));
        ask(sample, command);
        MemberId organiser = sample.organiser();
        if (organiser != null && outcome instanceof TransferSession.Outcome.Added) {
            contribute(organiser, sample.id());
        }
        return outcome;
    }

    /** Somebody asks about the next night, unless somebody has already. */
    private void ask(Session sample, Command command) {
        List<Occurrence> next = sample.timetable().next(command.tonight(), 1, command.zone());
        if (command.opinions().askers() == 0 || next.isEmpty()) {
            return;
        }
        LocalDate night = next.getFirst().date();
        Attempts.untilSaved("the question about " + sample.id(), failed -> {
            Versioned<Feedback> stored =
                    feedbacks.find(sample.id()).orElse(new Versioned<>(Feedback.none(sample.id()), SaveOutcome.NEW));
            Question asked = stored.value().question();
            if (asked != null && !asked.night().isBefore(night)) {
                return Optional.of(stored.value());
            }
            Question question =
                    new Question(night, command.opinions().askers(), morning(command, command.tonight()), null);
            Feedback asking = stored.value().with(question);
            return feedbacks.save(asking, stored.version()) instanceof SaveOutcome.Saved
                    ? Optional.of(asking)
                    : Optional.empty();
        });
    }

    private static List<Review> reviews(Session sample, Command command) {
        List<LocalDate> past = past(sample, command);
        List<Review> reviews = new ArrayList<>();
        for (Opinion opinion : command.opinions().reviews()) {
            LocalDate day = command.tonight().minusDays(opinion.daysAgo());
            Integer night = opinion.night();
            LocalDate about = night == null || night > past.size() ? null : past.get(night - 1);
            reviews.add(new Review(
                    sample.id(),
                    reviews.size() + 1,
                    opinion.author(),
                    opinion.rating(),
                    opinion.text(),
                    about == null || about.isAfter(day) ? null : about,
                    morning(command, day).plus(Duration.ofMinutes(7L * reviews.size())),
                    null,
                    Visibility.SHOWN,
                    1,
                    opinion.helpful(),
                    opinion.answer() == null
                            ? null
                            : new Review.Answer(opinion.answer(), morning(command, day.plusDays(1)))));
        }
        return reviews;
    }

    private static Instant morning(Command command, LocalDate day) {
        return day.atTime(11, 5).atZone(command.zone()).toInstant();
    }

    /** The latest first. */
    private static List<LocalDate> past(Session sample, Command command) {
        return sample.timetable().datesBefore(command.tonight(), MAX_NIGHTS).reversed();
    }

    /** An invented member has shared and organises it as any other would. */
    private void contribute(MemberId member, SessionId sample) {
        Attempts.untilSaved("what " + member + " keeps", failed -> {
            Versioned<Activity> stored =
                    members.of(member, ReadConsistency.STRONG).activity();
            Activity next = stored.value().with(stored.value().contributions().sharing(sample));
            return changes.save(List.of(new SaveActivity(next, stored.version() + 1))) instanceof ChangeOutcome.Saved
                    ? Optional.of(next)
                    : Optional.empty();
        });
    }

    private static Feedback feedback(Session sample, Command command) {
        Opinions opinions = command.opinions();
        Timetable timetable = sample.timetable();
        List<LocalDate> past = past(sample, command);
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        opinions.confirmations().forEach((night, confirmations) -> {
            if (night <= past.size()) {
                nights.put(past.get(night - 1), confirmations);
            }
        });
        Feedback.LastWord lastWord = nights.isEmpty()
                ? null
                : new Feedback.LastWord(
                        new Author.Named(opinions.lastConfirmedBy()),
                        Night.at(nights.lastKey(), timetable.schedule().start())
                                .atZone(command.zone())
                                .plusHours(2)
                                .toInstant());
        return new Feedback(sample.id(), nights, lastWord, Tally.NONE);
    }
}

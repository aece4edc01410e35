package ie.tradsessions.application.session;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change.SaveActivity;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Imports an invented session, marked as a sample, and organised by an invented member if it has one. Its changed nights
 * and its confirmations are counted from tonight, so that it looks alive on any day.
 */
public final class ImportSample {
    private static final int MAX_NIGHTS = 20;

    private final TransferSession transferSession;
    private final Members members;
    private final Changes changes;

    public ImportSample(TransferSession transferSession, Members members, Changes changes) {
        this.transferSession = transferSession;
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
     */
    public record Opinions(
            SortedMap<Integer, Confirmations> confirmations, String lastConfirmedBy, RatingSummary ratings) {
        public static final Opinions NONE = new Opinions(new TreeMap<>(), "", RatingSummary.NONE);

        public Opinions {
            confirmations = Collections.unmodifiableSortedMap(new TreeMap<>(confirmations));
        }
    }

    public TransferSession.Outcome importSample(Command command) {
        Timetable timetable = command.session().timetable();
        List<Occurrence> coming = timetable.next(command.tonight(), MAX_NIGHTS, command.zone());
        for (Change change : command.changes()) {
            timetable = timetable.with(coming.get(change.night() - 1).date(), change.status());
        }
        Session sample = command.session().withTimetable(timetable).asSample();
        TransferSession.Outcome outcome =
                transferSession.transfer(new TransferSession.Command(sample, feedback(sample, command)));
        MemberId organiser = sample.organiser();
        if (organiser != null && outcome instanceof TransferSession.Outcome.Added) {
            contribute(organiser, sample.id());
        }
        return outcome;
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
        List<LocalDate> past =
                timetable.datesBefore(command.tonight(), MAX_NIGHTS).reversed();
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        opinions.confirmations().forEach((night, confirmations) -> {
            if (night <= past.size()) {
                nights.put(past.get(night - 1), confirmations);
            }
        });
        Feedback.LastWord lastWord = nights.isEmpty()
                ? null
                : new Feedback.LastWord(
                        opinions.lastConfirmedBy(),
                        Night.at(nights.lastKey(), timetable.schedule().start())
                                .atZone(command.zone())
                                .plusHours(2)
                                .toInstant());
        return new Feedback(sample.id(), nights, lastWord, opinions.ratings());
    }
}

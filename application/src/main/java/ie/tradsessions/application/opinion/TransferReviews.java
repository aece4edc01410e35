package ie.tradsessions.application.opinion;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores the reviews of a data set, with the summary that they add up to. Doing so again changes nothing. Reviews by
 * members here stay as they are, and one that was withdrawn or removed here does not come back.
 */
public final class TransferReviews {
    /** So many are stored together with the summary; with what is kept of their authors they fit one transaction. */
    private static final int MAX_TOGETHER = 40;

    private final Feedbacks feedbacks;
    private final Reviews reviews;
    private final Voices voices;
    private final Changes changes;

    public TransferReviews(Feedbacks feedbacks, Reviews reviews, Voices voices, Changes changes) {
        this.feedbacks = feedbacks;
        this.reviews = reviews;
        this.voices = voices;
        this.changes = changes;
    }

    /** How to know one that is stored already. */
    public enum Origin {
        /** By the moment at which it was written. */
        EXPORT,
        /** By its number and author; its dates move with the day. */
        SAMPLE
    }

    /** @param told of one session that is stored */
    public record Command(SessionId session, List<Review> told, Origin origin) {
        public Command {
            told = List.copyOf(told);
        }
    }

    public record Transferred(int added, int updated, int unchanged) {}

    private record Write(@Nullable Versioned<Review> before, Review after) {}

    public Transferred transfer(Command command) {
        return Attempts.untilSaved("reviews of session " + command.session(), failed -> attempt(command));
    }

    /** Empty where somebody else was faster. What is stored by then is unchanged in the next attempt. */
    private Optional<Transferred> attempt(Command command) {
        SessionId session = command.session();
        Optional<Versioned<Feedback>> known = feedbacks.find(session);
        Feedback feedback = known.map(Versioned::value).orElse(Feedback.none(session));
        long version = known.map(Versioned::version).orElse(SaveOutcome.NEW);
        NavigableMap<Integer, Versioned<Review>> stored = new TreeMap<>();
        Stream.concat(
                        reviews.shown(session, null, Integer.MAX_VALUE, ReadConsistency.STRONG).stream(),
                        reviews.notShown(session).stream())
                .forEach(review -> stored.put(review.value().number(), review));
        List<Write> writes = writes(command, stored, feedback.tally().lastNumber());
        int last = feedback.tally().lastNumber();
        for (int from = 0; from < writes.size(); from += MAX_TOGETHER) {
            List<Change> together = new ArrayList<>();
            for (Write write : writes.subList(from, Math.min(writes.size(), from + MAX_TOGETHER))) {
                Review after = write.after();
                together.add(new Change.SaveReview(write.before(), after));
                voice(write).ifPresent(together::add);
                last = Math.max(last, after.number());
                stored.put(
                        after.number(),
                        new Versioned<>(
                                after,
                                write.before() == null ? 1 : write.before().version() + 1));
            }
            feedback = feedback.with(Tally.recount(
                    stored.values().stream().map(Versioned::value).toList(),
                    last,
                    feedback.tally().burst()));
            together.add(new Change.Save(new StoredAggregate.OfFeedback(feedback, ++version)));
            if (!(changes.save(together) instanceof ChangeOutcome.Saved)) {
                return Optional.empty();
            }
        }
        int added =
                (int) writes.stream().filter(write -> write.before() == null).count();
        return Optional.of(
                new Transferred(added, writes.size() - added, command.told().size() - writes.size()));
    }

    private List<Write> writes(Command command, NavigableMap<Integer, Versioned<Review>> stored, int lastNumber) {
        List<Write> writes = new ArrayList<>();
        int last = command.told().stream().mapToInt(Review::number).reduce(lastNumber, Math::max);
        for (Review told : command.told().stream()
                .sorted(Comparator.comparingInt(Review::number))
                .toList()) {
            Optional<Versioned<Review>> before = stored.values().stream()
                    .filter(one -> isSame(one.value(), told, command.origin()))
                    .findFirst();
            boolean taken = stored.containsKey(told.number());
            if (before.isPresent()) {
                Review after = updated(before.get().value(), told, command.origin());
                if (!after.equals(before.get().value())) {
                    writes.add(new Write(before.get(), after));
                }
            } else if (!taken && told.number() > lastNumber && !hasReviewed(told)) {
                writes.add(new Write(null, told));
            } else if (taken && command.origin() == Origin.EXPORT) {
                writes.add(new Write(null, numbered(told, ++last)));
            }
        }
        return writes;
    }

    private static boolean isSame(Review stored, Review told, Origin origin) {
        return origin == Origin.SAMPLE
                ? stored.number() == told.number() && stored.author().equals(told.author())
                : stored.writtenAt().equals(told.writtenAt());
    }

    /** What a member has written here, or changed, is not changed by anybody else; nor is what a moderator decided. */
    private static Review updated(Review stored, Review told, Origin origin) {
        boolean isOfOthers =
                origin == Origin.SAMPLE ? stored.changedAt() == null : !(stored.author() instanceof Author.Member);
        if (!isOfOthers) {
            return stored;
        }
        boolean same =
                stored.content().equals(told.content()) && stored.writtenAt().equals(told.writtenAt());
        return new Review(
                stored.session(),
                stored.number(),
                stored.author(),
                told.rating(),
                told.text(),
                told.night(),
                told.writtenAt(),
                told.changedAt(),
                stored.visibility(),
                same ? stored.revision() : stored.revision() + 1,
                Math.max(stored.helpful(), told.helpful()),
                told.answer() == null ? stored.answer() : told.answer());
    }

    private static Review numbered(Review told, int number) {
        return new Review(
                told.session(),
                number,
                told.author(),
                told.rating(),
                told.text(),
                told.night(),
                told.writtenAt(),
                told.changedAt(),
                told.visibility(),
                told.revision(),
                told.helpful(),
                told.answer());
    }

    private boolean hasReviewed(Review told) {
        return told.author() instanceof Author.Member(var member)
                && voices.of(member, told.session()).value().review() != null;
    }

    /** That the author has reviewed the session, where the author is a member. */
    private Optional<Change> voice(Write write) {
        if (write.before() != null || !(write.after().author() instanceof Author.Member(var member))) {
            return Optional.empty();
        }
        Versioned<Voice> before = voices.of(member, write.after().session());
        return Optional.of(
                new Change.SaveVoice(before.value().withReview(write.after().number()), before.version() + 1));
    }
}

package ie.tradsessions.application.dataset;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts all reviews anew, compares what they add up to with the summary of each session, and what each member says to
 * have reviewed with what is there. What is wrong is set right. It reads everything; what looks wrong, it reads again, for
 * people go on posting meanwhile.
 */
public final class CheckReviews {
    private final Storage storage;

    public CheckReviews(Storage storage) {
        this.storage = storage;
    }

    /**
     * @param reviews how many there are
     * @param unreadable what cannot be read, for people
     * @param summaries of these sessions were not the recount
     * @param voices that named a review that is not there, or none where there is one
     */
    public record Outcome(int reviews, List<String> unreadable, List<SessionId> summaries, List<Spoken> voices) {
        public Outcome {
            unreadable = List.copyOf(unreadable);
            summaries = List.copyOf(summaries);
            voices = List.copyOf(voices);
        }

        public boolean foundNothing() {
            return unreadable.isEmpty() && summaries.isEmpty() && voices.isEmpty();
        }
    }

    /** What one member says of one session. */
    public record Spoken(MemberId member, SessionId session) {}

    public Outcome check() {
        Map<SessionId, NavigableMap<Integer, Review>> reviews = new TreeMap<>();
        List<String> unreadable = new ArrayList<>();
        storage.reviews()
                .readAll(
                        review -> reviews.computeIfAbsent(review.session(), session -> new TreeMap<>())
                                .put(review.number(), review),
                        unreadable::add);
        Map<SessionId, Tally> tallies = new HashMap<>();
        storage.dataSet().readAll(one -> {
            if (one instanceof StoredAggregate.OfFeedback(var feedback, var version)) {
                tallies.put(feedback.session(), feedback.tally());
            }
        });
        TreeSet<SessionId> sessions = new TreeSet<>(reviews.keySet());
        sessions.addAll(tallies.keySet());
        // A review that cannot be read would be missing from the recount.
        boolean isWhole = unreadable.isEmpty();
        List<SessionId> summaries = sessions.stream()
                .filter(session -> !recount(
                                reviews.getOrDefault(session, new TreeMap<>()).values(),
                                tallies.getOrDefault(session, Tally.NONE))
                        .equals(tallies.getOrDefault(session, Tally.NONE)))
                .filter(session -> isWhole && setSummaryRight(session))
                .toList();
        List<Spoken> voices = suspectedVoices(reviews, unreadable).stream()
                .filter(spoken -> isWhole && setVoiceRight(spoken))
                .toList();
        return new Outcome(
                reviews.values().stream().mapToInt(NavigableMap::size).sum(), unreadable, summaries, voices);
    }

    private static Tally recount(Iterable<Review> reviews, Tally stored) {
        List<Review> all = new ArrayList<>();
        reviews.forEach(all::add);
        int last = all.stream().mapToInt(Review::number).max().orElse(0);
        return Tally.recount(all, Math.max(last, stored.lastNumber()), stored.burst());
    }

    /** Whether it was wrong. */
    private boolean setSummaryRight(SessionId session) {
        return Attempts.untilSaved("the summary of session " + session, failed -> {
            Optional<Versioned<Feedback>> known = storage.feedbacks().find(session);
            Feedback feedback = known.map(Versioned::value).orElse(Feedback.none(session));
            Tally counted = recount(reviewsOf(session), feedback.tally());
            if (counted.equals(feedback.tally())) {
                return Optional.of(false);
            }
            long version = known.map(Versioned::version).orElse(SaveOutcome.NEW);
            return storage.feedbacks().save(feedback.with(counted), version) instanceof SaveOutcome.Saved
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private List<Review> reviewsOf(SessionId session) {
        return Stream.concat(
                        storage.reviews().shown(session, null, Integer.MAX_VALUE, ReadConsistency.STRONG).stream(),
                        storage.reviews().notShown(session).stream())
                .map(Versioned::value)
                .toList();
    }

    private List<Spoken> suspectedVoices(
            Map<SessionId, NavigableMap<Integer, Review>> reviews, List<String> unreadable) {
        Map<Spoken, Integer> written = new HashMap<>();
        reviews.values()
                .forEach(its -> its.values().forEach(review -> {
                    if (review.author() instanceof Author.Member(var member)) {
                        written.put(new Spoken(member, review.session()), review.number());
                    }
                }));
        List<Spoken> suspected = new ArrayList<>();
        storage.voices()
                .readAll(
                        voice -> {
                            Spoken spoken = new Spoken(voice.member(), voice.session());
                            @Nullable Integer number = written.remove(spoken);
                            if (number == null ? voice.review() != null : !number.equals(voice.review())) {
                                suspected.add(spoken);
                            }
                        },
                        unreadable::add);
        suspected.addAll(written.keySet());
        return suspected;
    }

    /** Whether it was wrong. */
    private boolean setVoiceRight(Spoken spoken) {
        return Attempts.untilSaved("what " + spoken.member() + " says of session " + spoken.session(), failed -> {
            Versioned<Voice> stored = storage.voices().of(spoken.member(), spoken.session());
            @Nullable
            Integer written = reviewsOf(spoken.session()).stream()
                    .filter(review -> review.author().equals(new Author.Member(spoken.member())))
                    .map(Review::number)
                    .findFirst()
                    .orElse(null);
            Voice right = stored.value().withReview(written);
            if (right.equals(stored.value())) {
                return Optional.of(false);
            }
            return storage.changes().save(List.of(new Change.SaveVoice(right, stored.version() + 1)))
                            instanceof ChangeOutcome.Saved
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }
}

package ie.tradsessions.application.review;

import ie.tradsessions.application.linearizability.SequentialModel;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the reviews of one session do if nobody is at work at once, in as few rules as there are: the summary is counted
 * anew for each reader.
 */
final class ReviewModel implements SequentialModel<ReviewModel.State, ReviewModel.Call, ReviewModel.Answer> {
    private static final int SHOWN_ON_A_PAGE = 10;

    /** So many reviews by new members are a burst; all of a history are of one day. */
    private static final int BURST = 3;

    private final Set<String> newcomers;

    /** @param newcomers the names of the members who are new */
    ReviewModel(Set<String> newcomers) {
        this.newcomers = Set.copyOf(newcomers);
    }

    /**
     * A review as it stands.
     *
     * @param author the name of the member
     * @param helpful the names of those who found it helpful
     */
    record Standing(String author, int rating, String text, Visibility visibility, int revision, Set<String> helpful) {
        Standing with(int newRating, String newText) {
            return newRating == rating && newText.equals(text)
                    ? this
                    : new Standing(author, newRating, newText, visibility, revision + 1, helpful);
        }

        Standing as(Visibility other) {
            return other == visibility ? this : new Standing(author, rating, text, other, revision + 1, helpful);
        }

        Standing marked(String member, boolean isHelpful) {
            Set<String> marks = new TreeSet<>(helpful);
            if (isHelpful) {
                marks.add(member);
            } else {
                marks.remove(member);
            }
            return new Standing(author, rating, text, visibility, revision, marks);
        }
    }

    /**
     * All reviews, by number.
     *
     * @param posted how many were ever posted
     * @param recent the numbers of the latest by new members, oldest first
     * @param burst whether these are a burst that no moderator has ended
     * @param cases the numbers of those about which a moderator has decided, each by itself
     */
    record State(
            int posted,
            NavigableMap<Integer, Standing> reviews,
            List<Integer> recent,
            boolean burst,
            Set<Integer> cases) {
        State {
            reviews = Collections.unmodifiableNavigableMap(reviews);
            recent = List.copyOf(recent);
            cases = Set.copyOf(cases);
        }

        private State with(int number, Standing standing) {
            NavigableMap<Integer, Standing> all = new TreeMap<>(reviews);
            all.put(number, standing);
            return new State(Math.max(posted, number), all, recent, burst, cases);
        }

        private State without(int number) {
            NavigableMap<Integer, Standing> all = new TreeMap<>(reviews);
            all.remove(number);
            return new State(posted, all, recent, burst, cases);
        }

        private State withBurst(List<Integer> numbers, boolean open) {
            return new State(posted, reviews, numbers, open, cases);
        }

        private State withCase(int number) {
            Set<Integer> all = new HashSet<>(cases);
            all.add(number);
            return new State(posted, reviews, recent, burst, all);
        }

        private int numberOf(String author) {
            return reviews.entrySet().stream()
                    .filter(review -> review.getValue().author().equals(author))
                    .map(review -> review.getKey())
                    .findFirst()
                    .orElse(0);
        }

        private boolean holdsAny() {
            return reviews.values().stream().anyMatch(review -> review.visibility() == Visibility.HELD);
        }
    }

    sealed interface Call {
        record Post(String author, int rating, String text) implements Call {}

        record Withdraw(String author) implements Call {}

        record Mark(String member, int number, boolean helpful) implements Call {}

        /**
         * A moderator's decision on a review.
         *
         * @param visibility null to remove it
         */
        record Decide(int number, @Nullable Visibility visibility) implements Call {}

        /** As {@link Decide}, on one of those that are held. */
        record DecideOnHeld(int number, @Nullable Visibility visibility) implements Call {}

        /** What comes once none is held any more. */
        record EndBurst() implements Call {}

        record Read() implements Call {}

        record ReadOne(int number) implements Call {}
    }

    sealed interface Answer {
        /** It is so now, whoever made it so. */
        record Done() implements Answer {}

        /** There is no review with that number that the call could be about, or none any more. */
        record NoSuchReview() implements Answer {}

        /** It is for others to do. */
        record NotAllowed() implements Answer {}

        /** Something is held still. */
        record NotYet() implements Answer {}

        /**
         * What everybody sees.
         *
         * @param histogram how many gave one, two, three, four and five
         * @param named the newest, as they are named beside the summary
         * @param newest newest first
         */
        record Page(List<Integer> histogram, List<Tally.Entry> named, List<Shown> newest) implements Answer {}

        /** @param helpful how many found it helpful */
        record One(int revision, Visibility visibility, int helpful) implements Answer {}
    }

    record Shown(int number, int revision, String author, int rating, String text) {}

    @Override
    public State initial() {
        return new State(0, new TreeMap<>(), List.of(), false, Set.of());
    }

    @Override
    public Step<State, Answer> carryOut(State before, Call call) {
        return switch (call) {
            case Call.Post post -> new Step<>(posted(before, post), new Answer.Done());
            case Call.Withdraw(String author) -> new Step<>(withdrawn(before, author), new Answer.Done());
            case Call.Mark mark -> marked(before, mark);
            case Call.Decide(int number, Visibility visibility) -> decided(before, number, visibility);
            case Call.DecideOnHeld(int number, Visibility visibility) -> {
                Standing now = before.reviews().get(number);
                yield now == null || now.visibility() != Visibility.HELD
                        ? new Step<>(before, new Answer.NoSuchReview())
                        : new Step<>(become(before, number, visibility), new Answer.Done());
            }
            case Call.EndBurst() ->
                before.holdsAny()
                        ? new Step<>(before, new Answer.NotYet())
                        : new Step<>(before.withBurst(List.of(), false), new Answer.Done());
            case Call.Read() -> new Step<>(before, page(before));
            case Call.ReadOne(int number) -> new Step<>(before, one(before, number));
        };
    }

    @Override
    public boolean isRead(Call call) {
        return call instanceof Call.Read || call instanceof Call.ReadOne;
    }

    private State posted(State before, Call.Post post) {
        boolean isNew = newcomers.contains(post.author());
        int number = before.numberOf(post.author());
        if (number == 0) {
            return first(before, post, isNew);
        }
        Standing now = before.reviews().get(number);
        Standing changed = now.with(post.rating(), post.text());
        boolean held = !changed.equals(now) && changed.visibility() == Visibility.SHOWN && isNew && before.burst();
        return before.with(number, held ? changed.as(Visibility.HELD) : changed);
    }

    private static State first(State before, Call.Post post, boolean isNew) {
        int number = before.posted() + 1;
        List<Integer> recent = new ArrayList<>(before.recent());
        boolean burst = before.burst();
        if (isNew && !burst) {
            recent.add(number);
            burst = recent.size() == BURST;
        }
        Visibility visibility = isNew && burst ? Visibility.HELD : Visibility.SHOWN;
        State after = before.with(
                        number, new Standing(post.author(), post.rating(), post.text(), visibility, 1, Set.of()))
                .withBurst(recent, burst);
        if (burst && !before.burst()) {
            for (int earlier : before.recent()) {
                Standing review = after.reviews().get(earlier);
                if (review != null && review.visibility() == Visibility.SHOWN) {
                    after = after.with(earlier, review.as(Visibility.HELD));
                }
            }
        }
        return after;
    }

    private static State withdrawn(State before, String author) {
        int number = before.numberOf(author);
        return number == 0
                ? before
                : before.without(number)
                        .withBurst(
                                before.recent().stream()
                                        .filter(one -> one != number)
                                        .toList(),
                                before.burst());
    }

    private static Step<State, Answer> marked(State before, Call.Mark mark) {
        Standing now = before.reviews().get(mark.number());
        if (now == null || now.visibility() != Visibility.SHOWN) {
            return new Step<>(before, new Answer.NoSuchReview());
        }
        if (now.author().equals(mark.member())) {
            return new Step<>(before, new Answer.NotAllowed());
        }
        return new Step<>(before.with(mark.number(), now.marked(mark.member(), mark.helpful())), new Answer.Done());
    }

    /** Of one that is gone all that can be decided is that it was in order, or is to be gone, if there is a case. */
    private static Step<State, Answer> decided(State before, int number, @Nullable Visibility visibility) {
        boolean closes = before.cases().contains(number) && visibility != Visibility.HIDDEN;
        if (before.reviews().containsKey(number) || closes) {
            return new Step<>(become(before, number, visibility).withCase(number), new Answer.Done());
        }
        return new Step<>(before, new Answer.NoSuchReview());
    }

    private static State become(State before, int number, @Nullable Visibility visibility) {
        Standing now = before.reviews().get(number);
        if (now == null) {
            return before;
        }
        return visibility == null ? before.without(number) : before.with(number, now.as(visibility));
    }

    private static Answer one(State state, int number) {
        Standing review = state.reviews().get(number);
        return review == null
                ? new Answer.NoSuchReview()
                : new Answer.One(
                        review.revision(), review.visibility(), review.helpful().size());
    }

    private static Answer page(State state) {
        List<Integer> histogram = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        List<Shown> newest = new ArrayList<>();
        state.reviews().descendingMap().forEach((number, review) -> {
            if (review.visibility() == Visibility.SHOWN) {
                histogram.set(review.rating() - 1, histogram.get(review.rating() - 1) + 1);
                newest.add(new Shown(number, review.revision(), review.author(), review.rating(), review.text()));
            }
        });
        List<Shown> first = newest.stream().limit(SHOWN_ON_A_PAGE).toList();
        return new Answer.Page(
                histogram,
                first.stream()
                        .map(review -> new Tally.Entry(review.number(), review.revision()))
                        .toList(),
                first);
    }
}

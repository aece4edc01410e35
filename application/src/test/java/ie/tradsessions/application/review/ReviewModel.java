package ie.tradsessions.application.review;

import ie.tradsessions.application.linearizability.SequentialModel;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the reviews of one session do if nobody is at work at once, in as few rules as there are: the summary is counted
 * anew for each reader.
 */
final class ReviewModel implements SequentialModel<ReviewModel.State, ReviewModel.Call, ReviewModel.Answer> {
    private static final int SHOWN_ON_A_PAGE = 10;

    /**
     * A review as it stands.
     *
     * @param author the name of the member
     */
    record Standing(String author, int rating, String text, Visibility visibility, int revision) {}

    /**
     * All reviews, by number.
     *
     * @param posted how many were ever posted
     */
    record State(int posted, NavigableMap<Integer, Standing> reviews) {
        State {
            reviews = Collections.unmodifiableNavigableMap(reviews);
        }

        private State with(int number, Standing standing) {
            NavigableMap<Integer, Standing> all = new TreeMap<>(reviews);
            all.put(number, standing);
            return new State(Math.max(posted, number), all);
        }

        private State without(int number) {
            NavigableMap<Integer, Standing> all = new TreeMap<>(reviews);
            all.remove(number);
            return new State(posted, all);
        }

        private int numberOf(String author) {
            return reviews.entrySet().stream()
                    .filter(review -> review.getValue().author().equals(author))
                    .map(review -> review.getKey())
                    .findFirst()
                    .orElse(0);
        }
    }

    sealed interface Call {
        record Post(String author, int rating, String text) implements Call {}

        record Withdraw(String author) implements Call {}

        /** A moderator's decision on a review. */
        record Decide(int number, Visibility visibility) implements Call {}

        record Read() implements Call {}
    }

    sealed interface Answer {
        /** It is so now, whoever made it so. */
        record Done() implements Answer {}

        /** There is no review with that number, or none any more. */
        record NoSuchReview() implements Answer {}

        /**
         * What everybody sees.
         *
         * @param histogram how many gave one, two, three, four and five
         * @param named the newest, as they are named beside the summary
         * @param newest newest first
         */
        record Page(List<Integer> histogram, List<Tally.Entry> named, List<Shown> newest) implements Answer {}
    }

    record Shown(int number, int revision, String author, int rating, String text) {}

    @Override
    public State initial() {
        return new State(0, new TreeMap<>());
    }

    @Override
    public Step<State, Answer> carryOut(State before, Call call) {
        return switch (call) {
            case Call.Post post -> posted(before, post);
            case Call.Withdraw(String author) -> {
                int number = before.numberOf(author);
                yield new Step<>(number == 0 ? before : before.without(number), new Answer.Done());
            }
            case Call.Decide(int number, Visibility visibility) -> decided(before, number, visibility);
            case Call.Read() -> new Step<>(before, page(before));
        };
    }

    @Override
    public boolean isRead(Call call) {
        return call instanceof Call.Read;
    }

    private static Step<State, Answer> posted(State before, Call.Post post) {
        int number = before.numberOf(post.author());
        if (number == 0) {
            int next = before.posted() + 1;
            return new Step<>(
                    before.with(next, new Standing(post.author(), post.rating(), post.text(), Visibility.SHOWN, 1)),
                    new Answer.Done());
        }
        Standing now = before.reviews().get(number);
        if (now.rating() == post.rating() && now.text().equals(post.text())) {
            return new Step<>(before, new Answer.Done());
        }
        Standing changed =
                new Standing(post.author(), post.rating(), post.text(), now.visibility(), now.revision() + 1);
        return new Step<>(before.with(number, changed), new Answer.Done());
    }

    private static Step<State, Answer> decided(State before, int number, Visibility visibility) {
        Standing now = before.reviews().get(number);
        if (now == null) {
            return new Step<>(before, new Answer.NoSuchReview());
        }
        Standing decided = new Standing(
                now.author(),
                now.rating(),
                now.text(),
                visibility,
                now.visibility() == visibility ? now.revision() : now.revision() + 1);
        return new Step<>(before.with(number, decided), new Answer.Done());
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

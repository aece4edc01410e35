package ie.tradsessions.domain.review;

import ie.tradsessions.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The ratings of a session, counted.
 *
 * @param histogram how many gave one, two, three, four and five, in that order
 */
public record RatingSummary(List<Integer> histogram) {
    private static final int BEST = 5;

    public static final RatingSummary NONE = new RatingSummary(List.of(0, 0, 0, 0, 0));

    public RatingSummary {
        histogram = List.copyOf(histogram);
        if (histogram.size() != BEST || histogram.stream().anyMatch(count -> count < 0)) {
            throw new InvalidValue("ratings", "five counts of 0 or more: how many gave 1, 2, 3, 4 and 5");
        }
    }

    public long count() {
        long count = 0;
        for (int ratings : histogram) {
            count += ratings;
        }
        return count;
    }

    /** The mean of the ratings, 1 to 5; empty where there are none. */
    public OptionalDouble mean() {
        long count = count();
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum() / count);
    }

    /** All ratings added up. */
    public long sum() {
        long sum = 0;
        for (int i = 0; i < BEST; i++) {
            sum += (i + 1L) * histogram.get(i);
        }
        return sum;
    }

    /** @param rating 1 to 5 */
    public RatingSummary plus(int rating) {
        return with(rating, 1);
    }

    /**
     * Without one that was counted.
     *
     * @param rating 1 to 5
     * @throws InvalidValue if nobody gave it
     */
    public RatingSummary minus(int rating) {
        return with(rating, -1);
    }

    private RatingSummary with(int rating, int more) {
        List<Integer> counts = new ArrayList<>(histogram);
        counts.set(rating - 1, counts.get(rating - 1) + more);
        return new RatingSummary(counts);
    }
}

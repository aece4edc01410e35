package ie.tradsessions.domain.review;

import ie.tradsessions.domain.InvalidValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the reviews of a session add up to. It is stored together with every review that changes it, and so is always
 * equal to a recount; it names the newest reviews too, so that whoever reads both can tell whether they are of one moment.
 *
 * @param ratings of the reviews that are shown
 * @param lastNumber the number that was given last, or 0
 * @param newest the {@value #NEWEST} newest reviews that are shown, newest first
 */
public record Tally(RatingSummary ratings, int lastNumber, List<Entry> newest, Burst burst) {
    public static final int NEWEST = 10;

    public static final Tally NONE = new Tally(RatingSummary.NONE, 0, List.of(), Burst.NONE);

    /** Names a review as it stands. */
    public record Entry(int number, int revision) {
        public static Entry of(Review review) {
            return new Entry(review.number(), review.revision());
        }
    }

    /**
     * What becomes of one review.
     *
     * @param before null where it is new
     * @param after null where it is withdrawn
     */
    public record Step(@Nullable Review before, @Nullable Review after) {}

    public Tally {
        newest = List.copyOf(newest);
        if (lastNumber < 0 || newest.size() != Math.min(NEWEST, ratings.count())) {
            throw new InvalidValue("newest", "as many of the reviews as are shown, at most " + NEWEST);
        }
        int above = lastNumber + 1;
        for (Entry entry : newest) {
            if (entry.number() < 1 || entry.number() >= above || entry.revision() < 1) {
                throw new InvalidValue("newest", "falling numbers, none above the last that was given");
            }
            above = entry.number();
        }
    }

    /** Counts all reviews of a session. */
    public static Tally recount(Collection<Review> reviews, int lastNumber, Burst burst) {
        List<Review> shown = reviews.stream()
                .filter(Review::isShown)
                .sorted(Comparator.comparingInt(Review::number).reversed())
                .toList();
        RatingSummary ratings = RatingSummary.NONE;
        for (Review review : shown) {
            ratings = ratings.plus(review.rating());
        }
        return new Tally(
                ratings, lastNumber, shown.stream().limit(NEWEST).map(Entry::of).toList(), burst);
    }

    /** The number of the review that is posted next. */
    public int nextNumber() {
        return lastNumber + 1;
    }

    public Tally with(Burst other) {
        return new Tally(ratings, lastNumber, newest, other);
    }

    /**
     * Whether steps take a review out of the newest while there are older ones that are shown: then {@link #after} needs
     * as many of those as there are steps.
     */
    public boolean needsOlder(Collection<Step> steps) {
        return ratings.count() > newest.size()
                && steps.stream()
                        .map(Step::before)
                        .anyMatch(before -> before != null && newest.contains(Entry.of(before)));
    }

    /**
     * The tally once all these steps are made.
     *
     * @param steps of different reviews
     * @param older the next reviews after the newest that are shown now, as many as there are steps or as there are; none
     *     where {@link #needsOlder} says so
     */
    public Tally after(Collection<Step> steps, List<Review> older) {
        RatingSummary counted = ratings;
        int last = lastNumber;
        NavigableMap<Integer, Entry> candidates = new TreeMap<>(Comparator.reverseOrder());
        newest.forEach(entry -> candidates.put(entry.number(), entry));
        older.forEach(review -> candidates.put(review.number(), Entry.of(review)));
        for (Step step : steps) {
            Review before = step.before();
            if (before != null) {
                counted = before.isShown() ? counted.minus(before.rating()) : counted;
                candidates.remove(before.number());
            }
            Review after = step.after();
            if (after != null) {
                last = Math.max(last, after.number());
            }
            if (after != null && after.isShown()) {
                counted = counted.plus(after.rating());
                candidates.put(after.number(), Entry.of(after));
            }
        }
        return new Tally(
                counted,
                last,
                candidates.entrySet().stream()
                        .map(Map.Entry::getValue)
                        .limit(NEWEST)
                        .toList(),
                burst);
    }
}

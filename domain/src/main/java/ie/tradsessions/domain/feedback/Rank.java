package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.review.RatingSummary;

/**
 * What orders the front page: how good a session is said to be, weighed with how lately it was said to be on.
 *
 * <p>The quality is the Bayesian average of the ratings, (m·C + Σr) / (m + n), in which {@value #PRIOR_RATINGS} ratings
 * of {@value #PRIOR_MEAN} stand in for what is not known: the estimator behind the IMDb Top 250 ("weighted rating"). It
 * is halved for every {@value #HALF_LIFE_DAYS} days since the last sign of life, by exponential decay.
 *
 * <p>The logarithm of quality · 2^(−age / half-life) differs from log₂(quality) + day / half-life only by a term that is
 * the same for all sessions at any one moment. So a rank is a number that no passing of time reorders: it may be stored
 * and indexed, and changes only when somebody speaks or rates. {@link StrictMath} makes it the same on every machine, to the last bit.
 */
public final class Rank {
    private static final double PRIOR_MEAN = 3.5;
    private static final int PRIOR_RATINGS = 5;
    private static final double HALF_LIFE_DAYS = 120;

    private static final double LOG_OF_TWO = StrictMath.log(2);

    private Rank() {}

    /** A number that is greater for a session that should stand before another. */
    public static double of(RatingSummary ratings, SignsOfLife signs) {
        double quality = (PRIOR_RATINGS * PRIOR_MEAN + ratings.sum()) / (PRIOR_RATINGS + ratings.count());
        return StrictMath.log(quality) / LOG_OF_TWO + signs.last().toEpochDay() / HALF_LIFE_DAYS;
    }
}

package ie.tradsessions.application.opinion;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.review.Review;
import java.util.ArrayList;
import java.util.List;

/** The reviews that a member wrote, whoever else sees them. */
public final class OwnReviews {
    private OwnReviews() {}

    /** @param voices all that the member has said: they name the reviews */
    public static List<Review> of(List<Voice> voices, Reviews reviews) {
        List<Reviews.Key> keys = new ArrayList<>();
        for (Voice voice : voices) {
            Integer number = voice.review();
            if (number != null) {
                keys.add(new Reviews.Key(voice.session(), number));
            }
        }
        return reviews.findAll(keys).stream().map(Versioned::value).toList();
    }
}

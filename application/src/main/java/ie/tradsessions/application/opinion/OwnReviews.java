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
        List<Reviews.Id> ids = new ArrayList<>();
        for (Voice voice : voices) {
            Integer number = voice.review();
            if (number != null) {
                ids.add(new Reviews.Id(voice.session(), number));
            }
        }
        return reviews.findAll(ids).stream().map(Versioned::value).toList();
    }
}

package ie.tradsessions.adapters.lambda.review;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.domain.review.Review;
import java.time.LocalDate;
import java.util.Objects;

/** Reads what a member thinks of a session. */
final class ReviewInput {
    private ReviewInput() {}

    static Review.Content of(JsonBody json) {
        Integer rating = json.number("rating", ParameterParsers.wholeNumber(Review.BEST));
        String text = json.text("text");
        LocalDate night = json.optional("night", ParameterParsers::date);
        return json.into(() -> new Review.Content(Objects.requireNonNull(rating), text, night));
    }
}

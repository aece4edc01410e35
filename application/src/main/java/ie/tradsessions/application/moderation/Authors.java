package ie.tradsessions.application.moderation;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.Session;
import java.util.Optional;

/** Who is told of a decision, and may object to it. */
final class Authors {
    private Authors() {}

    /** Whoever organises the session or, where nobody does, has shared it. */
    static Optional<MemberId> of(Session session) {
        return Optional.ofNullable(session.organiser())
                .or(() -> member(session.shared().by()));
    }

    static Optional<MemberId> of(Review review) {
        return member(review.author());
    }

    private static Optional<MemberId> member(Author author) {
        return author instanceof Author.Member(var id) ? Optional.of(id) : Optional.empty();
    }
}

package ie.tradsessions.application.review;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.opinion.OwnReviews;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.opinion.Voices;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.review.Review;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Shows members their own reviews, also those that are held or hidden. */
public final class ViewMyReviews {
    private final SearchIndex index;
    private final Voices voices;
    private final Reviews reviews;
    private final MemberNames names;
    private final InstantSource clock;

    public ViewMyReviews(SearchIndex index, Voices voices, Reviews reviews, MemberNames names, InstantSource clock) {
        this.index = index;
        this.voices = voices;
        this.reviews = reviews;
        this.names = names;
        this.clock = clock;
    }

    /** @param names the member's own, if there is one */
    public record Mine(Listing session, Review review, Map<MemberId, String> names) {}

    /** Those that were written last come first. */
    public List<Mine> view(Identity who) {
        Instant now = clock.instant();
        Index current = index.current();
        Map<MemberId, String> own = names.of(List.of(who.member()));
        List<Voice> spoken =
                voices.of(who.member()).stream().map(Versioned::value).toList();
        return OwnReviews.of(spoken, reviews).stream()
                .sorted(Comparator.comparing(Review::writtenAt).reversed())
                .flatMap(review -> current.session(review.session()).stream()
                        .map(known -> new Mine(Listing.at(now, known.card()), review, own)))
                .toList();
    }
}

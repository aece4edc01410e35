package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.lambda.access.SignInOperations;
import ie.tradsessions.adapters.lambda.feedback.FeedbackOperations;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.http.RouteTable;
import ie.tradsessions.adapters.lambda.member.MemberOperations;
import ie.tradsessions.adapters.lambda.moderation.ModerationOperations;
import ie.tradsessions.adapters.lambda.review.MemberReviewOperations;
import ie.tradsessions.adapters.lambda.session.MemberSessionOperations;
import ie.tradsessions.adapters.lambda.venue.MemberVenueOperations;
import java.util.List;

/** Every address of the private function. The OpenAPI document is compared with this table. */
final class PrivateRoutes {
    private PrivateRoutes() {}

    static RouteTable table(PrivateUseCases useCases, SignInOperations signIn, Paging paging) {
        MemberSessionOperations sessions = new MemberSessionOperations(useCases.sessions());
        MemberOperations members = new MemberOperations(useCases.members());
        List<List<Route>> subjects = List.of(
                sessions.routes(),
                new MemberVenueOperations(useCases.venues()).routes(),
                new MemberReviewOperations(useCases.reviews(), sessions::shown).routes(),
                new FeedbackOperations(useCases.feedback(), sessions::shown).routes(),
                new ModerationOperations(useCases.moderation(), paging, members::shown).routes(),
                members.routes(),
                signIn.routes());
        return new RouteTable(subjects.stream().flatMap(List::stream).toList(), SharedAddresses.METHODS);
    }
}

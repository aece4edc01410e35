package ie.tradsessions.adapters.lambda.review;

import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.review.ListReviews;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;

/** What anybody may ask about reviews. */
public final class ReviewOperations {
    private static final int DEFAULT_LIMIT = 20;

    private final ListReviews listReviews;
    private final Paging paging;

    public ReviewOperations(ListReviews listReviews, Paging paging) {
        this.listReviews = listReviews;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/sessions/{id}/reviews", "listReviews", this::list));
    }

    private Response list(Request request) {
        Parameters parameters = request.parameters();
        ListReviews.Order asked =
                parameters.one("sort", ParameterParsers.oneOf(ListReviews.Order.class, ParameterParsers::lowerCase));
        ListReviews.Order order = asked == null ? ListReviews.Order.NEWEST : asked;
        int limit = paging.limit(parameters, DEFAULT_LIMIT, ListReviews.MAX_LIMIT);
        PageToken after = paging.after(parameters, request);
        parameters.check();
        return request.identifier("id", SessionId::new)
                .flatMap(id -> listReviews.list(new ListReviews.Query(id, order, limit, after)))
                .map(view -> paging.page(
                        request,
                        view.reviews(),
                        Caching.PAGE,
                        (json, review) -> ReviewJson.review(json, review, view.names())))
                .orElseGet(() -> request.notFound("There is no such session."));
    }
}

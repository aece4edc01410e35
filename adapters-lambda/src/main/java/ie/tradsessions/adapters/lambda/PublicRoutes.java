package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.lambda.dataset.DataSetOperations;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.http.RouteTable;
import ie.tradsessions.adapters.lambda.member.CalendarOperations;
import ie.tradsessions.adapters.lambda.place.PlaceOperations;
import ie.tradsessions.adapters.lambda.review.ReviewOperations;
import ie.tradsessions.adapters.lambda.session.SessionOperations;
import ie.tradsessions.adapters.lambda.venue.VenueOperations;
import java.time.InstantSource;
import java.util.List;

/** Every address of the public function. The OpenAPI document is compared with this table. */
final class PublicRoutes {
    private PublicRoutes() {}

    /** @param version of the build */
    static RouteTable table(PublicUseCases useCases, Paging paging, String version, InstantSource clock) {
        List<List<Route>> subjects = List.of(
                new SessionOperations(
                                useCases.findSessions(),
                                useCases.viewArea(),
                                useCases.viewSession(),
                                useCases.listOccurrences(),
                                useCases.viewVenue(),
                                paging)
                        .routes(),
                new ReviewOperations(useCases.listReviews(), paging).routes(),
                new VenueOperations(useCases.findVenues(), paging).routes(),
                new PlaceOperations(useCases.listCounties()).routes(),
                new CalendarOperations(useCases.viewCalendar(), clock).routes(),
                new DataSetOperations(useCases.exportDataSet(), paging).routes(),
                new FunctionOperations(version).routes());
        return new RouteTable(subjects.stream().flatMap(List::stream).toList(), SharedAddresses.METHODS);
    }
}

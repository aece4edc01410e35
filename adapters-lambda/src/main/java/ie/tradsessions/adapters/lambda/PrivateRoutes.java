package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.lambda.access.SignInOperations;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.http.RouteTable;
import ie.tradsessions.adapters.lambda.member.MemberOperations;
import ie.tradsessions.adapters.lambda.session.MemberSessionOperations;
import ie.tradsessions.adapters.lambda.venue.MemberVenueOperations;
import java.util.List;

/** Every address of the private function. The OpenAPI document is compared with this table. */
final class PrivateRoutes {
    private PrivateRoutes() {}

    static RouteTable table(PrivateUseCases useCases, SignInOperations signIn) {
        List<List<Route>> subjects = List.of(
                new MemberSessionOperations(useCases.sessions()).routes(),
                new MemberVenueOperations(
                                useCases.registerVenue(),
                                useCases.changeVenue(),
                                useCases.undoVenueChange(),
                                useCases.viewMyVenue())
                        .routes(),
                new MemberOperations(useCases.members()).routes(),
                signIn.routes());
        return new RouteTable(subjects.stream().flatMap(List::stream).toList(), SharedAddresses.METHODS);
    }
}

package ie.tradsessions.benchmarks;

import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SessionOrder;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.search.WhichNight;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request to the public function, as the use case behind it takes it. */
sealed interface PublicRequest {
    /** Path and query. */
    String address();

    /** The first page of a list, with as many sessions as it has unless somebody asks for more or fewer. */
    record SessionList(SessionQuery query) implements PublicRequest {
        @Override
        public String address() {
            List<String> parameters = new ArrayList<>();
            Nearby near = query.near();
            if (near != null) {
                parameters.add(
                        "near=" + near.point().latitude() + ',' + near.point().longitude());
            }
            BoundingBox box = query.box();
            if (box != null) {
                parameters.add("bbox=" + box.west() + ',' + box.south() + ',' + box.east() + ',' + box.north());
            }
            County county = query.county();
            if (county != null) {
                parameters.add("county=" + county.slug());
            }
            String text = query.text();
            if (text != null) {
                parameters.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
            query.days().forEach(day -> parameters.add("day=" + day));
            WhichNight night = query.night();
            if (night != null) {
                parameters.add("on=" + (night instanceof WhichNight.Of(var date) ? date.toString() : "tonight"));
            }
            if (query.order() != (near == null ? SessionOrder.RANK : SessionOrder.DISTANCE)) {
                parameters.add("sort=" + query.order());
            }
            return "/v1/sessions" + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
        }
    }

    record Area(String geohash) implements PublicRequest {
        @Override
        public String address() {
            return "/v1/areas/" + geohash;
        }
    }

    record SessionPage(SessionId id) implements PublicRequest {
        @Override
        public String address() {
            return "/v1/sessions/" + id;
        }
    }

    record VenuePage(VenueId id) implements PublicRequest {
        @Override
        public String address() {
            return "/v1/venues/" + id;
        }
    }
}

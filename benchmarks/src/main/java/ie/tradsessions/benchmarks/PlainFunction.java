package ie.tradsessions.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.dynamodb.table.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list of sessions as one writes it first: the runtime makes objects of the event, the data are bound to objects at each
 * request, and nothing is kept. It neither ranks nor searches, so it does less than ours.
 */
public final class PlainFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** Where the export of all data stands in the table. */
    static final Key KEY = new Key("EXPORT", "0");

    static final String LINES = "lines";

    private static final int PAGE = 20;

    private final DynamoDbClient client = DynamoDbClient.create();
    private final JsonMapper mapper = new JsonMapper();
    private final String tableName = Objects.requireNonNull(System.getenv("TABLE_NAME"));

    record Location(double lat, double lon) {}

    record Venue(
            String kind,
            String id,
            String name,
            @Nullable String town,
            @Nullable String county,
            Location location,
            String timeZone) {}

    record Session(
            String kind,
            String id,
            String venueId,
            @Nullable String name,
            Map<String, Object> schedule,
            String admission,
            String pace,
            String focus,
            List<String> instruments,
            @Nullable String craic) {}

    record Item(Session session, Venue venue) {
        String name() {
            return Objects.requireNonNullElse(session.name(), venue.name());
        }
    }

    record Page(List<Item> items, @Nullable String next) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Map<String, AttributeValue> item = client.getItem(
                        read -> read.tableName(tableName).key(KEY.attributes()))
                .item();
        String lines = Objects.requireNonNull(item.get(LINES)).s();
        Map<String, Venue> venues = new HashMap<>();
        List<Session> sessions = new ArrayList<>();
        lines.lines().forEach(line -> {
            if (line.startsWith("{\"kind\":\"VENUE\"")) {
                Venue venue = mapper.readValue(line, Venue.class);
                venues.put(venue.id(), venue);
            } else {
                sessions.add(mapper.readValue(line, Session.class));
            }
        });
        List<Item> items = sessions.stream()
                .map(session -> new Item(session, Objects.requireNonNull(venues.get(session.venueId()))))
                .sorted(Comparator.comparing(Item::name))
                .limit(PAGE)
                .toList();
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody(mapper.writeValueAsString(new Page(items, null)))
                .build();
    }
}

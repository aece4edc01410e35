package ie.tradsessions.adapters.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of API Gateway's events and of the responses to them (HTTP API, payload format 2.0), as a function gets and
 * gives them. Of an event it reads what a request is made of, and passes over the rest; a value of another type than API
 * Gateway sends is as if it were not there.
 */
public final class ApiGatewayJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ApiGatewayJson() {}

    /** @throws IOException if it cannot be read, or is not one object of JSON */
    public static APIGatewayV2HTTPEvent read(InputStream utf8) throws IOException {
        APIGatewayV2HTTPEventBuilder event = APIGatewayV2HTTPEvent.builder();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the event has to be an object of JSON");
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "rawPath" -> event.withRawPath(text(json));
                    case "rawQueryString" -> event.withRawQueryString(text(json));
                    case "headers" -> event.withHeaders(texts(json));
                    case "cookies" -> event.withCookies(list(json));
                    case "body" -> event.withBody(text(json));
                    case "isBase64Encoded" -> event.withIsBase64Encoded(json.currentToken() == JsonToken.VALUE_TRUE);
                    case "requestContext" -> event.withRequestContext(context(json));
                    default -> json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            // Not its message, which quotes what was sent.
            throw new IOException("the event has to be JSON; it is broken" + at(e.getLocation()));
        }
        return event.build();
    }

    private static String at(@Nullable TokenStreamLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static RequestContext context(JsonParser json) {
        var context = RequestContext.builder();
        if (isObject(json)) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "requestId" -> context.withRequestId(text(json));
                    case "http" ->
                        context.withHttp(RequestContext.Http.builder()
                                .withMethod(texts(json).get("method"))
                                .build());
                    default -> json.skipChildren();
                }
            }
        }
        return context.build();
    }

    private static Map<String, String> texts(JsonParser json) {
        Map<String, String> texts = new HashMap<>();
        if (isObject(json)) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                String text = text(json);
                if (text != null) {
                    texts.put(name, text);
                }
            }
        }
        return texts;
    }

    private static List<String> list(JsonParser json) {
        List<String> list = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                String text = text(json);
                if (text != null) {
                    list.add(text);
                }
            }
        } else {
            json.skipChildren();
        }
        return list;
    }

    /** Whether an object begins here; anything else is passed over. */
    private static boolean isObject(JsonParser json) {
        boolean object = json.currentToken() == JsonToken.START_OBJECT;
        if (!object) {
            json.skipChildren();
        }
        return object;
    }

    /** The text that stands here; anything else is passed over. */
    private static @Nullable String text(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    /** Does not close the stream, which is the platform's. */
    public static void write(APIGatewayV2HTTPResponse response, OutputStream utf8) throws IOException {
        utf8.write(Json.bytes(json -> write(response, json)));
    }

    private static void write(APIGatewayV2HTTPResponse response, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("statusCode", response.getStatusCode());
        json.writeObjectPropertyStart("headers");
        response.getHeaders().forEach(json::writeStringProperty);
        json.writeEndObject();
        Json.array(json, "cookies", response.getCookies(), JsonGenerator::writeString);
        json.writeStringProperty("body", response.getBody());
        json.writeBooleanProperty("isBase64Encoded", response.getIsBase64Encoded());
        json.writeEndObject();
    }
}

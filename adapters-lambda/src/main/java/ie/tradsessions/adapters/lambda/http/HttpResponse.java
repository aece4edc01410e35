package ie.tradsessions.adapters.lambda.http;

import java.util.List;
import java.util.Map;

/**
 * A response as it is sent.
 *
 * @param cookies the values of its Set-Cookie headers
 */
record HttpResponse(int status, Map<String, String> headers, List<String> cookies, EncodedBody body) {}

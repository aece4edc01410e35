package ie.tradsessions.adapters.lambda.http;

import java.util.Map;

/** A response as it is sent. */
record HttpResponse(int status, Map<String, String> headers, EncodedBody body) {}

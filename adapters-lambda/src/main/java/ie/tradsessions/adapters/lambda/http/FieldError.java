package ie.tradsessions.adapters.lambda.http;

/**
 * One thing that is wrong with a request.
 *
 * @param reason what is allowed, as the end of a sentence that begins with the field's name
 */
public record FieldError(String field, String reason) {}

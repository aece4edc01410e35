package ie.tradsessions.adapters.lambda.http;

import java.util.List;

/** A request with invalid fields: all of them. */
final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    InvalidRequest(List<FieldError> errors) {
        super("request with invalid fields");
        this.errors = List.copyOf(errors);
    }

    InvalidRequest(String field, String reason) {
        this(List.of(new FieldError(field, reason)));
    }

    List<FieldError> errors() {
        return errors;
    }
}

package ie.tradsessions.adapters.lambda;

import java.util.List;

/** A request that cannot be read, with everything that is wrong with it. */
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

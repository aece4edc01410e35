package ie.tradsessions.domain;

/**
 * A value that the field does not allow. It carries what an edge needs to answer helpfully: which field it was and what
 * would have been allowed.
 */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String allowed;

    /**
     * @param field the field's name as the outside knows it, for example {@code radiusKm}
     * @param allowed what is allowed, as the end of a sentence, for example {@code more than 0, at most 200}
     */
    public InvalidValue(String field, String allowed) {
        super(field + ": " + allowed);
        this.field = field;
        this.allowed = allowed;
    }

    public String field() {
        return field;
    }

    public String allowed() {
        return allowed;
    }
}

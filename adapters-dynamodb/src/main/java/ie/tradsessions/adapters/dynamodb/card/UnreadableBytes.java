package ie.tradsessions.adapters.dynamodb.card;

/** Stored bytes that this program cannot read: damaged, or in a format that it does not know. */
public final class UnreadableBytes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableBytes(String message) {
        super(message);
    }

    UnreadableBytes(String message, Throwable cause) {
        super(message, cause);
    }
}

package ie.tradsessions.application.search;

/** The chunks of a snapshot are damaged or of another format. The journal and the aggregates are not affected. */
public final class UnreadableSnapshot extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableSnapshot(String reason, Throwable cause) {
        super("the snapshot of the index cannot be read: " + reason, cause);
    }
}

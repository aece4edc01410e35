package ie.tradsessions.application;

/** A single aggregate was asked for, and this program cannot read what is stored. Others are not affected. */
public final class UnreadableAggregate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StoredAggregate.Unreadable stored;

    public UnreadableAggregate(StoredAggregate.Unreadable stored) {
        super(stored.key() + " cannot be read: " + stored.reason());
        this.stored = stored;
    }

    public StoredAggregate.Unreadable stored() {
        return stored;
    }
}

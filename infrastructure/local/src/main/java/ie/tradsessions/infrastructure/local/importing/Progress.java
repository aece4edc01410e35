package ie.tradsessions.infrastructure.local.importing;

/** Shows somebody who waits how far something has come. */
public interface Progress extends AutoCloseable {
    void to(long entry);

    @Override
    void close();

    /** Starts to show one task. */
    @FunctionalInterface
    interface Display {
        /** @param entries how many there are, or less than 0 where nobody knows */
        Progress start(String task, long entries);
    }
}

package ie.tradsessions.infrastructure.local.importing;

/** Shows somebody who waits how far an import has come. */
public interface Progress extends AutoCloseable {
    void to(long entry);

    @Override
    void close();

    /** Starts to show one import. */
    @FunctionalInterface
    interface Display {
        Progress start(String task, long entries);
    }
}

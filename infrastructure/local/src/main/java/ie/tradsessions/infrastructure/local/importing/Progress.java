package ie.tradsessions.infrastructure.local.importing;

/** Shows a person how far a task has come. */
public interface Progress extends AutoCloseable {
    void to(long done);

    @Override
    void close();

    /** Starts to show one task. */
    @FunctionalInterface
    interface Display {
        /** @param total how much there is to do, or less than 0 where that is not known */
        Progress start(String task, long total);
    }
}

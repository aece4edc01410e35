package ie.tradsessions.infrastructure.local.importing;

/** Shows no progress. */
public record SilentProgress() implements Progress {
    @Override
    public void to(long done) {
        // Nothing is shown.
    }

    @Override
    public void close() {
        // Nothing is left open.
    }
}

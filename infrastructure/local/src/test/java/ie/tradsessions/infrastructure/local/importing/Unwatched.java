package ie.tradsessions.infrastructure.local.importing;

/** Progress that nobody watches. */
public record Unwatched() implements Progress {
    @Override
    public void to(long entry) {
        // Nobody watches.
    }

    @Override
    public void close() {
        // Nothing is left open.
    }
}

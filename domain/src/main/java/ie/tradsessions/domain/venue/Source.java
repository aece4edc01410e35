package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.Text;

/**
 * Where a venue's data came from, so that importing them again finds the same venue, and so that the source can be
 * credited.
 *
 * @param dataset the data set, for example {@link #OPENSTREETMAP}
 * @param key what identifies the record there, for example {@code node/2413}
 */
public record Source(String dataset, String key) implements Comparable<Source> {
    public static final String OPENSTREETMAP = "openstreetmap";
    public static final int MAX_KEY_LENGTH = 200;

    public Source {
        dataset = Text.line("source.dataset", dataset, 60);
        key = Text.line("source.key", key, MAX_KEY_LENGTH);
    }

    @Override
    public int compareTo(Source other) {
        int byDataset = dataset.compareTo(other.dataset);
        return byDataset != 0 ? byDataset : key.compareTo(other.key);
    }
}

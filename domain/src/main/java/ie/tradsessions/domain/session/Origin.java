package ie.tradsessions.domain.session;

import ie.tradsessions.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a session was imported from, so that its record is known again when it has been edited there.
 *
 * @param dataset the data set
 * @param key what identifies the record there, or null where the data set gives no key
 */
public record Origin(String dataset, @Nullable String key) {
    public Origin {
        dataset = Text.line("dataset", dataset, 60);
        key = Text.optionalLine("key", key, 200);
    }
}

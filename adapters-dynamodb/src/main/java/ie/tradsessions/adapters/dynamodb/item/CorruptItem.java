package ie.tradsessions.adapters.dynamodb.item;

import org.jspecify.annotations.Nullable;

/** Something that is stored is not what this program can read. It stays as it is until somebody has looked at it. */
final class CorruptItem extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param item what is stored, for example {@code venue 0123456789abcdef} */
    CorruptItem(String item, String attribute, @Nullable Object value, @Nullable Throwable cause) {
        super(item + " is stored with " + attribute + " = " + value + ", which cannot be read", cause);
    }
}

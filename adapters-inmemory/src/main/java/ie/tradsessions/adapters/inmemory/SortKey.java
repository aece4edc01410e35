package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Position;
import ie.tradsessions.domain.InvalidValue;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Where an item stands in an order: by number, then by text, then by identifier, so that no two stand in one place. */
record SortKey(double number, String text, String id) implements Comparable<SortKey> {
    private static final Comparator<SortKey> ORDER = Comparator.comparingDouble(SortKey::number)
            .thenComparing(SortKey::text)
            .thenComparing(SortKey::id);

    static SortKey byNumber(double number, String id) {
        return new SortKey(number, "", id);
    }

    static SortKey byText(String text, String id) {
        return new SortKey(0, text, id);
    }

    @Override
    public int compareTo(SortKey other) {
        int byNumber = Double.compare(number, other.number);
        return byNumber != 0 ? byNumber : ORDER.compare(this, other);
    }

    Position toPosition() {
        return new Position(number + " " + id + " " + text);
    }

    /** @throws InvalidValue if this adapter gave no such position */
    static @Nullable SortKey of(@Nullable Position position) {
        if (position == null) {
            return null;
        }
        String[] parts = position.value().split(" ", 3);
        try {
            return new SortKey(Double.parseDouble(parts[0]), parts[2], parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidValue("cursor", "as an earlier answer gave it");
        }
    }
}

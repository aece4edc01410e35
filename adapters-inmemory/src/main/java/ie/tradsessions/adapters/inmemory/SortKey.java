package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.NameOrder;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.InvalidValue;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an item stands in an order: by number, then by text, then by identifier, so that no two stand in one place. */
record SortKey(double number, String text, String id) implements Comparable<SortKey> {
    private static final Comparator<SortKey> ORDER = Comparator.comparingDouble(SortKey::number)
            .thenComparing(SortKey::text, NameOrder.LETTERS)
            .thenComparing(SortKey::id);

    private static final Pattern POSITION =
            Pattern.compile(". (-?(?:Infinity|[0-9]+[.][0-9]+(?:E-?[0-9]+)?)) ([0-9a-z]{16}) ([\\p{L}\\p{N} ]*)");

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

    /** @param order a letter by which positions of one order are told from those of others */
    PageToken toPageToken(char order) {
        return new PageToken(order + " " + number + " " + id + " " + text);
    }

    /** @throws InvalidValue if this adapter gave no such position in this order */
    static @Nullable SortKey of(@Nullable PageToken position, char order) {
        if (position == null) {
            return null;
        }
        Matcher parts = POSITION.matcher(position.value());
        if (!parts.matches() || position.value().charAt(0) != order) {
            throw new InvalidValue("cursor", "as an earlier answer gave it");
        }
        return new SortKey(Double.parseDouble(parts.group(1)), parts.group(3), parts.group(2));
    }
}

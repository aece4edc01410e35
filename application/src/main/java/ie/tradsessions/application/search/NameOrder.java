package ie.tradsessions.application.search;

import ie.tradsessions.domain.search.FoldedText;
import java.util.Comparator;

/** The order of names in lists, which is the same wherever they are stored. */
public final class NameOrder {
    /** By the numbers that Unicode gives letters, which is the order of their bytes in UTF-8. */
    public static final Comparator<String> LETTERS = NameOrder::compare;

    /** More than a name has, unless letters of it stand for whole words and are folded to them. */
    public static final int MAX_LETTERS = 240;

    private NameOrder() {}

    /** What a name is sorted by: the first {@value #MAX_LETTERS} letters of it, folded. */
    public static String of(String name) {
        String folded = FoldedText.fold(name);
        return folded.codePointCount(0, folded.length()) <= MAX_LETTERS
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, MAX_LETTERS));
    }

    private static int compare(String some, String other) {
        int length = Math.min(some.length(), other.length());
        for (int i = 0; i < length; i++) {
            char one = some.charAt(i);
            char two = other.charAt(i);
            if (one != two) {
                // Surrogates stand for letters above all others.
                boolean ahead = Character.isSurrogate(one) == Character.isSurrogate(two)
                        ? one < two
                        : Character.isSurrogate(two);
                return ahead ? -1 : 1;
            }
        }
        return Integer.compare(some.length(), other.length());
    }
}

package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.application.NameOrder;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Text that sorts by its bytes in UTF-8, as the table sorts its keys. */
final class SortableText {
    /** As the table does it; Java compares UTF-16, which puts some letters elsewhere. */
    static final Comparator<String> ORDER = NameOrder.LETTERS;

    /** In the order of ASCII. */
    private static final String DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static final int LENGTH = 11;

    /** Comes before every letter, digit and space. */
    private static final char END_OF_NAME = '\u0001';

    private static final String ID = "[0-9a-z]{16}";
    private static final Pattern BY_NUMBER = Pattern.compile("[-0-9A-Z_a-z]{" + LENGTH + "}" + ID);
    private static final Pattern BY_NAME = Pattern.compile("[\\p{L}\\p{N} ]*" + END_OF_NAME + ID);

    private SortableText() {}

    /** A number first, so that keys sort by it; eleven letters and the identifier. */
    static String of(double number, String id) {
        long bits = Double.doubleToLongBits(number + 0.0);
        // Negative numbers sort backwards by their bits, and positive ones after them.
        long ordered = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
        char[] digits = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (ordered & 63));
            ordered >>>= 6;
        }
        return new String(digits) + id;
    }

    /**
     * The number that {@link #of(double, String)} was given.
     *
     * @throws NumberFormatException if the text does not come from there
     */
    static double number(String text) {
        if (text.length() < LENGTH) {
            throw new NumberFormatException(text);
        }
        long ordered = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new NumberFormatException(text);
            }
            ordered = ordered << 6 | digit;
        }
        return Double.longBitsToDouble(ordered < 0 ? ordered ^ Long.MIN_VALUE : ~ordered);
    }

    /** Whether a text may come from {@link #of(double, String)}. */
    static boolean isByNumber(String text) {
        return BY_NUMBER.matcher(text).matches();
    }

    /** Whether a text may come from {@link #of(String, String)}: it is then one that the table takes as a key. */
    static boolean isByName(String text) {
        return BY_NAME.matcher(text).matches() && text.codePointCount(0, text.length()) <= NameOrder.MAX_LETTERS + 17;
    }

    /** A name first, as {@link NameOrder#of} gives it: in letters of four bytes it still fits into a sort key. */
    static String of(String name, String id) {
        return name + END_OF_NAME + id;
    }
}

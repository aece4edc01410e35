package ie.tradsessions.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for text that people type: composed, trimmed, free of control characters, and within a length. */
public final class Text {
    /** By Unicode's property, which knows the no-break space and the wide ones too. */
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private Text() {}

    /**
     * One line of text, in Unicode's composed form (NFC), with every run of white space made a single space.
     *
     * @param field the name that an {@link InvalidValue} carries
     * @param most the greatest length, in code points
     * @throws InvalidValue if nothing is left, if it is longer than {@code most}, or if it holds control characters
     */
    public static String line(String field, String value, int most) {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        return within(field, stripped(WHITE_SPACE.matcher(composed).replaceAll(" ")), most);
    }

    /**
     * Text that may have several lines: line ends become {@code \n}; otherwise as {@link #line}.
     *
     * @throws InvalidValue as {@link #line} does
     */
    public static String lines(String field, String value, int most) {
        String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
        String broken = LINE_END.matcher(composed).replaceAll("\n").replace('\t', ' ');
        return within(field, stripped(broken), most);
    }

    /** As {@link #line}, but null and blank are both "not given", which is null. */
    public static @Nullable String optionalLine(String field, @Nullable String value, int most) {
        return value == null || stripped(value).isEmpty() ? null : line(field, value, most);
    }

    /** As {@link #lines}, but null and blank are both "not given", which is null. */
    public static @Nullable String optionalLines(String field, @Nullable String value, int most) {
        return value == null || stripped(value).isEmpty() ? null : lines(field, value, most);
    }

    /** As {@link String#strip}, which leaves the no-break spaces. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isWhiteSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isWhiteSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static String within(String field, String clean, int most) {
        int length = clean.codePointCount(0, clean.length());
        if (length == 0 || length > most) {
            throw new InvalidValue(field, "1 to " + most + " characters");
        }
        if (clean.codePoints().anyMatch(Text::cannotBeShown)) {
            throw new InvalidValue(field, "text without control characters");
        }
        return clean;
    }

    private static boolean cannotBeShown(int codePoint) {
        return (Character.isISOControl(codePoint) && codePoint != '\n')
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.getType(codePoint) == Character.UNASSIGNED;
    }
}

package ie.tradsessions.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for text that people type: composed, trimmed, free of what nobody sees, and within a length. */
public final class Text {
    /** What looks like a space, by Unicode's property and beyond it: the separators of ASCII and the empty Braille cell. */
    private static final String BLANK = "[\\s\\x1c-\\x1f\\u2800]";

    private static final Pattern BLANKS = pattern(BLANK + "+");
    private static final Pattern BLANK_IN_LINE = pattern("[" + BLANK + "&&[^\\n]]");
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private Text() {}

    /**
     * One line of text, in Unicode's composed form (NFC), without characters that nobody sees, with every run of white
     * space made a single space.
     *
     * @param field the name that an {@link InvalidValue} carries
     * @param most the greatest length, in code points
     * @throws InvalidValue if nothing is left, if it is longer than {@code most}, or if it holds what no font can show
     */
    public static String line(String field, String value, int most) {
        return within(field, BLANKS.matcher(cleaned(value)).replaceAll(" "), most);
    }

    /**
     * Text that may have several lines: line ends become {@code \n}, any other white space a space; otherwise as
     * {@link #line}.
     *
     * @throws InvalidValue as {@link #line} does
     */
    public static String lines(String field, String value, int most) {
        return within(field, cleaned(value), most);
    }

    /** As {@link #line}, but null and blank are both "not given", which is null. */
    public static @Nullable String optionalLine(String field, @Nullable String value, int most) {
        return value == null || cleaned(value).isEmpty() ? null : line(field, value, most);
    }

    /** As {@link #lines}, but null and blank are both "not given", which is null. */
    public static @Nullable String optionalLines(String field, @Nullable String value, int most) {
        return value == null || cleaned(value).isEmpty() ? null : lines(field, value, most);
    }

    /**
     * What is left of a text, composed, without characters that nobody sees and without white space at its ends; line
     * ends within become {@code \n}, any other white space a space. Empty where nothing is to be seen.
     */
    public static String cleaned(String value) {
        if (value.chars().allMatch(Text::isUsual)) {
            return value.strip();
        }
        String broken = LINE_END.matcher(visible(value)).replaceAll("\n");
        return BLANK_IN_LINE.matcher(broken).replaceAll(" ").strip();
    }

    /** Composing moves marks, and may so part a joiner from what it shapes: hence again until nothing changes. */
    private static String visible(String value) {
        String before;
        String visible = value;
        do {
            before = visible;
            visible = Normalizer.normalize(InvisibleCharacters.removedFrom(before), Normalizer.Form.NFC);
        } while (!visible.equals(before));
        return visible;
    }

    /** Of Latin scripts, visible or a plain space, and never part of anything composed: as nearly every text is. */
    private static boolean isUsual(int letter) {
        return (letter >= ' ' && letter <= '~') || (letter > '\u00a0' && letter < '\u0300' && letter != '\u00ad');
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String within(String field, String clean, int most) {
        int length = clean.codePointCount(0, clean.length());
        if (length == 0 || length > most) {
            throw new InvalidValue(field, "1 to " + most + " characters");
        }
        if (clean.codePoints().anyMatch(Text::cannotBeShown)) {
            throw new InvalidValue(field, "text of whole characters that Unicode knows");
        }
        return clean;
    }

    private static boolean cannotBeShown(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || Character.getType(codePoint) == Character.UNASSIGNED;
    }
}

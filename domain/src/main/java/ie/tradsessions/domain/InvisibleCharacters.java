package ie.tradsessions.domain;

import java.util.regex.Pattern;

/**
 * Characters that nobody sees: soft hyphens, zero-width spaces, marks of direction, controls and the like. A name in
 * which one stands looks the same and is another to a search. Those that shape their neighbours are left where they do.
 */
final class InvisibleCharacters {
    /** Letters that join, or do not, as a joiner between them says. */
    private static final String JOINING = "[\\p{L}\\p{M}&&[\\p{IsArabic}\\p{IsSyriac}\\p{IsNko}\\p{IsMongolian}"
            + "\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}"
            + "\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}\\p{IsTibetan}\\p{IsMyanmar}]&&[^\\u180b-\\u180f]]";

    /** A character and what is invisible after it, yet without which it or the next would look otherwise. */
    private static final String SHAPING = String.join(
            "|",
            JOINING + "[\\u200c\\u200d](?=" + JOINING + ")",
            // A virama and a joiner make a half form, also at the end of a word.
            "[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]\\u200d",
            "[\\p{L}&&\\p{IsMongolian}][\\u180b-\\u180f]",
            // One picture made of several, in colour or not; keys; the flags of England, Scotland and Wales.
            "\\p{IsExtended_Pictographic}[\\ufe0f\\x{1f3fb}-\\x{1f3ff}]?\\u200d(?=\\p{IsExtended_Pictographic})",
            "\\p{IsExtended_Pictographic}[\\ufe0e\\ufe0f]",
            "[0-9#*]\\ufe0f(?=\\u20e3)",
            "\\x{1f3f4}[\\x{e0061}-\\x{e007a}]{2,6}\\x{e007f}",
            // Which of its forms a character of Chinese or Japanese has.
            "\\p{IsHan}[\\ufe00-\\ufe02\\x{e0100}-\\x{e01ef}]");

    /**
     * Format and control characters and whatever else Unicode says may be left undrawn; not the numeral signs that
     * count as format characters though they are drawn.
     */
    private static final String INVISIBLE = "[[\\p{Cf}\\p{Cc}\\u034f\\u115f\\u1160\\u180b-\\u180f\\u3164\\uffa0"
            + "\\ufe00-\\ufe0f\\x{e0000}-\\x{e0fff}]&&[^\\s\\x1c-\\x1f\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2"
            + "\\x{110bd}\\x{110cd}]]";

    private static final Pattern SHAPING_OR_INVISIBLE =
            Pattern.compile("(" + SHAPING + ")|" + INVISIBLE, Pattern.UNICODE_CHARACTER_CLASS);

    private InvisibleCharacters() {}

    static String removedFrom(String text) {
        return SHAPING_OR_INVISIBLE.matcher(text).replaceAll("$1");
    }
}

package ie.tradsessions.domain.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text reduced to what makes two spellings the same word to somebody who searches: letter case, the fada (composed or
 * decomposed), straight, curly and backtick apostrophes, punctuation, the article "the" and the Irish lenition (the h
 * of "Choilí" beside "Coilí") make no difference. "Tigh", "Tig" and "Tí", which stand before the name of the person
 * whose house it is, are one word.
 *
 * <p>Folding keeps prefixes: what is typed of a word folds to a prefix of what the whole word folds to, so that a
 * search can answer with every letter typed.
 */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u201b\u02bc\u02b9`\u00b4\u2032\uff07]");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}']+");
    /** The consonants that Irish lenites in writing by an h after them. */
    private static final String LENITED = "bcdfgmpst";

    private static final Set<String> HOUSE_OF = Set.of("tigh", "tig");
    private static final Set<String> ARTICLE = Set.of("te");
    private static final Set<String> INTRODUCING = Set.of("te", "co", "county", "contae");

    private FoldedText() {}

    /**
     * A text's folded words without "the", joined by single spaces: two names are one if they fold alike. Empty where
     * the text has no letter and no digit.
     */
    public static String fold(String text) {
        return String.join(" ", without(ARTICLE, all(text)));
    }

    /**
     * The folded words of what somebody looks for, in order. Words that only introduce another ("the", "Co.", "County",
     * "Contae") are left out where there is another.
     */
    public static List<String> words(String text) {
        return without(INTRODUCING, all(text));
    }

    /**
     * Every folded word under which a text is to be found. A word with an apostrophe stands whole and in its parts, so
     * that "O'Donoghue's" is found as {@code odonoghues} and as {@code donoghues}.
     */
    public static Set<String> terms(String text) {
        Set<String> terms = new LinkedHashSet<>(all(text));
        for (String word : split(text)) {
            for (int at = word.indexOf('\''); at >= 0; at = word.indexOf('\'', at + 1)) {
                String rest = unlenited(word.substring(at + 1).replace("'", ""));
                if (rest.length() > 1) {
                    terms.add(rest);
                }
            }
        }
        return terms;
    }

    private static List<String> all(String text) {
        List<String> words = new ArrayList<>();
        for (String word : split(text)) {
            String folded = unlenited(word.replace("'", ""));
            if (!folded.isEmpty()) {
                words.add(HOUSE_OF.contains(folded) ? "ti" : folded);
            }
        }
        return words;
    }

    private static List<String> without(Set<String> some, List<String> words) {
        List<String> others =
                words.stream().filter(word -> !some.contains(word)).toList();
        return others.isEmpty() ? List.copyOf(words) : others;
    }

    /** Lower-case words whose marks are gone and whose apostrophes are all straight. */
    private static List<String> split(String text) {
        // Apostrophes first: NFKD would turn an acute accent that stands alone into a space and a mark.
        String straight = APOSTROPHES.matcher(text).replaceAll("'");
        String plain = MARKS.matcher(Normalizer.normalize(straight, Normalizer.Form.NFKD))
                .replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replace('\u0131', 'i')
                .replace("\u00f8", "o")
                .replace("\u0142", "l");
        return BREAKS.splitAsStream(lower).filter(word -> !word.isEmpty()).toList();
    }

    /** Without the h that lenites the first consonant: the same for every word, so that no list of words is needed. */
    private static String unlenited(String word) {
        if (word.isEmpty() || LENITED.indexOf(word.charAt(0)) < 0) {
            return word;
        }
        // All of them where somebody's finger slipped, so that folding again changes nothing.
        int rest = 1;
        while (rest < word.length() && word.charAt(rest) == 'h') {
            rest++;
        }
        return word.charAt(0) + word.substring(rest);
    }
}

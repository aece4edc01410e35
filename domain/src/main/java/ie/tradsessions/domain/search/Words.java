package ie.tradsessions.domain.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, each reduced as {@link FoldedText} says, and which of them people also write as one. */
final class Words {
    /** How many words that may be one are looked at together; names have fewer. */
    static final int MAX_CHAIN = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES =
            Pattern.compile("['\u2018\u2019\u201b\u02bc\u02bb\u02b9`\u00b4\u2032\uff07]");
    /** Letters, digits, and pictures, which some pubs have for a name. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{IsExtended_Pictographic}']+");

    private static final Pattern BLANKS_OR_DOTS = Pattern.compile("[\\s.]*");
    private static final Pattern HYPHEN = Pattern.compile("[-\u2010\u2011]");

    /** The consonants that Irish lenites in writing by an h after them. */
    private static final String LENITED = "bcdfgmpst";

    private static final Set<String> HOUSE_OF = Set.of("tigh", "tig");

    /** What stands before a surname, with a blank or without. */
    private static final Set<String> BEFORE_SURNAMES = Set.of("o", "d", "mac");

    private Words() {}

    /**
     * A word in lower case without marks, its apostrophes straight.
     *
     * @param spaced whether nothing but blanks and dots stands between it and the word before it
     * @param hyphenated whether nothing but a hyphen stands there
     */
    record Word(String plain, String folded, boolean spaced, boolean hyphenated) {
        boolean isArticle() {
            return folded.equals("te");
        }
    }

    static List<Word> of(String text) {
        String plain = plain(text);
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        int end = 0;
        while (matcher.find()) {
            String word = matcher.group();
            String folded = folded(word);
            if (!folded.isEmpty()) {
                String between = plain.substring(end, matcher.start());
                words.add(new Word(
                        word,
                        folded,
                        BLANKS_OR_DOTS.matcher(between).matches(),
                        HYPHEN.matcher(between).matches()));
                end = matcher.end();
            }
        }
        return words;
    }

    /** Whether two words are initials of one person, or a surname and what stands before it. */
    private static boolean areOne(Word before, Word word) {
        return word.spaced
                && (BEFORE_SURNAMES.contains(before.folded) || (isInitial(before.folded) && isInitial(word.folded)));
    }

    private static boolean isInitial(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    /** Some words of a text, those that people also write as one together. */
    static List<List<Word>> chains(List<Word> words, boolean alsoHyphenated) {
        List<List<Word>> chains = new ArrayList<>();
        for (Word word : words) {
            boolean goesOn = !chains.isEmpty()
                    && chains.getLast().size() < MAX_CHAIN
                    && (areOne(chains.getLast().getLast(), word) || (alsoHyphenated && word.hyphenated));
            if (!goesOn) {
                chains.add(new ArrayList<>());
            }
            chains.getLast().add(word);
        }
        return chains;
    }

    /** Some words, written as one. */
    static String joined(List<Word> words) {
        if (words.size() == 1) {
            return words.getFirst().folded();
        }
        StringBuilder one = new StringBuilder();
        words.forEach(word -> one.append(word.plain));
        return folded(one.toString());
    }

    /** Without the apostrophes, the lenition, and what else makes no difference. */
    static String folded(String word) {
        String bare = unlenited(word.replace("'", ""));
        if (HOUSE_OF.contains(bare)) {
            return "ti";
        }
        String mac = bare.startsWith("mc") ? "mac" + bare.substring(2) : bare;
        // "Mac" lenites some of the names behind it.
        return mac.startsWith("mac") ? "mac" + unlenited(mac.substring(3)) : mac;
    }

    /** Lower-case text whose marks are gone and whose apostrophes are all straight. */
    private static String plain(String text) {
        // Apostrophes first: NFKD would turn an acute accent that stands alone into a space and a mark.
        String straight = APOSTROPHES.matcher(text).replaceAll("'");
        String plain = MARKS.matcher(Normalizer.normalize(straight, Normalizer.Form.NFKD))
                .replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replace("\u204a", " and ")
                .replace('\u0131', 'i')
                .replace("\u00df", "ss")
                .replace("\u0153", "oe")
                .replace("\u00e6", "ae")
                .replace("\u00fe", "th")
                .replace('\u00f0', 'd')
                .replace('\u0111', 'd')
                .replace('\u00f8', 'o')
                .replace('\u0142', 'l');
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

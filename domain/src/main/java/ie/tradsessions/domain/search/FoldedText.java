package ie.tradsessions.domain.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Text reduced to what makes two spellings the same word to somebody who searches. No difference is made by
 *
 * <ul>
 *   <li>letter case, the fada and other marks (composed or not), kinds of apostrophes, punctuation, the article "the";
 *   <li>the Irish lenition: the h of "Choilí" beside "Coilí";
 *   <li>"Tigh", "Tig" and "Tí", which stand before the name of the person whose house it is;
 *   <li>initials with and without dots and blanks ("P.J.", "P J", "PJ"), and O', D', Mac and Mc with and without a blank;
 *   <li>saint, St. and naomh; and, agus, &amp; and ⁊;
 *   <li>ß and ss, œ and oe, æ and ae, þ and th, and letters with a stroke (ø, ł, đ).
 * </ul>
 *
 * <p>Folding keeps prefixes: what is typed of a word folds to a prefix of what the whole word folds to, so that a
 * search can answer with every letter typed; see {@link SearchText}.
 */
public final class FoldedText {
    /** Words that say the same; the first stands for all of them where two names are compared. */
    private static final List<List<String>> SYNONYMS = List.of(List.of("saint", "st", "naomh"), List.of("and", "agus"));

    private FoldedText() {}

    /**
     * A text's folded words without "the", joined by single spaces: two names are one if they fold alike. Empty where
     * there is nothing to search for in the text, see {@link SearchText#isEmpty}.
     */
    public static String fold(String text) {
        String folded = String.join(" ", wordsOnce(text));
        // What is one letter only once it is folded may be an initial.
        String again = String.join(" ", wordsOnce(folded));
        return again.equals(folded) ? folded : fold(again);
    }

    /** The words of a folded text, in order. */
    public static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
    }

    private static List<String> wordsOnce(String text) {
        List<Words.Word> all = Words.of(text);
        List<Words.Word> others = withoutArticles(all);
        return Words.chains(others.isEmpty() ? all : others, false).stream()
                .map(Words::joined)
                .map(FoldedText::firstSynonym)
                .toList();
    }

    private static List<Words.Word> withoutArticles(List<Words.Word> words) {
        return words.stream().filter(word -> !word.isArticle()).toList();
    }

    /**
     * Every folded word under which a text is to be found, in no order. A word with an apostrophe stands whole and in
     * its parts, so that "O'Donoghue's" is found as {@code odonoghues} and as {@code donoghues}; words that are also
     * written as one stand alone and as one.
     */
    public static Set<String> terms(String text) {
        List<Words.Word> words = Words.of(text);
        Set<String> terms = new LinkedHashSet<>(words(text));
        for (Words.Word word : words) {
            terms.add(word.folded());
            addParts(terms, word.plain());
        }
        for (List<Words.Word> chain : Words.chains(withoutArticles(words), true)) {
            for (int from = 0; from < chain.size(); from++) {
                for (int to = from + 1; to <= chain.size(); to++) {
                    addWithSynonyms(terms, Words.joined(chain.subList(from, to)));
                }
            }
        }
        return terms;
    }

    private static void addParts(Set<String> terms, String word) {
        for (int at = word.indexOf('\''); at >= 0; at = word.indexOf('\'', at + 1)) {
            String rest = Words.folded(word.substring(at + 1));
            if (rest.length() > 1) {
                terms.add(rest);
            }
        }
    }

    private static void addWithSynonyms(Set<String> terms, String word) {
        terms.add(word);
        for (List<String> synonyms : SYNONYMS) {
            if (synonyms.contains(word)) {
                terms.addAll(synonyms);
            }
        }
    }

    private static String firstSynonym(String word) {
        for (List<String> synonyms : SYNONYMS) {
            if (synonyms.contains(word)) {
                return synonyms.getFirst();
            }
        }
        return word;
    }
}

package ie.tradsessions.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts somebody finds who types. */
class SearchTextTest {
    private static final Set<String> INTRODUCING = Set.of("te", "co", "county", "contae");

    @ParameterizedTest
    @CsvSource({
        "P.J. Murrihy House, pj",
        "P.J. Murrihy House, PJ Murrihy",
        "P.J. Murrihy House, p j murrihy",
        "PJ Carmody House, P.J. Carmody",
        "PJ Carmody House, p. j.",
        "J. J. Houlihan House, jj houlihan",
        "J. J. Houlihan House, J.J.",
        "O Loclainn House, o'loclainn",
        "O Loclainn House, \u00d3Loclainn",
        "O'Friel House, o friel",
        "O'Friel House, friel",
        "O\u02bbHara\u2019s, o\u2019haras",
        "D\u2019Arcy McGee\u2019s, d arcy mac gee",
        "Mac Namara House, macnamara",
        "MacNamara House, mac namara",
        "McNamara House, Mac Namara",
        "MacCarthaigh House, mccarthaigh",
        "McCarthy\u2019s Cellar, maccarthy",
        "McCarthy\u2019s Cellar, mc carthy",
        "St. Brigid\u2019s, saint brigid",
        "St. Brigid\u2019s, naomh brigid",
        "Saint Columba\u2019s, st. columba",
        "Naomh \u00c9anna, st eanna",
        "Ceol & Craic, ceol agus craic",
        "Ceol & Craic, ceol and craic",
        "Ceol & Craic, Ceol \u204a Craic",
        "Ceol \u204a \u00d3l, ceol & ol",
        "Ceol agus \u00d3l, ceol and ol",
        "Gie\u00dfener Hof, giessener",
        "Giessener Hof, gie\u00dfen",
        "\u0152uvre Caf\u00e9, oeuvre",
        "Bj\u00f8rn og \u00c6gir, bjorn aegir",
        "Ti\u0121 \u010aoil\u00edn, tigh choilin",
        "Sean-N\u00f3s, seannos",
        "Sean-N\u00f3s, sean nos",
        "Seann\u00f3s Bar, sean-nos",
        "\ud83c\udfbb\ud83c\udfb6, \ud83c\udfbb",
        "\u0130stanbul Irish, istanbul",
        "\uff26\uff55\uff4c\uff4c Width, full",
        "P.J.\u2019s, pjs",
        "The 4th Corner, 4th"
    })
    void two_spellings_that_a_player_would_call_one_word_find_each_other(String name, String typed) {
        assertThat(finds(typed, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "O Loclainn House, ologlainn",
        "Mac Namara House, namarah",
        "Macroom Arms, room",
        "Stack\u2019s, saint",
        "P.J. Murrihy House, pk",
        "Saint Columba\u2019s, sant"
    })
    void other_words_do_not(String name, String typed) {
        assertThat(finds(typed, name)).isFalse();
    }

    @Test
    void what_introduces_a_county_is_looked_for_only_where_it_stands_alone() {
        assertThat(words("Co. Clare")).containsExactly("clare");
        assertThat(words("contae an chl\u00e1ir")).containsExactly("an", "clair");
        assertThat(words("county")).containsExactly("county");
        assertThat(words("the")).containsExactly("te");
        assertThat(words("the c")).containsExactly("c");
    }

    @Test
    void letters_of_other_languages_are_found_as_people_without_them_type_them() {
        assertThat(words("Caf\u00e9 \u00d8re \u0141\u00f3d\u017a \ufb01ddle & Flute"))
                .isEqualTo(List.of("cafe", "ore", "lodz", "fiddle", "and", "flute"));
        assertThat(words("\u6771\u4eac 7")).isEqualTo(List.of("\u6771\u4eac", "7"));
    }

    @Test
    void a_text_has_few_spellings_however_many_initials_it_has() {
        SearchText many = SearchText.of("a b c d e f g h i j k l m n o p q r s t u v w x y z");

        assertThat(many.pieces()).allMatch(piece -> piece.spellings().size() <= 8);
    }

    @Property
    void whatever_is_typed_behind_a_text_finds_no_more(
            @ForAll("names") String name, @ForAll("spellings") String typed) {
        for (int length = 1; length < typed.length(); length++) {
            String before = typed.substring(0, length);
            if (!introduces(before)) {
                assertThat(finds(before, name) || !finds(typed, name))
                        .as("%s finds %s, which %s does not", typed, name, before)
                        .isTrue();
            }
        }
    }

    @Property
    void a_word_is_found_by_whatever_is_typed_of_it(
            @ForAll("typedWords") String word, @ForAll @IntRange(min = 1, max = 12) int typed) {
        String beginning = word.substring(0, Math.min(typed, word.length()));
        Assume.that(!SearchText.of(beginning).isEmpty());

        assertThat(finds(beginning, word)).isTrue();
    }

    @Property
    void every_text_finds_itself(@ForAll("names") String name) {
        Assume.that(!SearchText.of(name).isEmpty());

        assertThat(finds(name, name)).isTrue();
    }

    /** Whether it ends in a word like "the", which is dropped once another stands beside it. */
    private static boolean introduces(String typed) {
        return SearchText.of(typed).pieces().stream()
                .allMatch(piece -> INTRODUCING.containsAll(piece.spellings().getLast()));
    }

    private static boolean finds(String typed, String name) {
        Set<String> terms = FoldedText.terms(name);
        SearchText text = SearchText.of(typed);
        return !text.isEmpty() && text.isFound(word -> terms.stream().anyMatch(term -> term.startsWith(word)));
    }

    /** The words of a text that has one spelling. */
    private static List<String> words(String text) {
        return SearchText.of(text).pieces().stream()
                .map(piece -> {
                    assertThat(piece.spellings()).hasSize(1);
                    return piece.spellings().getFirst();
                })
                .flatMap(List::stream)
                .toList();
    }

    /** A word without a space or a mark that breaks it in two. */
    @Provide
    Arbitrary<String> typedWords() {
        return FoldedTextTest.letters().ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> names() {
        return pieces().list().ofMinSize(1).ofMaxSize(4).map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<String> spellings() {
        return pieces().list().ofMinSize(1).ofMaxSize(4).map(words -> String.join("", words));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                "P.J. ",
                "PJ ",
                "P J",
                "p.",
                "j ",
                "O'",
                "O ",
                "\u00d3 ",
                "o",
                "Hara",
                "d'",
                "Mac ",
                "mac",
                "Mc",
                "Mc ",
                "Ch\u00e1rthaigh",
                "carthy",
                "Namara ",
                "St. ",
                "Saint ",
                "st",
                "Naomh ",
                "and ",
                " & ",
                "agus ",
                "-",
                "sean",
                "nos ",
                "t",
                "h",
                "th ",
                "Tigh ",
                "ti",
                "\u00df",
                "ss ",
                "\u0153",
                "oe",
                "a",
                "x ");
    }
}

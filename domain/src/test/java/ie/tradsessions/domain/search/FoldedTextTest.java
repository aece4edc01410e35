package ie.tradsessions.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tigh Coili",
                "Tigh Choil\u00ed",
                "tigh coil\u00ed",
                "TIGH COIL\u00cd",
                "tigh coili\u0301",
                "Tigh Choili\u0301",
                "  Tigh\u00a0  Coili! ",
                "The Tigh Coili",
                "T\u00ed Choil\u00ed",
                "Tig Choil\u00ed",
                "Tigh-Coili"
            })
    void the_many_spellings_of_one_pub_fold_alike(String spelling) {
        assertThat(FoldedText.fold(spelling)).isEqualTo(FoldedText.fold("Tigh Coil\u00ed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Donoghue's",
                "O\u2019Donoghue\u2019s",
                "O\u2018Donoghue\u2018s",
                "O`Donoghue`s",
                "O\u00b4Donoghue\u00b4s",
                "O\u02bcDonoghue\u02bcs",
                "ODonoghues",
                "\u00d3'Donoghue's",
                "o\uff07donoghue\uff07s"
            })
    void every_apostrophe_and_none_fold_alike(String spelling) {
        assertThat(FoldedText.fold(spelling)).isEqualTo("odonoghues");
    }

    @Test
    void a_name_with_an_apostrophe_is_found_by_its_parts_too() {
        assertThat(FoldedText.terms("O'Donoghue's Bar")).containsExactlyInAnyOrder("odonoghues", "donoghues", "bar");
        assertThat(FoldedText.terms("Matt Molloy\u2019s")).containsExactlyInAnyOrder("matt", "molloys");
        assertThat(FoldedText.terms("O'Shea's")).contains(FoldedText.fold("Sheas"));
    }

    @ParameterizedTest
    @CsvSource({"The Crane, Crane", "the crane, Crane", "The  Crane Bar, Crane Bar", "The Cobblestone, cobblestone"})
    void the_article_makes_no_difference(String with, String without) {
        assertThat(FoldedText.fold(with)).isEqualTo(FoldedText.fold(without));
    }

    @Test
    void the_article_is_found_as_one_types_it() {
        assertThat(FoldedText.terms("The Crane")).containsExactlyInAnyOrder("te", "crane");
    }

    @ParameterizedTest
    @CsvSource({
        "P.J. Murrihy, PJ Murrihy",
        "P. J. Murrihy, pj murrihy",
        "J J Houlihan, J.J. Houlihan",
        "O Loclainn, O'Loclainn",
        "\u00d3 Loclainn, OLoclainn",
        "D Arcy, D\u2019Arcy",
        "Mac Namara, MacNamara",
        "McNamara, Mac Namara",
        "Mc Carthy, MacCarthy",
        "MacCh\u00e1rthaigh, Mac C\u00e1rthaigh",
        "St. Brigid\u2019s, Saint Brigids",
        "Naomh \u00c9anna, St Eanna",
        "Ceol & Craic, Ceol agus Craic",
        "Ceol and Craic, Ceol \u204a Craic",
        "Gie\u00dfener Hof, Giessener Hof",
        "Gie\u1e9eener Hof, GIESSENER HOF",
        "\u0152uvre, Oeuvre",
        "\u00c6gir, Aegir",
        "Bj\u00f8rn, Bjorn",
        "\u00d0e House, De House"
    })
    void what_a_player_would_call_one_word_folds_alike(String one, String other) {
        assertThat(FoldedText.fold(one)).isEqualTo(FoldedText.fold(other));
    }

    @Test
    void a_pub_that_is_called_no_more_than_the_keeps_its_name() {
        assertThat(FoldedText.fold("The")).isNotEmpty();
        assertThat(FoldedText.fold("The The")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "An Mh\u00ed, An M\u00ed",
        "Na Ch\u00e9il\u00ed, Na Ceili",
        "Bh\u00e9al, Beal",
        "Shligigh, Sligigh",
        "Pharlaimint, Parlaimint"
    })
    void lenition_makes_no_difference(String lenited, String plain) {
        assertThat(FoldedText.fold(lenited)).isEqualTo(FoldedText.fold(plain));
    }

    @ParameterizedTest
    @CsvSource({
        "Sean-N\u00f3s, Sean",
        "J Murphy, Murphy",
        "Macroom, Mac",
        "Coili, Coilli",
        "Crane, Cranes",
        "Har, Ar",
        "Ahern, Aern",
        "Rhu, Ru",
        "Pub 1, Pub 2"
    })
    void other_words_stay_others(String one, String other) {
        assertThat(FoldedText.fold(one)).isNotEqualTo(FoldedText.fold(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "\u0301", "'", "\u2019\u2019", "-- --", "\u00a0"})
    void there_is_nothing_to_search_for_in_a_text_without_a_letter_a_digit_or_a_picture(String text) {
        assertThat(FoldedText.fold(text)).isEmpty();
        assertThat(SearchText.of(text).isEmpty()).isTrue();
        assertThat(FoldedText.terms(text)).isEmpty();
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(FoldedText.fold("BAR I\u0307NIS \u0131")).isEqualTo("bar inis i");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Property
    void folding_what_is_folded_changes_nothing(@ForAll("texts") String text) {
        String folded = FoldedText.fold(text);
        assertThat(FoldedText.fold(folded)).isEqualTo(folded);
    }

    @Property
    void composed_decomposed_upper_and_lower_case_fold_alike(@ForAll("texts") String text) {
        String folded = FoldedText.fold(text);
        assertThat(FoldedText.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(folded);
        assertThat(FoldedText.fold(Normalizer.normalize(text, Normalizer.Form.NFC)))
                .isEqualTo(folded);
        assertThat(FoldedText.fold(text.toLowerCase(Locale.ROOT))).isEqualTo(folded);
        assertThat(FoldedText.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(folded);
    }

    @Property
    void every_word_of_a_folded_text_is_a_term_of_it(@ForAll("texts") String text) {
        assertThat(FoldedText.terms(text)).containsAll(FoldedText.words(text));
    }

    @Property
    void a_folded_text_is_made_of_lower_case_letters_and_digits_with_single_spaces(@ForAll("texts") String text) {
        assertThat(FoldedText.fold(text)).matches("|[\\p{Ll}\\p{Lo}\\p{Nd}]+( [\\p{Ll}\\p{Lo}\\p{Nd}]+)*");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                letters().withChars(" -&.").ofMaxLength(24),
                Arbitraries.of(
                                "The",
                                "Tigh",
                                "Teach",
                                "An",
                                "O'",
                                "Choil\u00ed",
                                "Thheatre",
                                "B&B",
                                "t'he",
                                "4\u00fa",
                                "Tig",
                                "T\u00ed",
                                "Co.")
                        .list()
                        .ofMaxSize(5)
                        .map(words -> String.join(" ", words)));
    }

    static StringArbitrary letters() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars(
                        "hhhhhhhtTcC\u00e1\u00e9\u00ed\u00f3\u00fa\u00c1\u00c9\u00cd\u00d3\u00da\u0301'\u2019`\u00b4\u00f8\u0142\u00fc\u00e7\u1e03\u010b\u1e0b\u1e1f\u0121\u1e41\u1e57\u1e61\u1e6b");
    }
}

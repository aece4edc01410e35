package ie.tradsessions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Test
    void a_line_is_trimmed_and_every_run_of_white_space_is_one_space() {
        assertThat(Text.line("name", "  Tigh\t\u00a0 Coil\u00ed\r\n ", 120)).isEqualTo("Tigh Coil\u00ed");
        assertThat(Text.line("name", "Tigh\u2003Coil\u00ed\u2028bar\u3000", 120))
                .isEqualTo("Tigh Coil\u00ed bar");
    }

    @Test
    void a_decomposed_fada_is_composed() {
        assertThat(Text.line("name", "Coili\u0301", 120)).isEqualTo("Coil\u00ed");
        assertThat(Text.lines("craic", "Coili\u0301", 120)).isEqualTo("Coil\u00ed");
    }

    @Test
    void lines_keep_their_breaks_however_a_machine_writes_them() {
        assertThat(Text.lines("craic", " one\r\ntwo\rthree\n\nfour\u2028five\t. ", 120))
                .isEqualTo("one\ntwo\nthree\n\nfour\nfive .");
    }

    @Test
    void length_is_counted_in_what_people_call_characters() {
        assertThat(Text.line("name", "\ud83c\udfbb".repeat(3), 3)).hasSize(6);
        assertThatThrownBy(() -> Text.line("name", "\ud83c\udfbb".repeat(4), 3))
                .asInstanceOf(type(InvalidValue.class))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("name");
                    assertThat(refused.allowed()).isEqualTo("1 to 3 characters");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n", "\u00a0", "\u2003\u3000"})
    void a_required_text_says_something(String nothing) {
        assertThatThrownBy(() -> Text.line("name", nothing, 120)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Text.lines("craic", nothing, 120)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\t\n", "\u00a0", "\u2003\u3000"})
    void an_optional_text_that_says_nothing_is_not_given(String nothing) {
        assertThat(Text.optionalLine("name", nothing, 120)).isNull();
        assertThat(Text.optionalLines("craic", nothing, 120)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800b", "a\uffffb"})
    void text_that_cannot_be_shown_is_refused(String text) {
        assertThatThrownBy(() -> Text.line("name", text, 120)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Text.lines("craic", text, 120)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cob\u00adble\u00adwall",
                "Cobble\u200bwall",
                "Cobble\u200cwall",
                "Cobble\u200dwall",
                "\u200eCobblewall\u200e",
                "\u200fCobblewall\u061c",
                "\u202aCobblewall\u202c",
                "\u2067Cobblewall\u2069",
                "Cobble\u2060wall",
                "\ufeffCobblewall",
                "Cobble\ufeffwall",
                "Cobble\u2063wall",
                "Cobble\u034fwall",
                "Cobble\u180ewall",
                "Cobble\ufe0fwall",
                "Cobble\u3164wall",
                "Cobblewall\udb40\udc41\udb40\udc7f",
                "Cobble\u0000wall",
                "Cobble\u0007wall",
                "Cobble\u001bwall",
                "Cobble\u007fwall",
                "Cobble\u009dwall",
                " \u200b Cobblewall \u200b "
            })
    void what_nobody_sees_is_removed(String text) {
        assertThat(Text.line("name", text, 120)).isEqualTo("Cobblewall");
        assertThat(Text.lines("craic", text, 120)).isEqualTo("Cobblewall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A family, a flag of two pictures, the flag of Scotland, a heart in colour, a key.
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\ud83c\udff3\ufe0f\u200d\ud83c\udf08",
                "\ud83d\udc69\ud83c\udffd\u200d\ud83c\udfa4",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f",
                "\u2764\ufe0f",
                "1\ufe0f\u20e3",
                // Persian, Hindi, Malayalam, and a variant of a Chinese character.
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u0915\u094d\u200d\u0937",
                "\u0d05\u0d35\u0d28\u0d4d\u200d",
                "\u845b\udb40\udd00"
            })
    void what_shapes_its_neighbours_is_kept(String text) {
        assertThat(Text.line("name", text, 120)).isEqualTo(text);
        assertThat(Text.lines("craic", text, 120)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\t",
                "\u000b",
                "\u001f",
                "\u0085",
                "\u00a0",
                "\u1680",
                "\u2003",
                "\u2007",
                "\u2009",
                "\u202f",
                "\u205f",
                "\u2800",
                "\u3000",
                "\u2028",
                "\u200b \u00ad \u2060"
            })
    void every_kind_of_blank_is_a_space(String blank) {
        assertThat(Text.line("name", blank + "Tigh" + blank + blank + "Coil\u00ed" + blank, 120))
                .isEqualTo("Tigh Coil\u00ed");
        assertThat(Text.cleaned(blank + "21:30" + blank)).isEqualTo("21:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ad", "\u200b\u2060\ufeff", "\u200e \u200f", "\u2800", "\u3164", "\u0007"})
    void a_text_of_which_nothing_is_seen_says_nothing(String nothing) {
        assertThat(Text.cleaned(nothing)).isEmpty();
        assertThat(Text.optionalLine("name", nothing, 120)).isNull();
        assertThat(Text.optionalLines("craic", nothing, 120)).isNull();
        assertThatThrownBy(() -> Text.line("name", nothing, 120)).isInstanceOf(InvalidValue.class);
    }

    /** What joins, selects a variant, composes, separates or marks a direction, among letters that it may concern. */
    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.of(
                        "a",
                        " ",
                        "i",
                        "\u0301",
                        "\u00ad",
                        "\u200b",
                        "\u200c",
                        "\u200d",
                        "\u2060",
                        "\ufe0f",
                        "\ufeff",
                        "\u034f",
                        "\u00a0",
                        "\u2028",
                        "\n",
                        "\t",
                        "\u0007",
                        "1",
                        "\u20e3",
                        "\u2764",
                        "\ud83d\udc69",
                        "\ud83c\udffd",
                        "\ud83c\udff4",
                        "\udb40\udc67",
                        "\udb40\udc7f",
                        "\u0645",
                        "\u094d",
                        "\u0915",
                        "\u1820",
                        "\u180b",
                        "\u845b",
                        "\udb40\udd00",
                        "\u1100",
                        "\u1161",
                        "\u3164")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Test
    void a_joiner_that_composing_parts_from_its_letter_is_removed() {
        assertThat(Text.cleaned("\u0301\u094d\u200d")).isEqualTo("\u094d\u0301");
        assertThat(Text.cleaned("\u0301\u200b\u094d\u200d")).isEqualTo("\u094d\u0301");
    }

    @Property
    void cleaning_again_changes_nothing_whatever_was_typed(@ForAll("odd") String typed) {
        String line = Text.optionalLine("name", typed, 200);
        assertThat(Text.optionalLine("name", line, 200)).isEqualTo(line);
        String lines = Text.optionalLines("craic", typed, 200);
        assertThat(Text.optionalLines("craic", lines, 200)).isEqualTo(lines);
        assertThat(Text.cleaned(Text.cleaned(typed))).isEqualTo(Text.cleaned(typed));
    }

    @Property
    void cleaning_what_is_clean_changes_nothing(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = ' ', to = '~')
                    @CharRange(from = '\u00a1', to = '\u036f')
                    @Chars({'\t', '\n', '\r', '\u00a0', '\u2003', '\u2028'})
                    String typed) {
        String line = Text.optionalLine("name", typed, 200);
        assertThat(Text.optionalLine("name", line, 200)).isEqualTo(line);
        String lines = Text.optionalLines("craic", typed, 200);
        assertThat(Text.optionalLines("craic", lines, 200)).isEqualTo(lines);
    }
}

package ie.tradsessions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001bb", "a\u007fb", "a\ud800b", "a\uffffb"})
    void text_that_cannot_be_shown_is_refused(String text) {
        assertThatThrownBy(() -> Text.line("name", text, 120)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Text.lines("craic", text, 120)).isInstanceOf(InvalidValue.class);
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

package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ie.tradsessions.adapters.lambda.TestSessions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private final Cursors cursors = new Cursors(TestSessions.KEY);

    @Property
    void a_cursor_opens_to_the_position_that_was_sealed(@ForAll String position, @ForAll String question) {
        String encodable = utf8(position);
        assertThat(cursors.opened(cursors.sealed(encodable, question), question))
                .contains(encodable);
    }

    @Property
    void a_cursor_is_safe_in_an_address(@ForAll String position) {
        assertThat(cursors.sealed(position, "")).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void with_any_bit_flipped_it_is_refused(
            @ForAll @StringLength(max = 60) String position, @ForAll @IntRange(max = 10_000) int at) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.sealed(position, "sessions"));
        int bit = at % (bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(cursors.opened(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "sessions"))
                .isEmpty();
    }

    @Property
    void with_any_letter_changed_it_is_refused(
            @ForAll @StringLength(max = 60) String position,
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll char letter) {
        String cursor = cursors.sealed(position, "sessions");
        StringBuilder changed = new StringBuilder(cursor);
        changed.setCharAt(at % cursor.length(), letter);
        if (!changed.toString().equals(cursor)) {
            assertThat(cursors.opened(changed.toString(), "sessions")).isEmpty();
        }
    }

    @Property
    void cut_short_or_drawn_out_it_is_refused(
            @ForAll @StringLength(max = 60) String position, @ForAll @IntRange(min = 1, max = 200) int by) {
        String cursor = cursors.sealed(position, "sessions");
        assertThat(cursors.opened(cursor.substring(0, Math.max(0, cursor.length() - by)), "sessions"))
                .isEmpty();
        assertThat(cursors.opened(cursor + "A".repeat(by), "sessions")).isEmpty();
        assertThat(cursors.opened(cursor + "=".repeat(by), "sessions")).isEmpty();
    }

    @Property
    void put_to_another_question_it_is_refused(@ForAll String position, @ForAll String one, @ForAll String other) {
        if (!utf8(one).equals(utf8(other))) {
            assertThat(cursors.opened(cursors.sealed(position, one), other)).isEmpty();
        }
    }

    @Property
    void what_anybody_makes_up_is_refused(@ForAll String madeUp) {
        assertThat(cursors.opened(madeUp, "sessions")).isEmpty();
    }

    /** PageToken and question are sealed apart: what is cut off from one cannot be added to the other. */
    @Test
    void no_letter_moves_from_the_position_to_the_question() {
        byte[] cursor = Base64.getUrlDecoder().decode(cursors.sealed("ab", "c"));
        byte[] shorter = new byte[cursor.length - 1];
        System.arraycopy(cursor, 0, shorter, 0, 2);
        System.arraycopy(cursor, 3, shorter, 2, cursor.length - 3);
        assertThat(cursors.opened(Base64.getUrlEncoder().withoutPadding().encodeToString(shorter), "bc"))
                .isEmpty();
    }

    @Test
    void another_key_opens_nothing() {
        byte[] other = Arrays.copyOf(TestSessions.KEY, TestSessions.KEY.length + 1);
        other[0]++;
        assertThat(new Cursors(other).opened(cursors.sealed("a", "sessions"), "sessions"))
                .isEmpty();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cursors(new byte[31]));
    }

    /** Lone surrogates are not text; positions never hold them. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

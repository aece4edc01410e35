package ie.tradsessions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @Property
    void every_identifier_that_is_made_has_the_form(@ForAll long seed, @ForAll String name) {
        String random = Identifier.random(new Random(seed));
        String derived = Identifier.derivedFrom(name);

        assertThatCode(() -> Identifier.checked("session", random)).doesNotThrowAnyException();
        assertThatCode(() -> Identifier.checked("session", derived)).doesNotThrowAnyException();
    }

    @Property
    void one_name_has_one_identifier_and_another_name_another(@ForAll String name) {
        assertThat(Identifier.derivedFrom(name)).isEqualTo(Identifier.derivedFrom(name));
        assertThat(Identifier.derivedFrom(name)).isNotEqualTo(Identifier.derivedFrom(name + "1"));
    }

    /** Importing a file again after an upgrade must find the same venues, so the spelling never changes. */
    @Test
    void a_derived_identifier_stays_what_it_is() {
        // The first 16 bytes of SHA-256 of the empty text (e3b0c442 98fc1c14 9afbf4c8 996fb924), five low bits of each.
        assertThat(Identifier.derivedFrom("")).isEqualTo("3g42rwwmtvm8sfs4");
    }

    @Test
    void random_identifiers_use_every_letter_and_do_not_repeat() {
        Random random = new Random(1);
        Set<String> seen = new HashSet<>();
        Set<Integer> letters = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String identifier = Identifier.random(random);
            assertThat(seen.add(identifier)).isTrue();
            identifier.chars().forEach(letters::add);
        }
        assertThat(letters).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcde",
                "0123456789abcdefg",
                "0123456789ABCDEF",
                "0123456789abcdei",
                "0123456789abcdel",
                "0123456789abcdeo",
                "0123456789abcdeu",
                "0123456789abcde ",
                "0123456789abcde\n",
                "../../../etc/pas"
            })
    void nothing_else_is_an_identifier(String value) {
        assertThatThrownBy(() -> new SessionId(value))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("session: ");
        assertThatThrownBy(() -> new VenueId(value))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("venue: ");
    }

    @Test
    void an_identifier_is_shown_as_it_is_spelled() {
        assertThat(new SessionId("0123456789abcdef")).hasToString("0123456789abcdef");
        assertThat(new VenueId("0123456789abcdef")).hasToString("0123456789abcdef");
    }
}

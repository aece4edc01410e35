package ie.tradsessions.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");
    private static final MemberId NIAMH = MemberId.of("https://issuer.example/", "Niamh");

    @Test
    void a_member_is_one_subject_of_one_issuer() {
        assertThat(MemberId.of("https://issuer.example/", "Niamh")).isEqualTo(NIAMH);
        assertThat(MemberId.of("https://issuer.example/", "Cathal")).isNotEqualTo(NIAMH);
        assertThat(MemberId.of("https://other.example/", "Niamh")).isNotEqualTo(NIAMH);
    }

    @Test
    void a_profile_needs_a_name_and_says_what_is_allowed() {
        assertRefused("displayName", () -> profile(" ", null));
        assertRefused("displayName", () -> profile("a".repeat(61), null));
        assertRefused("about", () -> profile("Niamh", "a".repeat(501)));
        assertThat(profile(" Niamh\u200b ", " ").displayName()).isEqualTo("Niamh");
        assertThat(profile("Niamh", " ").about()).isNull();
        assertThat(profile("Niamh", "one\r\ntwo").about()).isEqualTo("one\ntwo");
    }

    @Test
    void who_tells_something_else_stays_who_it_was_and_keeps_the_calendar() {
        CalendarKey key = new CalendarKey(new Secret("0123456789abcdef").hash());
        Profile before = profile("Niamh", null).withCalendar(key);

        Profile after = before.with(new Profile.Description("Niamh of Doolin", Set.of(Instrument.HARP), null, "Hello"));

        assertThat(after.since()).isEqualTo(NOW);
        assertThat(after.calendarKey()).isEqualTo(key);
        assertThat(after.displayName()).isEqualTo("Niamh of Doolin");
        assertThat(after.withCalendar(null).calendarKey()).isNull();
    }

    @Property
    void only_its_own_secret_opens_a_calendar_and_an_address_is_read_as_it_was_written(
            @ForAll long seed, @ForAll long otherSeed) {
        Secret secret = Secret.random(new Random(seed));
        Secret other = Secret.random(new Random(otherSeed));
        CalendarKey.Address address = new CalendarKey.Address(NIAMH, secret);

        assertThat(CalendarKey.Address.parse(address.text())).isEqualTo(address);
        assertThat(address.key().opensWith(secret)).isTrue();
        assertThat(address.key().opensWith(other)).isEqualTo(secret.equals(other));
        assertThat(address.key().hash().value()).doesNotContain(secret.value());
        assertThat(address.toString()).doesNotContain(secret.value());
    }

    @Test
    void what_is_no_address_of_a_calendar_is_refused() {
        assertRefused("key", () -> CalendarKey.Address.parse(""));
        assertRefused("key", () -> CalendarKey.Address.parse("0".repeat(31)));
        assertRefused("member", () -> CalendarKey.Address.parse("!".repeat(32)));
    }

    @Test
    void favourites_are_kept_in_the_order_in_which_they_were_added_each_once() {
        Favourites favourites = Favourites.none(NIAMH).with(id(2)).with(id(1)).with(id(2));

        assertThat(favourites.sessions()).containsExactly(id(2), id(1));
        assertThat(favourites.without(id(2)).sessions()).containsExactly(id(1));
        assertThat(favourites.without(id(3))).isEqualTo(favourites);
    }

    @Test
    void a_member_follows_two_hundred_sessions_at_most_and_organises_a_hundred_at_once() {
        Favourites favourites = new Favourites(
                NIAMH, IntStream.range(0, 200).mapToObj(MemberTest::id).toList());
        assertRefused("favourites", () -> favourites.with(id(200)));
        assertThat(favourites.with(id(7))).isEqualTo(favourites);

        Contributions contributions = Contributions.NONE;
        for (int i = 0; i < 100; i++) {
            contributions = contributions.sharing(id(i));
        }
        Contributions full = contributions;
        assertRefused("organised", () -> full.sharing(id(100)));
        assertRefused("organised", () -> full.organising(id(100)));
        assertThat(full.notOrganising(id(0)).sharing(id(100)).sessions()).hasSize(101);
    }

    private static SessionId id(int number) {
        return new SessionId(Identifier.derivedFrom("session " + number));
    }

    private static Profile profile(String name, String about) {
        return Profile.of(NIAMH, new Profile.Description(name, Set.of(), null, about), NOW);
    }

    private static void assertRefused(String field, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

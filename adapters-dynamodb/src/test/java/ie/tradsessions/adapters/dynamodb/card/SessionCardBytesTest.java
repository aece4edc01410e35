package ie.tradsessions.adapters.dynamodb.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SessionCardBytesTest {
    private static final List<SessionCard> LIKELY = Cards.of(GeneratedSessions.of(3_000, 7));

    @Test
    void likely_cards_come_back_whole() {
        assertThat(LIKELY)
                .allSatisfy(card -> assertThat(SessionCardBytes.read(card.id(), SessionCardBytes.write(card)))
                        .isEqualTo(card));
    }

    @Property
    void every_card_that_the_domain_allows_comes_back_whole(@ForAll("cards") SessionCard card) {
        assertThat(SessionCardBytes.read(card.id(), SessionCardBytes.write(card)))
                .isEqualTo(card);
    }

    @Property
    void equal_cards_are_equal_bytes(@ForAll("cards") SessionCard card) {
        byte[] bytes = SessionCardBytes.write(card);

        assertThat(SessionCardBytes.write(SessionCardBytes.read(card.id(), bytes)))
                .isEqualTo(bytes);
    }

    @Test
    void twenty_cards_and_their_keys_fit_in_a_unit() {
        IntSummaryStatistics sizes = LIKELY.stream()
                .mapToInt(card -> SessionCardBytes.write(card).length)
                .summaryStatistics();
        int[] sorted = LIKELY.stream()
                .mapToInt(card -> SessionCardBytes.write(card).length)
                .sorted()
                .toArray();

        System.out.printf(
                "Cards of generated sessions: mean %.1f bytes, p99 %d, max %d%n",
                sizes.getAverage(), sorted[sorted.length * 99 / 100], sizes.getMax());
        assertThat(sizes.getAverage()).isLessThan(100);
        // 204 bytes to an item, 40 of them for its key.
        assertThat(sorted[sorted.length * 99 / 100]).isLessThan(164);
    }

    @Property
    void a_card_that_ends_too_early_or_too_late_is_refused(@ForAll("cards") SessionCard card) {
        byte[] bytes = SessionCardBytes.write(card);

        for (int length = 0; length < bytes.length; length += 1 + length / 50) {
            byte[] torn = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SessionCardBytes.read(card.id(), torn)).isInstanceOf(UnreadableBytes.class);
        }
        assertThatThrownBy(() -> SessionCardBytes.read(card.id(), Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UnreadableBytes.class)
                .hasMessageContaining("1 bytes too many");
    }

    @Property
    void damaged_bytes_are_refused_or_read_as_another_card(
            @ForAll("cards") SessionCard card, @ForAll int where, @ForAll byte what) {
        byte[] bytes = SessionCardBytes.write(card);
        bytes[Math.floorMod(where, bytes.length)] = what;

        try {
            assertThat(SessionCardBytes.read(card.id(), bytes).id()).isEqualTo(card.id());
        } catch (UnreadableBytes refused) {
            assertThat(refused).hasMessageContaining(card.id().value());
        }
    }

    @Test
    void a_card_of_a_newer_format_is_refused_by_name() {
        SessionCard card = LIKELY.getFirst();
        byte[] bytes = SessionCardBytes.write(card);
        bytes[0] = 2;

        assertThatThrownBy(() -> SessionCardBytes.read(card.id(), bytes))
                .isInstanceOf(UnreadableBytes.class)
                .hasMessage("card of session " + card.id() + ": written in version 2; this program reads version 1");
    }

    @Test
    void a_venue_in_the_place_of_another_is_not_written() {
        SessionCard card = LIKELY.getFirst();
        VenueSummary one = LIKELY.get(1).venue();
        VenueId other = card.venue().id();
        SessionCard wrong = new SessionCard(
                card.id(),
                card.name(),
                card.venue(),
                card.timetable(),
                card.etiquette(),
                card.signs(),
                card.ratings(),
                Map.of(other, one),
                card.sample());

        assertThatThrownBy(() -> SessionCardBytes.write(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<SessionCard> cards() {
        return Arbitraries.oneOf(Cards.strange(), Arbitraries.of(LIKELY));
    }
}

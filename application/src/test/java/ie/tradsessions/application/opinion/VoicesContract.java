package ie.tradsessions.application.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Voices} promise. */
public abstract class VoicesContract extends StorageContract {
    private static final MemberId NIAMH = People.NIAMH.member();
    private static final SessionId SESSION = SessionBuilder.idOf("spoken of");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @Test
    void who_has_said_nothing_has_a_voice_that_says_nothing() {
        assertThat(storage().voices().of(NIAMH, SESSION)).isEqualTo(new Versioned<>(Voice.none(NIAMH, SESSION), 0));
        assertThat(storage().voices().of(NIAMH)).isEmpty();
    }

    @Test
    void all_that_a_member_has_said_is_found() {
        Voice voice = Voice.none(NIAMH, SESSION)
                .saying(THURSDAY, true)
                .saying(THURSDAY.minusWeeks(1), false)
                .withReview(7)
                .finding(3, true)
                .asking(THURSDAY)
                .sayingGone(true);
        assertThat(save(voice, 1)).isEqualTo(new ChangeOutcome.Saved());
        assertThat(storage().voices().of(NIAMH, SESSION)).isEqualTo(new Versioned<>(voice, 1));

        List<SessionId> sessions = IntStream.range(0, 120)
                .mapToObj(i -> SessionBuilder.idOf("session " + i))
                .sorted()
                .toList();
        sessions.forEach(session -> save(Voice.none(NIAMH, session), 1));
        save(Voice.none(People.CATHAL.member(), SESSION), 1);

        assertThat(storage().voices().of(NIAMH))
                .hasSize(121)
                .contains(new Versioned<>(voice, 1))
                .isSortedAccordingTo((one, other) ->
                        one.value().session().compareTo(other.value().session()));
    }

    @Test
    void all_of_every_member_are_read() {
        Voice niamhs = Voice.none(NIAMH, SESSION).saying(THURSDAY, true);
        Voice elsewhere = Voice.none(NIAMH, SessionBuilder.idOf("elsewhere")).withReview(2);
        Voice cathals = Voice.none(People.CATHAL.member(), SESSION).sayingGone(true);
        Voice dropped = Voice.none(People.CATHAL.member(), SessionBuilder.idOf("elsewhere"));
        List.of(niamhs, elsewhere, cathals, dropped).forEach(voice -> save(voice, 1));
        storage().changes().save(List.of(new Change.DropVoice(dropped.member(), dropped.session(), 1)));
        List<Voice> read = new ArrayList<>();

        storage().voices().readAll(read::add, told -> fail(told));

        assertThat(read).containsExactlyInAnyOrder(niamhs, elsewhere, cathals);
    }

    @Test
    void who_has_seen_another_version_changes_nothing() {
        save(Voice.none(NIAMH, SESSION), 1);

        assertThat(save(Voice.none(NIAMH, SESSION).withReview(1), 1)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(Voice.none(NIAMH, SESSION).withReview(1), 3)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(storage().changes().save(List.of(new Change.DropVoice(NIAMH, SESSION, 2))))
                .isEqualTo(new ChangeOutcome.Stale());
        assertThat(storage().voices().of(NIAMH, SESSION)).isEqualTo(new Versioned<>(Voice.none(NIAMH, SESSION), 1));
    }

    @Test
    void nothing_is_left_of_a_voice_that_was_dropped() {
        save(Voice.none(NIAMH, SESSION).withReview(1), 1);

        assertThat(storage().changes().save(List.of(new Change.DropVoice(NIAMH, SESSION, 1))))
                .isEqualTo(new ChangeOutcome.Saved());
        assertThat(storage().voices().of(NIAMH)).isEmpty();
        assertThat(save(Voice.none(NIAMH, SESSION), 1)).isEqualTo(new ChangeOutcome.Saved());
    }

    private ChangeOutcome save(Voice voice, long version) {
        return storage().changes().save(List.of(new Change.SaveVoice(voice, version)));
    }
}

package ie.tradsessions.application.membership;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.CalendarKey;
import ie.tradsessions.domain.member.Contributions;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Members} promise. */
public abstract class MembersContract extends StorageContract {
    private static final MemberId NIAMH = People.NIAMH.member();
    private static final MemberId CATHAL = People.CATHAL.member();

    @Test
    void of_somebody_who_has_told_nothing_nothing_is_kept() {
        assertThat(of(NIAMH)).isEqualTo(MemberFile.empty(NIAMH));
    }

    @Test
    void everything_that_is_kept_of_a_member_is_found_whole() {
        Profile profile = new Profile(
                NIAMH,
                "Niamh",
                Set.of(Instrument.FIDDLE, Instrument.CONCERTINA),
                County.CLARE,
                "Plays mostly in Doolin.\nAlso in Ennis.",
                GeneratedSessions.NOW,
                new CalendarKey(new Secret("0123456789abcdef").hash()));
        Favourites favourites = new Favourites(NIAMH, List.of(SessionBuilder.idOf("z"), SessionBuilder.idOf("a")));
        Activity activity = activity(NIAMH);

        save(
                new Change.SaveProfile(profile, 1),
                new Change.SaveFavourites(favourites, 1),
                new Change.SaveActivity(activity, 1));
        save(new Change.SaveActivity(activity, 2));

        MemberFile whole =
                new MemberFile(profile, 1, new Versioned<>(favourites, 1), new Versioned<>(activity, 2), null);
        assertThat(of(NIAMH)).isEqualTo(whole);
        assertThat(storage().members().of(NIAMH, ReadConsistency.EVENTUAL)).isEqualTo(whole);
        assertThat(of(CATHAL)).isEqualTo(MemberFile.empty(CATHAL));
    }

    @Test
    void a_member_who_has_done_as_much_as_one_may_is_found_whole() {
        Activity much = activity(NIAMH);
        Contributions contributions = much.contributions();
        Favourites favourites = Favourites.none(NIAMH);
        for (int i = 0; i < 100; i++) {
            contributions = contributions.sharing(SessionBuilder.idOf("much " + i));
            favourites = favourites.with(SessionBuilder.idOf("favourite " + i));
            contributions = contributions.notOrganising(SessionBuilder.idOf("much " + i));
        }

        save(new Change.SaveActivity(much.with(contributions), 1), new Change.SaveFavourites(favourites, 1));

        assertThat(of(NIAMH).activity().value().contributions()).isEqualTo(contributions);
        assertThat(of(NIAMH).favourites().value()).isEqualTo(favourites);
    }

    @Test
    void members_have_the_names_that_they_took_last() {
        save(new Change.SaveProfile(profile(NIAMH, "Niamh"), 1));
        save(new Change.SaveProfile(profile(CATHAL, "Cathal"), 1));
        save(new Change.SaveProfile(profile(NIAMH, "Niamh of Doolin"), 2));
        save(new Change.SaveActivity(activity(People.MODERATOR.member()), 1));

        assertThat(storage().members().names(List.of(NIAMH, CATHAL, NIAMH, People.MODERATOR.member())))
                .isEqualTo(Map.of(NIAMH, "Niamh of Doolin", CATHAL, "Cathal"));
        assertThat(storage().members().names(List.of())).isEmpty();
    }

    @Test
    void the_names_of_many_members_are_told_at_once() {
        List<MemberId> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            MemberId member = People.member("member " + i).member();
            all.add(member);
            save(new Change.SaveProfile(profile(member, "Member " + i), 1));
        }

        assertThat(storage().members().names(all)).hasSize(120).containsEntry(all.get(119), "Member 119");
    }

    @Test
    void a_block_is_kept_with_the_rest() {
        Block block = new Block(NIAMH, GeneratedSessions.NOW, null, "Three reviews under three names.");
        save(new Change.SaveBlock(block, 1));

        assertThat(of(NIAMH).block()).isEqualTo(new Versioned<>(block, 1));

        save(new Change.Drop(NIAMH, Change.Part.BLOCK, 1));

        assertThat(of(NIAMH)).isEqualTo(MemberFile.empty(NIAMH));
    }

    @Test
    void what_a_member_says_and_is_told_is_found_with_everything_else() {
        SessionId session = SessionBuilder.idOf("a");
        Voice spoken = Voice.none(NIAMH, session).saying(LocalDate.of(2026, 11, 19), true);
        Voice asking = Voice.none(NIAMH, SessionBuilder.idOf("b")).asking(LocalDate.of(2026, 11, 26));
        Notice first = notice(new Subject.OfSession(session), GeneratedSessions.NOW);
        Notice second = notice(new Subject.OfReview(session, 3), GeneratedSessions.NOW.plusSeconds(60));

        save(
                new Change.SaveActivity(activity(NIAMH), 1),
                new Change.SaveVoice(spoken, 1),
                new Change.SaveVoice(asking, 1),
                new Change.SaveNotice(first),
                new Change.SaveNotice(second));
        save(new Change.SaveVoice(Voice.none(CATHAL, session), 1));

        MemberRecord everything = storage().members().everything(NIAMH);
        assertThat(everything.file()).isEqualTo(of(NIAMH));
        assertThat(everything.voices())
                .containsExactlyInAnyOrder(new Versioned<>(spoken, 1), new Versioned<>(asking, 1));
        assertThat(everything.notices()).containsExactly(second, first);
        assertThat(storage().members().notices(NIAMH)).containsExactly(second, first);

        save(new Change.DropNotice(NIAMH, first.subject()));

        assertThat(storage().members().notices(NIAMH)).containsExactly(second);
    }

    @Test
    void a_member_who_spoke_of_very_many_sessions_is_found_whole() {
        List<Versioned<Voice>> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Voice voice = Voice.none(NIAMH, SessionBuilder.idOf("session " + i)).sayingGone(true);
            all.add(new Versioned<>(voice, 1));
            save(new Change.SaveVoice(voice, 1));
        }

        assertThat(storage().members().everything(NIAMH).voices()).containsExactlyInAnyOrderElementsOf(all);
    }

    private static Notice notice(Subject subject, Instant at) {
        return new Notice(NIAMH, subject, new Decided(new Decision.Hide(), "It names a person.", at), null);
    }

    private MemberFile of(MemberId member) {
        return storage().members().of(member, ReadConsistency.STRONG);
    }

    private void save(Change... changes) {
        assertThat(storage().changes().save(List.of(changes))).isEqualTo(new ChangeOutcome.Saved());
    }

    private static Profile profile(MemberId member, String name) {
        return Profile.of(member, new Profile.Description(name, Set.of(), null, null), GeneratedSessions.NOW);
    }

    private static Activity activity(MemberId member) {
        RequestKey key = RequestKey.of("publishSession", "1", "{}");
        Activity.Admission admission = Activity.none(member).admit(key, GeneratedSessions.NOW, false);
        return ((Activity.Admission.Admitted) admission)
                .next()
                .withResult(key, GeneratedSessions.NOW, SessionBuilder.idOf("a").value())
                .with(Contributions.NONE
                        .sharing(SessionBuilder.idOf("a"))
                        .organising(SessionBuilder.idOf("b"))
                        .changing(VenueBuilder.idOf("c")));
    }
}

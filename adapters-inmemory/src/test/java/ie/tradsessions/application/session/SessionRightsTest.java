package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Takedown;
import ie.tradsessions.domain.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with a session: its organiser Niamh, Cathal who is another member, and a moderator. */
class SessionRightsTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private static final SessionId ID =
            SessionBuilder.at(VenueBuilder.idOf("The Crane")).build().id();

    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final Session plain = SessionBuilder.at(venue).build();
    private final SessionId id = plain.id();

    enum Deed {
        CHANGE((members, who) -> members.change(
                who,
                SessionBuilder.at(VenueBuilder.idOf("The Crane"))
                        .named("Another name")
                        .build())),
        CANCEL((members, who) -> members.cancel(who, ID, THURSDAY)),
        END((members, who) -> members.end(who, ID, THURSDAY)),
        OFFER((members, who) -> members.offer(who, ID)),
        WITHDRAW((members, who) -> members.withdraw(who, ID)),
        TAKE_DOWN((members, who) -> members.takeDown(who, ID));

        final BiFunction<MemberUseCases, Identity, Object> deed;

        Deed(BiFunction<MemberUseCases, Identity, Object> deed) {
            this.deed = deed;
        }
    }

    @BeforeEach
    void storeTheVenue() {
        ports.venues().save(venue, SaveOutcome.NEW);
    }

    @ParameterizedTest
    @EnumSource
    void its_organiser_and_moderators_may_and_nobody_else(Deed deed) {
        stored(plain.organisedBy(People.NIAMH.member()));

        assertThat(deed.deed.apply(members, People.CATHAL)).isEqualTo(new SessionEdit.NotAllowed());
        assertThat(members.session(id)).isEqualTo(plain.organisedBy(People.NIAMH.member()));
        assertThat(deed.deed.apply(members, People.MODERATOR)).matches(SessionRightsTest::isDone);
        stored(plain.organisedBy(People.NIAMH.member()));
        assertThat(deed.deed.apply(members, People.NIAMH)).matches(SessionRightsTest::isDone);
    }

    @ParameterizedTest
    @EnumSource
    void of_a_session_that_nobody_organises_only_moderators_may(Deed deed) {
        stored(plain);

        for (Identity who : List.of(People.NIAMH, People.CATHAL)) {
            assertThat(deed.deed.apply(members, who)).isEqualTo(new SessionEdit.NotAllowed());
        }
        assertThat(members.session(id)).isEqualTo(plain);
        assertThat(deed.deed.apply(members, People.MODERATOR)).matches(SessionRightsTest::isDone);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TAKE_DOWN")
    void what_was_taken_down_nobody_changes_and_others_do_not_see(Deed deed) {
        stored(plain.organisedBy(People.NIAMH.member()).takenDown(new Takedown(GeneratedSessions.NOW, false)));

        assertThat(deed.deed.apply(members, People.NIAMH)).isEqualTo(new SessionEdit.NotAllowed());
        assertThat(deed.deed.apply(members, People.MODERATOR)).isEqualTo(new SessionEdit.NotAllowed());
        assertThat(deed.deed.apply(members, People.CATHAL)).isEqualTo(new SessionEdit.NoSuchSession(id));
    }

    @Test
    void who_took_it_down_lists_it_again_and_moderators_do() {
        Session niamhs = plain.organisedBy(People.NIAMH.member());
        stored(niamhs);

        members.takeDown(People.NIAMH, id);
        assertThat(members.listAgain(People.CATHAL, id)).isEqualTo(new SessionEdit.NoSuchSession(id));
        assertThat(members.listAgain(People.NIAMH, id)).matches(SessionRightsTest::isDone);
        assertThat(members.session(id)).isEqualTo(niamhs);

        members.takeDown(People.MODERATOR, id);
        assertThat(members.listAgain(People.NIAMH, id)).isEqualTo(new SessionEdit.NotAllowed());
        assertThat(members.listAgain(People.MODERATOR, id)).matches(SessionRightsTest::isDone);
        assertThat(members.session(id)).isEqualTo(niamhs);
    }

    @Test
    void a_member_is_shown_a_session_with_what_the_member_may_do() {
        stored(plain.organisedBy(People.NIAMH.member()));
        members.name(People.NIAMH, "Niamh", 0);
        members.offer(People.NIAMH, id);

        ViewMySession.View mine = view(People.NIAMH);
        assertThat(mine.rights()).isEqualTo(new Rights(true, true, true, false, false, true));
        assertThat(mine.offeredUntil()).isEqualTo("2026-12-08T12:00:00Z");
        assertThat(mine.session().names()).isEqualTo(Map.of(People.NIAMH.member(), "Niamh"));
        assertThat(mine.session().page().version()).isEqualTo(2);
        ViewMySession.View theirs = view(People.CATHAL);
        assertThat(theirs.rights()).isEqualTo(new Rights(true, false, false, false, false, false));
        assertThat(theirs.offeredUntil()).isNull();
    }

    @Test
    void nobody_but_its_organiser_and_moderators_is_shown_what_was_taken_down() {
        stored(plain.organisedBy(People.NIAMH.member()));
        members.takeDown(People.NIAMH, id);

        assertThat(view(People.NIAMH).rights()).isEqualTo(new Rights(true, false, true, true, false, false));
        assertThat(view(People.MODERATOR).rights().listAgain()).isTrue();
        assertThat(members.viewMySession().view(new ViewMySession.Query(People.CATHAL, id)))
                .isEmpty();
    }

    @Test
    void a_session_ends_tonight_and_goes_on_again() {
        Session niamhs = plain.organisedBy(People.NIAMH.member());
        stored(niamhs);

        assertThat(members.end(People.NIAMH, id, null)).isEqualTo(new SessionEdit.Changed(2));
        assertThat(members.session(id).timetable().endedOn()).isEqualTo("2026-11-24");

        assertThat(members.change(People.NIAMH, plain)).isEqualTo(new SessionEdit.Changed(3));
        assertThat(members.session(id)).isEqualTo(niamhs);
    }

    private ViewMySession.View view(Identity who) {
        return members.viewMySession().view(new ViewMySession.Query(who, id)).orElseThrow();
    }

    private void stored(Session session) {
        ports.sessions().save(session, members.version(id));
    }

    private static boolean isDone(Object outcome) {
        return outcome instanceof SessionEdit.Changed || outcome instanceof OfferSession.Outcome.Offered;
    }
}

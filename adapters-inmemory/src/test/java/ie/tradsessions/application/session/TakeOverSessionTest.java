package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session is handed from one organiser to another. */
class TakeOverSessionTest {
    private static final Secret WRONG = new Secret("0000000000000000");

    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final SessionId id = SessionBuilder.at(venue).build().id();

    @BeforeEach
    void niamhSharesASession() {
        ports.venues().save(venue, SaveOutcome.NEW);
        members.publish(People.NIAMH, SessionBuilder.at(venue).build());
    }

    @Test
    void whoever_is_told_the_code_becomes_the_organiser() {
        Secret code = offered().code();

        assertThat(members.takeOver(People.CATHAL, id, code)).isEqualTo(new SessionEdit.Changed(3));

        assertThat(members.session(id).isOrganisedBy(People.CATHAL.member())).isTrue();
        assertThat(members.session(id).shared().isBy(People.NIAMH.member())).isTrue();
        assertThat(organisedBy(People.CATHAL)).containsExactly(id);
        assertThat(organisedBy(People.NIAMH)).isEmpty();
        assertThat(members.cancel(People.NIAMH, id, null)).isEqualTo(new SessionEdit.NotAllowed());
    }

    @Test
    void a_code_is_good_once_and_for_two_weeks() {
        Secret code = offered().code();
        assertThat(members.takeOver(People.CATHAL, id, WRONG)).isEqualTo(new TakeOverSession.Outcome.WrongCode());
        clock.advance(Duration.ofDays(14));
        assertThat(members.takeOver(People.CATHAL, id, code)).isEqualTo(new TakeOverSession.Outcome.WrongCode());

        Secret another = offered().code();
        members.takeOver(People.CATHAL, id, another);
        assertThat(members.takeOver(People.MODERATOR, id, another)).isEqualTo(new TakeOverSession.Outcome.WrongCode());
        assertThat(members.takeOver(People.CATHAL, id, another)).isEqualTo(new SessionEdit.Changed(4));
    }

    @Test
    void a_new_offer_makes_the_one_of_before_worthless_and_an_offer_can_be_withdrawn() {
        Secret first = offered().code();
        Secret second = offered().code();
        assertThat(members.takeOver(People.CATHAL, id, first)).isEqualTo(new TakeOverSession.Outcome.WrongCode());

        members.withdraw(People.NIAMH, id);
        assertThat(members.takeOver(People.CATHAL, id, second)).isEqualTo(new TakeOverSession.Outcome.WrongCode());
    }

    @Test
    void what_somebody_organises_nobody_takes_without_a_code() {
        assertThat(members.takeOver(People.CATHAL, id, null)).isEqualTo(new SessionEdit.NotAllowed());
        assertThat(members.takeOver(People.MODERATOR, id, null)).isEqualTo(new SessionEdit.NotAllowed());
        assertThat(members.takeOver(People.NIAMH, id, null)).isEqualTo(new SessionEdit.Changed(1));
        SessionId nothing = SessionBuilder.idOf("nothing");
        assertThat(members.takeOver(People.CATHAL, nothing, null)).isEqualTo(new SessionEdit.NoSuchSession(nothing));
    }

    @Test
    void what_nobody_organises_anybody_takes_over_but_not_what_was_taken_down() {
        Session imported = SessionBuilder.at(venue).as("imported").build();
        ports.sessions().save(imported, SaveOutcome.NEW);

        members.takeDown(People.MODERATOR, imported.id());
        assertThat(members.takeOver(People.CATHAL, imported.id(), null))
                .isEqualTo(new SessionEdit.NoSuchSession(imported.id()));
        members.listAgain(People.MODERATOR, imported.id());
        assertThat(members.takeOver(People.CATHAL, imported.id(), null)).isEqualTo(new SessionEdit.Changed(4));
        assertThat(organisedBy(People.CATHAL)).containsExactly(imported.id());
    }

    @Test
    void an_offer_outlives_the_organiser_who_leaves() {
        DeleteMember.Offer offer = members.delete(People.NIAMH, DeleteMember.Fate.HAND_OVER)
                .offers()
                .getFirst();
        assertThat(offer.session()).isEqualTo(id);
        assertThat(offer.name()).isEqualTo("The Crane");

        assertThat(members.takeOver(People.MODERATOR, id, null)).isEqualTo(new SessionEdit.NotAllowed());
        assertThat(members.takeOver(People.CATHAL, id, offer.code())).isEqualTo(new SessionEdit.Changed(3));
        assertThat(organisedBy(People.CATHAL)).containsExactly(id);
    }

    @Test
    void where_nobody_takes_an_offer_up_anybody_may_in_the_end() {
        members.delete(People.NIAMH, DeleteMember.Fate.HAND_OVER);
        clock.advance(Duration.ofDays(14));

        assertThat(members.takeOver(People.MODERATOR, id, null)).isEqualTo(new SessionEdit.Changed(3));
    }

    @Test
    void an_import_of_the_export_keeps_who_organises_it_and_the_offer() {
        Secret code = offered().code();
        Session before = members.session(id);
        Session exported = Session.of(
                id,
                venue.id(),
                before.description(),
                before.timetable(),
                before.shared().byFormerMember());

        TransferSession.Outcome outcome = new TransferSession(
                        ports.sessions(), ports.feedbacks(), ports.knownVenues(), ports.index())
                .transfer(new TransferSession.Command(exported, Feedback.none(id)));

        assertThat(outcome).isEqualTo(new TransferSession.Outcome.Unchanged(id));
        assertThat(members.session(id)).isEqualTo(before);
        assertThat(members.takeOver(People.CATHAL, id, code)).isInstanceOf(SessionEdit.Changed.class);
    }

    private OfferSession.Outcome.Offered offered() {
        return (OfferSession.Outcome.Offered) members.offer(People.NIAMH, id);
    }

    private Set<SessionId> organisedBy(Identity who) {
        return ports.members()
                .of(who.member(), ReadConsistency.STRONG)
                .activity()
                .value()
                .contributions()
                .organised();
    }
}

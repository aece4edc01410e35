package ie.tradsessions.application.member;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.session.OfferSession;
import ie.tradsessions.application.session.SessionEdit;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.application.venue.ViewMyVenue;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever leaves leaves no trace, and what they shared goes on. */
class DeleteMemberTest {
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final InMemoryStore store = new InMemoryStore();
    private final IndexedStorage ports =
            IndexedStorage.of((itsClock, saved) -> InMemoryStorage.of(store, itsClock, saved), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final SessionId kept = SessionBuilder.idOf("kept");
    private final SessionId handedOn = SessionBuilder.idOf("handed on");
    private final SessionId takenOver = SessionBuilder.idOf("taken over");
    private final SessionId unlisted = SessionBuilder.idOf("unlisted");

    @BeforeEach
    void niamhDoesAllThatAMemberCan() {
        ports.venues().save(venue, SaveOutcome.NEW);
        members.name(People.NIAMH, "Niamh Ní Bhriain", 0);
        members.issueCalendar(People.NIAMH);
        for (SessionId id : List.of(kept, handedOn, unlisted)) {
            members.publish(People.NIAMH, SessionBuilder.at(venue).as(id).build());
        }
        Session imported = SessionBuilder.at(venue).as(takenOver).build();
        ports.sessions().save(imported, SaveOutcome.NEW);
        members.takeOver(People.NIAMH, takenOver, null);
        members.keep(People.NIAMH, kept);
        members.takeDown(People.NIAMH, unlisted);
        var offer = (OfferSession.Outcome.Offered) members.offer(People.NIAMH, handedOn);
        members.takeOver(People.CATHAL, handedOn, offer.code());
        members.changeVenue()
                .change(new ChangeVenue.Command(People.NIAMH, venue.id(), 1, MemberUseCases.described(venue), true));
        assertThat(everything()).contains(People.NIAMH.member().value(), "Niamh");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_of_a_member_who_left_is_stored_anywhere(DeleteMember.Fate fate) {
        members.delete(People.NIAMH, fate);

        assertThat(everything()).doesNotContain(People.NIAMH.member().value(), "Niamh");
    }

    @Test
    void what_the_member_organised_goes_on_without_an_organiser() {
        assertThat(members.delete(People.NIAMH, DeleteMember.Fate.ORPHAN).offers())
                .isEmpty();

        for (SessionId id : List.of(kept, takenOver, unlisted)) {
            assertThat(members.session(id).organiser()).isNull();
        }
        assertThat(members.session(kept).shared().by()).isEqualTo(new Author.FormerMember());
        assertThat(members.session(takenOver).shared().by()).isEqualTo(new Author.Named("Máire"));
        assertThat(members.session(handedOn).isOrganisedBy(People.CATHAL.member()))
                .isTrue();
        assertThat(members.session(unlisted).isTakenDown()).isTrue();
        assertThat(members.viewMyVenue()
                        .view(new ViewMyVenue.Query(People.CATHAL, venue.id()))
                        .orElseThrow()
                        .history())
                .singleElement()
                .satisfies(past -> assertThat(past.by()).isNull());
    }

    @Test
    void the_name_of_who_left_is_forgotten_at_once_where_they_left() {
        MemberNames names = members.names();
        assertThat(names.of(List.of(People.NIAMH.member()))).isNotEmpty();

        members.delete(People.NIAMH, DeleteMember.Fate.ORPHAN);

        assertThat(names.of(List.of(People.NIAMH.member()))).isEmpty();
    }

    @Test
    void what_is_handed_over_has_a_code_each_but_not_what_was_taken_down() {
        List<DeleteMember.Offer> offers =
                members.delete(People.NIAMH, DeleteMember.Fate.HAND_OVER).offers();

        assertThat(offers).extracting(DeleteMember.Offer::session).containsExactlyInAnyOrder(kept, takenOver);
        offers.forEach(offer -> members.takeOver(People.CATHAL, offer.session(), offer.code()));
        assertThat(members.profile(People.CATHAL).organised()).hasSize(3);
    }

    @Test
    void what_was_offered_before_stays_offered_however_often_it_is_said() {
        var offer = (OfferSession.Outcome.Offered) members.offer(People.NIAMH, kept);

        members.delete(People.NIAMH, DeleteMember.Fate.ORPHAN);
        members.delete(People.NIAMH, DeleteMember.Fate.ORPHAN);

        assertThat(members.takeOver(People.CATHAL, kept, null)).isNotInstanceOf(SessionEdit.Changed.class);
        assertThat(members.takeOver(People.CATHAL, kept, offer.code())).isInstanceOf(SessionEdit.Changed.class);
        assertThat(members.takeOver(People.CATHAL, takenOver, null)).isInstanceOf(SessionEdit.Changed.class);
    }

    @Test
    void whoever_leaves_again_or_was_never_here_leaves_nothing_behind() {
        members.delete(People.NIAMH, DeleteMember.Fate.HAND_OVER);

        assertThat(members.delete(People.NIAMH, DeleteMember.Fate.HAND_OVER).offers())
                .isEmpty();
        assertThat(everything()).doesNotContain(People.NIAMH.member().value());
    }

    /** All that the store holds, as text. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (Field field : InMemoryStore.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    all.append(field.getName())
                            .append(' ')
                            .append(field.get(store))
                            .append('\n');
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return all.toString();
    }
}

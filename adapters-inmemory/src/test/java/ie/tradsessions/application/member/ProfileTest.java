package ie.tradsessions.application.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.domain.member.CalendarKey;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members see and keep of themselves. */
class ProfileTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final Session thursdays = SessionBuilder.at(venue).as("thursdays").build();
    private final Session fridays =
            SessionBuilder.at(venue).as("fridays").on(DayOfWeek.FRIDAY).build();

    @BeforeEach
    void storeTheVenue() {
        ports.venues().save(venue, SaveOutcome.NEW);
    }

    @Test
    void who_signs_in_for_the_first_time_has_told_nothing() {
        ViewProfile.View view = members.profile(People.NIAMH);

        assertThat(view.file()).isEqualTo(MemberFile.empty(People.NIAMH.member()));
        assertThat(view.organised()).isEmpty();
        assertThat(view.favourites()).isEmpty();
    }

    @Test
    void a_profile_is_made_and_changed_and_of_two_changes_the_second_is_refused() {
        assertThat(members.name(People.NIAMH, "Niamh", 0)).isEqualTo(new SaveProfile.Outcome.Saved(1));
        clock.advance(Duration.ofDays(3));
        assertThat(members.name(People.NIAMH, "Niamh of Doolin", 1)).isEqualTo(new SaveProfile.Outcome.Saved(2));
        assertThat(members.name(People.NIAMH, "Somebody", 1)).isEqualTo(new SaveProfile.Outcome.Stale(2));

        var profile = members.profile(People.NIAMH).file().profile();
        assertThat(profile.displayName()).isEqualTo("Niamh of Doolin");
        assertThat(profile.since()).isEqualTo(GeneratedSessions.NOW);
    }

    @Test
    void a_change_that_is_sent_again_because_its_answer_was_lost_is_saved_and_not_refused() {
        members.name(People.NIAMH, "Niamh", 0);
        members.name(People.NIAMH, "Niamh of Doolin", 1);

        assertThat(members.name(People.NIAMH, "Niamh of Doolin", 1)).isEqualTo(new SaveProfile.Outcome.Saved(2));
    }

    @Test
    void who_takes_another_name_is_called_by_it_at_once_where_it_was_taken() {
        members.name(People.NIAMH, "Niamh", 0);
        members.publish(People.NIAMH, thursdays);
        ViewSession viewSession = members.viewSession();
        assertThat(viewSession.view(thursdays.id()).orElseThrow().names())
                .isEqualTo(Map.of(People.NIAMH.member(), "Niamh"));

        members.name(People.NIAMH, "Niamh  of Doolin ", 1);
        assertThat(viewSession.view(thursdays.id()).orElseThrow().names())
                .isEqualTo(Map.of(People.NIAMH.member(), "Niamh of Doolin"));

        members.name(People.NIAMH, "Somebody else", 1);
        assertThat(viewSession.view(thursdays.id()).orElseThrow().names())
                .isEqualTo(Map.of(People.NIAMH.member(), "Niamh of Doolin"));
    }

    @Test
    void who_takes_another_name_is_called_by_it_everywhere_within_a_minute() {
        members.name(People.NIAMH, "Niamh", 0);
        members.publish(People.NIAMH, thursdays);
        ViewSession viewSession = new ViewSession(ports.index(), ports.pages(), ports.names(clock), clock);
        assertThat(viewSession.view(thursdays.id()).orElseThrow().names())
                .isEqualTo(Map.of(People.NIAMH.member(), "Niamh"));

        members.name(People.NIAMH, "Niamh of Doolin", 1);
        clock.advance(Duration.ofSeconds(60));

        assertThat(viewSession.view(thursdays.id()).orElseThrow().names())
                .isEqualTo(Map.of(People.NIAMH.member(), "Niamh of Doolin"));
    }

    @Test
    void a_member_sees_the_own_sessions_also_those_that_have_ended_or_are_not_listed() {
        members.publish(People.NIAMH, thursdays);
        members.publish(People.NIAMH, fridays);
        members.publish(
                People.CATHAL,
                SessionBuilder.at(venue).as("other").on(DayOfWeek.MONDAY).build());
        members.end(People.NIAMH, thursdays.id(), null);
        members.takeDown(People.NIAMH, fridays.id());

        assertThat(members.profile(People.NIAMH).organised())
                .extracting(one -> one.listing().card().id(), ViewProfile.Organised::takenDown)
                .containsExactlyInAnyOrder(tuple(thursdays.id(), false), tuple(fridays.id(), true));
    }

    @Test
    void favourites_are_kept_and_dropped_and_to_do_so_twice_changes_nothing() {
        members.publish(People.CATHAL, thursdays);
        members.publish(People.CATHAL, fridays);
        SessionId nothing = SessionBuilder.idOf("nothing");

        members.keep(People.NIAMH, fridays.id());
        members.keep(People.NIAMH, thursdays.id());
        assertThat(members.keep(People.NIAMH, fridays.id()))
                .isEqualTo(new KeepFavourite.Outcome.Kept(List.of(fridays.id(), thursdays.id())));
        assertThat(members.keep(People.NIAMH, nothing)).isEqualTo(new KeepFavourite.Outcome.NoSuchSession(nothing));
        assertThat(members.profile(People.NIAMH).favourites())
                .extracting(one -> one.card().id())
                .containsExactly(fridays.id(), thursdays.id());

        members.drop(People.NIAMH, fridays.id());
        assertThat(members.drop(People.NIAMH, fridays.id()))
                .isEqualTo(new DropFavourite.Outcome.Dropped(List.of(thursdays.id())));
    }

    @Test
    void a_calendar_has_the_nights_of_what_a_member_organises_and_follows() {
        members.name(People.NIAMH, "Niamh", 0);
        members.publish(People.NIAMH, thursdays);
        members.publish(People.CATHAL, fridays);
        members.keep(People.NIAMH, fridays.id());
        members.cancel(People.NIAMH, thursdays.id(), THURSDAY);

        ViewCalendar.View view = members.viewCalendar().view(issued()).orElseThrow();

        assertThat(view.sessions())
                .extracting(entry -> entry.session().id())
                .containsExactly(thursdays.id(), fridays.id());
        assertThat(view.sessions().getFirst().nights()).hasSize(9).first().satisfies(night -> {
            assertThat(night.date()).isEqualTo(THURSDAY);
            assertThat(night.status()).isEqualTo(new OccurrenceStatus.Cancelled(null));
        });
        members.takeDown(People.CATHAL, fridays.id());
        assertThat(members.viewCalendar().view(issued()).orElseThrow().sessions())
                .hasSize(1);
        members.sayGone(People.NIAMH, thursdays.id());
        assertThat(members.viewCalendar().view(issued()).orElseThrow().sessions())
                .isEmpty();
    }

    @Test
    void an_address_of_a_calendar_ends_when_it_is_revoked_or_another_is_issued() {
        assertThat(members.issueCalendar(People.NIAMH)).isEqualTo(new IssueCalendarAddress.Outcome.NoProfile());
        members.name(People.NIAMH, "Niamh", 0);

        CalendarKey.Address first = issued();
        CalendarKey.Address second = issued();
        assertThat(members.viewCalendar().view(first)).isEmpty();
        assertThat(members.viewCalendar().view(second)).isPresent();
        assertThat(members.viewCalendar().view(new CalendarKey.Address(People.CATHAL.member(), second.secret())))
                .isEmpty();

        members.revokeCalendar(People.NIAMH);
        members.revokeCalendar(People.NIAMH);
        assertThat(members.viewCalendar().view(second)).isEmpty();
    }

    @Test
    void a_member_is_given_everything_that_is_kept() {
        members.name(People.NIAMH, "Niamh", 0);
        members.publish(People.NIAMH, thursdays);
        members.publish(People.CATHAL, fridays);
        members.keep(People.NIAMH, fridays.id());
        members.changeVenue()
                .change(new ChangeVenue.Command(People.NIAMH, venue.id(), 1, MemberUseCases.described(venue), true));

        ExportMember.Export export = members.export(People.NIAMH);

        assertThat(export.file()).isEqualTo(members.profile(People.NIAMH).file());
        assertThat(export.sessions()).containsExactly(members.session(thursdays.id()));
        assertThat(export.venueChanges())
                .singleElement()
                .satisfies(change -> assertThat(change.by()).isEqualTo(People.NIAMH.member()));
    }

    private CalendarKey.Address issued() {
        return ((IssueCalendarAddress.Outcome.Issued) members.issueCalendar(People.NIAMH)).address();
    }
}

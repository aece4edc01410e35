package ie.tradsessions.application.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.ModerationUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.moderation.ReportSubject.Outcome;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members report what should not be there, and its author objects to what comes of it. */
class ReportSubjectTest {
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final ModerationUseCases moderation = new ModerationUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final Session niamhs = SessionBuilder.at(venue).build().organisedBy(People.NIAMH.member());
    private final Subject session = new Subject.OfSession(niamhs.id());

    @BeforeEach
    void storeTheSession() {
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(niamhs, SaveOutcome.NEW);
    }

    @Test
    void a_report_waits_for_a_moderator_with_its_reason_and_its_words() {
        assertThat(moderation.report(People.CATHAL, session, Reason.NOT_WANTED, "The house asks for quiet."))
                .isEqualTo(new Outcome.Reported());

        assertThat(moderation.queue()).singleElement().satisfies(item -> {
            assertThat(item.its().value().subject()).isEqualTo(session);
            assertThat(item.its().value().reports()).singleElement().satisfies(report -> {
                assertThat(report.reason()).isEqualTo(Reason.NOT_WANTED);
                assertThat(report.text()).isEqualTo("The house asks for quiet.");
                assertThat(report.at()).isEqualTo(clock.instant());
            });
        });
    }

    @Test
    void each_member_reports_a_thing_once_however_often_it_is_sent() {
        moderation.report(People.CATHAL, session);
        assertThat(moderation.report(People.CATHAL, session)).isEqualTo(new Outcome.Reported());
        moderation.report(People.member("Aoife"), session);

        assertThat(moderation.queue().getFirst().its().value().reports()).hasSize(2);
        assertThat(moderation.queue().getFirst().its().version()).isEqualTo(2);
    }

    @Test
    void what_was_kept_is_not_reported_again_by_the_same_member() {
        moderation.report(People.CATHAL, session);
        moderation.decide(People.MODERATOR, session, new Decision.Keep());

        moderation.report(People.CATHAL, session);
        assertThat(moderation.queue()).isEmpty();

        moderation.report(People.member("Aoife"), session);
        assertThat(moderation.queue()).hasSize(1);
    }

    @Test
    void what_a_member_does_not_see_cannot_be_reported() {
        Review held = moderation.post(People.NIAMH, niamhs.id(), 1, Visibility.HELD);
        members.takeDown(People.NIAMH, niamhs.id());

        for (Subject subject : new Subject[] {
            session,
            new Subject.OfReview(niamhs.id(), held.number()),
            new Subject.OfReview(niamhs.id(), 7),
            new Subject.HeldReviews(niamhs.id()),
            new Subject.OfVenue(VenueBuilder.idOf("nowhere"))
        }) {
            assertThat(moderation.report(People.CATHAL, subject)).isEqualTo(new Outcome.NoSuchSubject(subject));
        }
    }

    @Test
    void a_reason_that_only_the_system_has_is_refused_with_those_that_members_have() {
        assertThatThrownBy(() -> moderation.report(People.CATHAL, session, Reason.BURST, null))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> {
                    assertThat(refused.field()).isEqualTo("reason");
                    assertThat(refused.allowed()).contains("NOT_TRUE", "OTHER").doesNotContain("BURST");
                });
        assertThatThrownBy(
                        () -> moderation.report(People.CATHAL, session, Reason.OTHER, "a".repeat(Report.MAX_TEXT + 1)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_report_of_a_venue_that_was_merged_is_one_of_what_it_was_merged_into() {
        Venue same = VenueBuilder.named("Crane Bar").build();
        ports.venues().save(same, SaveOutcome.NEW);
        moderation.merge(People.MODERATOR, venue.id(), same.id());

        moderation.report(People.CATHAL, new Subject.OfVenue(venue.id()));

        assertThat(moderation.queue().getFirst().its().value().subject()).isEqualTo(new Subject.OfVenue(same.id()));
    }

    // Objections

    @Test
    void the_author_objects_once_and_the_case_is_open_again() {
        moderation.report(People.CATHAL, session);
        moderation.decide(People.MODERATOR, session, new Decision.Hide());

        assertThat(moderation.object(People.NIAMH, session, "We play there."))
                .isEqualTo(new ObjectToDecision.Outcome.Objected());
        assertThat(moderation.object(People.NIAMH, session, "We play there."))
                .as("sent again")
                .isEqualTo(new ObjectToDecision.Outcome.Objected());
        assertThat(moderation.object(People.NIAMH, session, "We do."))
                .isEqualTo(new ObjectToDecision.Outcome.MayNotObject());

        assertThat(moderation.queue().getFirst().its().value().objection().text())
                .isEqualTo("We play there.");
        clock.advance(Duration.ofHours(1));
        moderation.decide(People.MODERATOR, session, new Decision.Hide());
        assertThat(moderation.object(People.NIAMH, session, "And again."))
                .isEqualTo(new ObjectToDecision.Outcome.MayNotObject());
    }

    @Test
    void nobody_objects_to_what_does_not_concern_them_or_was_kept() {
        moderation.report(People.CATHAL, session);
        assertThat(moderation.object(People.NIAMH, session, "Why?"))
                .isEqualTo(new ObjectToDecision.Outcome.NoSuchDecision(session));

        moderation.decide(People.MODERATOR, session, new Decision.Keep());
        assertThat(moderation.object(People.CATHAL, session, "Hide it!"))
                .isEqualTo(new ObjectToDecision.Outcome.NoSuchDecision(session));
        assertThat(moderation.object(People.NIAMH, session, "Thanks."))
                .isEqualTo(new ObjectToDecision.Outcome.MayNotObject());
    }

    @Test
    void nothing_of_an_author_who_leaves_stays_with_the_moderators() {
        members.name(People.NIAMH, "Niamh", 0);
        moderation.decide(People.MODERATOR, session, new Decision.Hide());
        moderation.object(People.NIAMH, session, "I am Niamh, of Doolin.");
        assertThat(members.profile(People.NIAMH).decisions())
                .singleElement()
                .satisfies(told -> assertThat(told.thing()).isEqualTo("The Crane"));
        assertThat(members.export(People.NIAMH).notices()).hasSize(1);

        members.delete(People.NIAMH, DeleteMember.Fate.ORPHAN, DeleteMember.ReviewFate.REMOVE);

        assertThat(ports.members().notices(People.NIAMH.member())).isEmpty();
        assertThat(moderation.queue()).singleElement().satisfies(item -> {
            assertThat(item.its().value().objection()).isNull();
            assertThat(item.its().value().decisions()).hasSize(1);
        });
    }

    @Test
    void who_is_blocked_reports_nothing_and_still_objects() {
        moderation.decide(People.MODERATOR, session, new Decision.Block(7));

        assertThat(moderation.report(People.NIAMH, new Subject.OfVenue(venue.id())))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(moderation.object(People.NIAMH, session, "It was not me."))
                .isEqualTo(new ObjectToDecision.Outcome.Objected());
    }
}

package ie.tradsessions.application.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.ModerationUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.moderation.MergeVenues.Outcome;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.PublishSession;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.FindVenues;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.application.venue.TransferVenue;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two venues that are the same become one, whatever goes wrong meanwhile, and become two again if that was wrong. */
class MergeVenuesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static final Source NODE = new Source("csv", "crane");
    private static final Source WAY = new Source("csv", "crane-bar");
    private static final Venue CRANE = VenueBuilder.named("The Crane")
            .from(NODE)
            .formerlyNamed("The Heron")
            .build();
    private static final Venue CRANE_BAR =
            VenueBuilder.named("Crane Bar").from(WAY).build();

    private static final Subject FROM = new Subject.OfVenue(CRANE.id());
    private static final Subject INTO = new Subject.OfVenue(CRANE_BAR.id());

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), CLOCK);
    private final MemberUseCases members = new MemberUseCases(ports, CLOCK);
    private final ModerationUseCases moderation = new ModerationUseCases(ports, CLOCK);
    private final List<SessionId> listed = new ArrayList<>();

    /** The process ends after so many transactions. */
    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private ModerationUseCases interruptedAfter(int transactions) {
        int[] left = {transactions};
        return new ModerationUseCases(
                new IndexedStorage(
                        InterceptedStorage.of(ports.storage(), new InterceptedStorage.Interceptor() {
                            @Override
                            public void after(Object port, String call, Object[] arguments, Object answer) {
                                if (port instanceof Changes && --left[0] <= 0) {
                                    throw new Interruption();
                                }
                            }
                        }),
                        ports.index()),
                CLOCK);
    }

    // What was reported of the two

    @Test
    void what_was_reported_of_the_venue_that_goes_is_decided_with_one_entry_in_the_log() {
        storeTwoVenues(1, 0);
        moderation.report(People.CATHAL, FROM);

        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        assertThat(moderation.queue()).isEmpty();
        assertThat(caseOf(FROM).lastDecision())
                .contains(new Decided(
                        new Decision.Merge(CRANE_BAR.id()), ModerationUseCases.NOTE, GeneratedSessions.NOW));
        assertThat(moderation.log()).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(FROM);
            assertThat(entry.decided().decision()).isEqualTo(new Decision.Merge(CRANE_BAR.id()));
            assertThat(entry.name()).isEqualTo("The Crane");
            assertThat(entry.intoName()).isEqualTo("Crane Bar");
        });
    }

    @Test
    void what_was_reported_of_the_venue_that_stays_is_decided_where_that_is_only_that_it_is_there_twice() {
        storeTwoVenues(0, 0);
        moderation.report(People.CATHAL, INTO, Reason.DUPLICATE, "It is The Crane.");
        moderation.report(People.NIAMH, INTO, Reason.DUPLICATE, null);

        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        assertThat(moderation.queue()).isEmpty();
        assertThat(caseOf(INTO).lastDecision())
                .contains(new Decided(new Decision.Keep(), ModerationUseCases.NOTE, GeneratedSessions.NOW));
        assertThat(moderation.log()).hasSize(1);
    }

    @Test
    void what_else_was_reported_of_the_venue_that_stays_waits_on() {
        storeTwoVenues(0, 0);
        moderation.report(People.CATHAL, INTO, Reason.DUPLICATE, null);
        moderation.report(People.NIAMH, INTO, Reason.NOT_TRUE, "It has another name.");

        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        assertThat(moderation.queue())
                .extracting(item -> item.its().value().subject())
                .containsExactly(INTO);
    }

    @Test
    void a_report_that_came_in_during_the_merge_is_decided_by_asking_again() {
        storeTwoVenues(0, 0);
        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());
        Report late = Report.by(People.CATHAL.member(), FROM, Reason.DUPLICATE, null, GeneratedSessions.NOW);
        ports.changes().save(List.of(new Change.SaveCase(null, Case.of(FROM, late))));

        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        assertThat(moderation.queue()).isEmpty();
        assertThat(moderation.log()).hasSize(1);
    }

    @Property(tries = 50)
    void whoever_is_interrupted_while_deciding_to_merge_decides_the_same_again_and_finishes_it(
            @ForAll @IntRange(max = 4) int sessions, @ForAll @IntRange(min = 1, max = 6) int transactions) {
        MergeVenuesTest one = new MergeVenuesTest();
        one.storeTwoVenues(sessions, 0);
        one.moderation.report(People.CATHAL, FROM);
        one.decideInterrupted(transactions);
    }

    private void decideInterrupted(int transactions) {
        Decision merge = new Decision.Merge(CRANE_BAR.id());
        try {
            interruptedAfter(transactions).decide(People.MODERATOR, FROM, merge, 1);
        } catch (Interruption e) {
            assertThat(transactions).isPositive();
        }
        assertThat(moderation.queue()).as("decided with the first transaction").isEmpty();
        assertEachIsListedOnce();

        assertThat(moderation.decide(People.MODERATOR, FROM, merge, 1)).isEqualTo(new Decide.Outcome.Done(2));

        assertEachIsListedOnce();
        assertThat(ports.index().current().allSessionsAt(CRANE.id())).isEmpty();
        assertThat(moderation.log()).hasSize(1);
    }

    @Test
    void whoever_asks_again_what_was_undone_meanwhile_moves_nothing() {
        storeTwoVenues(1, 0);
        moderation.report(People.CATHAL, FROM);
        Decision merge = new Decision.Merge(CRANE_BAR.id());
        moderation.decide(People.MODERATOR, FROM, merge, 1);
        moderation.undoMerge(People.MODERATOR, CRANE.id());

        assertThat(moderation.decide(People.MODERATOR, FROM, merge, 1)).isEqualTo(new Decide.Outcome.Done(2));

        assertThat(members.session(SessionBuilder.idOf("session 0")).venue()).isEqualTo(CRANE.id());
        assertThat(moderation.log()).hasSize(2);
        assertThat(moderation.log()).extracting(LogEntry::name).containsOnly("The Crane");
    }

    private Case caseOf(Subject subject) {
        return ports.storage().cases().find(subject).orElseThrow().value();
    }

    // The sessions of the two

    @Property(tries = 100)
    void a_session_is_listed_once_at_each_moment_and_whoever_asks_again_finishes_it(
            @ForAll @IntRange(max = 4) int sessions,
            @ForAll @IntRange(max = 1) int takenDown,
            @ForAll @IntRange(min = 1, max = 8) int mergedBy,
            @ForAll @IntRange(min = 1, max = 8) int undoneBy) {
        MergeVenuesTest one = new MergeVenuesTest();
        one.storeTwoVenues(sessions, takenDown);
        one.merge(mergedBy);
        one.undo(undoneBy);
    }

    private void storeTwoVenues(int sessions, int takenDown) {
        ports.venues().save(CRANE, SaveOutcome.NEW);
        ports.venues().save(CRANE_BAR, SaveOutcome.NEW);
        share(SessionBuilder.at(CRANE_BAR).as("its own").build());
        for (int i = 0; i < sessions; i++) {
            share(SessionBuilder.at(CRANE).as("session " + i).build());
        }
        for (int i = 0; i < takenDown; i++) {
            Session quiet = SessionBuilder.at(CRANE).as("quiet " + i).build().organisedBy(People.NIAMH.member());
            ports.sessions().save(quiet, SaveOutcome.NEW);
            members.takeDown(People.NIAMH, quiet.id());
        }
    }

    private void share(Session session) {
        ports.sessions().save(session, SaveOutcome.NEW);
        listed.add(session.id());
    }

    private void merge(int transactions) {
        int all = ports.index().current().allSessionsAt(CRANE.id()).size();
        try {
            interruptedAfter(transactions).merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());
        } catch (Interruption e) {
            assertThat(transactions).isPositive();
        }
        assertEachIsListedOnce();

        Outcome outcome = moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Merged.class,
                        merged -> assertThat(merged.moved()).hasSize(all));
        assertThat(moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id()))
                .as("once more")
                .isEqualTo(outcome);
        assertEachIsListedOnce();
        assertThat(ports.index().current().allSessionsAt(CRANE.id())).isEmpty();
        assertThat(moderation.log()).hasSize(1);
    }

    private void undo(int transactions) {
        try {
            interruptedAfter(transactions).undoMerge(People.MODERATOR, CRANE.id());
        } catch (Interruption e) {
            assertThat(transactions).isPositive();
        }
        assertEachIsListedOnce();

        moderation.undoMerge(People.MODERATOR, CRANE.id());

        assertEachIsListedOnce();
        assertThat(stored(CRANE.id())).isEqualTo(CRANE);
        assertThat(stored(CRANE_BAR.id())).isEqualTo(CRANE_BAR);
        assertThat(ports.index().current().sessionsAt(CRANE_BAR.id()))
                .extracting(SessionCard::id)
                .containsExactly(SessionBuilder.idOf("its own"));
        assertThat(ports.storage().merges().of(CRANE.id())).isEmpty();
        assertThat(moderation.undoMerge(People.MODERATOR, CRANE.id()))
                .isEqualTo(new UndoMerge.Outcome.NoSuchMerge(CRANE.id()));
    }

    private void assertEachIsListedOnce() {
        Index index = ports.index().latest();
        assertThat(Stream.of(CRANE, CRANE_BAR).flatMap(venue -> index.sessionsAt(venue.id()).stream()))
                .extracting(SessionCard::id)
                .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(new FindSessions(ports.index(), CLOCK)
                        .find(new FindSessions.Query(SessionQuery.builder().build(), 50, null))
                        .items())
                .extracting(listing -> listing.card().id())
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void a_merged_venue_is_in_no_list_and_its_address_leads_to_the_other() {
        storeTwoVenues(2, 0);
        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        assertThat(new FindVenues(ports.index(), CLOCK)
                        .find(new FindVenues.Query(new VenueQuery(null, null, null), 10, null))
                        .items())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.venue().id()).isEqualTo(CRANE_BAR.id());
                    assertThat(card.sessions()).isEqualTo(3);
                });
        assertThat(ports.index().current().within(CRANE.location(), 100))
                .extracting(Venue::id)
                .containsExactly(CRANE_BAR.id());
        assertThat(ports.index().current().venuesAfter(null, 10)).containsExactly(CRANE_BAR.id());
        assertThat(ports.index().current().count(CLOCK.instant()).counties().values().stream()
                        .mapToInt(count -> count.venues())
                        .sum())
                .isEqualTo(1);
        assertThat(new ViewVenue(ports.index(), CLOCK)
                        .view(CRANE.id())
                        .orElseThrow()
                        .venue()
                        .mergedInto())
                .isEqualTo(CRANE_BAR.id());
        assertThat(ports.knownVenues().find(CRANE.id())).map(Venue::id).contains(CRANE_BAR.id());
    }

    @Test
    void the_other_venue_knows_what_the_merged_one_knew_and_is_not_closed_because_that_was() {
        Venue closed = CRANE.closed(new Closure(NODE, LocalDate.of(2026, 1, 1)));
        ports.venues().save(closed, SaveOutcome.NEW);
        ports.venues().save(CRANE_BAR, SaveOutcome.NEW);

        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        assertThat(stored(CRANE_BAR.id())).satisfies(venue -> {
            assertThat(venue.sources()).containsExactly(NODE, WAY);
            assertThat(venue.otherNames()).contains("The Crane");
            assertThat(venue.formerNames()).contains("The Heron");
            assertThat(venue.closed()).isNull();
        });
    }

    @Test
    void what_somebody_adds_or_imports_at_the_merged_venue_is_at_the_other_one() {
        storeTwoVenues(1, 0);
        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());

        Session told = SessionBuilder.at(CRANE).as("told").from(17, 0).build();
        assertThat(members.publish(People.NIAMH, told)).isInstanceOf(PublishSession.Outcome.Published.class);
        Session exported = SessionBuilder.at(CRANE).as("exported").from(13, 0).build();
        new TransferSession(ports.sessions(), ports.feedbacks(), ports.knownVenues(), ports.index())
                .transfer(new TransferSession.Command(exported, Feedback.none(exported.id())));

        assertThat(members.session(told.id()).venue()).isEqualTo(CRANE_BAR.id());
        assertThat(members.session(exported.id()).venue()).isEqualTo(CRANE_BAR.id());
        assertThat(new TransferVenue(ports.venues(), ports.venueHistory(), ports.index()).transfer(CRANE))
                .isEqualTo(new ImportVenue.Outcome.Unchanged(CRANE_BAR.id()));
        ImportVenue.Outcome imported = new ImportVenue(
                        ports.venues(), ports.venueHistory(), ports.index(), CountyBoundaries.bundled())
                .importVenue(new ImportVenue.Command(MemberUseCases.described(CRANE), NODE, false))
                .outcome();
        assertThat(imported.id()).isEqualTo(CRANE_BAR.id());
    }

    @Test
    void what_was_moved_on_since_is_not_moved_back() {
        storeTwoVenues(2, 0);
        Venue anchor = VenueBuilder.named("The Anchor").build();
        ports.venues().save(anchor, SaveOutcome.NEW);
        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());
        SessionId movedOn = SessionBuilder.idOf("session 0");
        Versioned<Session> session = ports.sessions().find(movedOn).orElseThrow();
        ports.sessions().save(session.value().withVenue(anchor.id()), session.version());

        assertThat(moderation.undoMerge(People.MODERATOR, CRANE.id()))
                .isEqualTo(new UndoMerge.Outcome.Undone(List.of(SessionBuilder.idOf("session 1"))));

        assertThat(members.session(movedOn).venue()).isEqualTo(anchor.id());
        assertThat(moderation.log().getFirst().decided().decision()).isEqualTo(new Decision.Keep());
    }

    @Test
    void merges_of_merges_are_undone_in_their_order() {
        storeTwoVenues(1, 0);
        Venue anchor = VenueBuilder.named("The Anchor").build();
        ports.venues().save(anchor, SaveOutcome.NEW);
        moderation.merge(People.MODERATOR, CRANE.id(), CRANE_BAR.id());
        moderation.merge(People.MODERATOR, CRANE_BAR.id(), anchor.id());

        assertThat(ports.knownVenues().find(CRANE.id())).map(Venue::id).contains(anchor.id());
        assertThat(moderation.merge(People.MODERATOR, anchor.id(), CRANE.id()))
                .isEqualTo(new Outcome.IsMerged(CRANE.id(), CRANE_BAR.id()));
        assertThat(moderation.undoMerge(People.MODERATOR, CRANE.id()))
                .isEqualTo(new UndoMerge.Outcome.IsMerged(CRANE_BAR.id(), anchor.id()));

        moderation.undoMerge(People.MODERATOR, CRANE_BAR.id());
        moderation.undoMerge(People.MODERATOR, CRANE.id());
        assertThat(members.session(SessionBuilder.idOf("session 0")).venue()).isEqualTo(CRANE.id());
        assertThat(stored(anchor.id())).isEqualTo(anchor);
    }

    @Test
    void no_venue_is_merged_into_itself_or_into_nothing() {
        storeTwoVenues(0, 0);
        VenueId nowhere = VenueBuilder.idOf("nowhere");

        assertThatThrownBy(() -> moderation.merge(People.MODERATOR, CRANE.id(), CRANE.id()))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("into"));
        assertThat(moderation.merge(People.MODERATOR, CRANE.id(), nowhere)).isEqualTo(new Outcome.NoSuchVenue(nowhere));
        assertThat(moderation.merge(People.MODERATOR, nowhere, CRANE.id())).isEqualTo(new Outcome.NoSuchVenue(nowhere));
    }

    private Venue stored(VenueId id) {
        return ports.venues().find(id).orElseThrow().value();
    }
}

package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.KeepFavourite;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.application.venue.FindVenues;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session whose players do not want it advertised is nowhere, and stays so when somebody adds it again. */
class TakeDownSessionTest {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), CLOCK);
    private final MemberUseCases members = new MemberUseCases(ports, CLOCK);
    private final TransferSession transferSession =
            new TransferSession(ports.sessions(), ports.feedbacks(), ports.knownVenues(), ports.index());
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final Session niamhs = SessionBuilder.at(venue).build().organisedBy(People.NIAMH.member());
    private final SessionId id = niamhs.id();

    @BeforeEach
    void storeTheSession() {
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(niamhs, SaveOutcome.NEW);
        members.takeDown(People.NIAMH, id);
    }

    @Test
    void no_list_no_count_no_page_and_no_export_shows_it() {
        assertThat(new FindSessions(ports.index(), CLOCK)
                        .find(new FindSessions.Query(SessionQuery.builder().build(), 10, null))
                        .items())
                .isEmpty();
        BoundingBox around = BoundingBox.around(venue.location(), 1_000);
        assertThat(new ViewArea(ports.index(), CLOCK)
                        .view(new ViewArea.Query(around, 10, null))
                        .items())
                .isEmpty();
        assertThat(new ViewVenue(ports.index(), CLOCK)
                        .view(venue.id())
                        .orElseThrow()
                        .sessions())
                .isEmpty();
        assertThat(new FindVenues(ports.index(), CLOCK)
                        .find(new FindVenues.Query(new VenueQuery(null, null, null), 10, null))
                        .items())
                .allSatisfy(card -> assertThat(card.sessions()).isZero());
        assertThat(ports.index()
                        .current()
                        .count(GeneratedSessions.NOW)
                        .counties()
                        .values())
                .allSatisfy(count -> assertThat(count.sessions()).isZero());
        assertThat(new ViewSession(ports.index(), ports.pages(), ports.names(CLOCK), CLOCK).view(id))
                .isEmpty();
        assertThat(new ListOccurrences(ports.index(), ports.pages(), CLOCK)
                        .list(new ListOccurrences.Query(id, null, null)))
                .isEmpty();
        assertThat(new ExportDataSet(
                                ports.index(),
                                ports.storage().dataSet(),
                                ports.storage().reviews())
                        .export(new ExportDataSet.Query(10, null))
                        .items())
                .containsExactly(new ExportDataSet.Entry.VenueEntry(venue));
        assertThat(members.keep(People.CATHAL, id)).isEqualTo(new KeepFavourite.Outcome.NoSuchSession(id));
    }

    @Test
    void it_is_listed_again_as_it_was() {
        members.listAgain(People.NIAMH, id);

        assertThat(ports.index().current().sessionsAt(venue.id()))
                .extracting(SessionCard::id)
                .containsExactly(id);
        assertThat(members.session(id)).isEqualTo(niamhs);
    }

    @Test
    void an_export_of_before_does_not_bring_it_back() {
        Session exported = SessionBuilder.at(venue).build();
        Session underAnotherName = SessionBuilder.at(venue)
                .as("elsewhere")
                .named("The Secret Session")
                .build();

        for (Session told : List.of(exported, underAnotherName)) {
            assertThat(transferSession.transfer(new TransferSession.Command(told, Feedback.none(told.id()))))
                    .isEqualTo(new TransferSession.Outcome.IsTakenDown());
        }
        assertThat(members.session(id).isTakenDown()).isTrue();
        assertThat(ports.sessions().find(underAnotherName.id())).isEmpty();
    }

    @Test
    void a_data_set_does_not_bring_it_back_whoever_shared_it() {
        Session told = SessionBuilder.at(venue).from(21, 0).build();

        assertThat(imported(told)).isEqualTo(new TransferSession.Outcome.IsTakenDown());

        Session fridays = SessionBuilder.at(venue).on(DayOfWeek.FRIDAY).build();
        assertThat(imported(fridays)).isInstanceOf(TransferSession.Outcome.Added.class);
    }

    @Test
    void a_record_of_a_session_that_was_taken_down_is_that_session() {
        Session fridays = SessionBuilder.at(venue).on(DayOfWeek.FRIDAY).build();
        SessionId known = ((TransferSession.Outcome.Added) imported(fridays)).id();
        members.takeDown(People.MODERATOR, known);
        Session edited = SessionBuilder.at(venue)
                .on(DayOfWeek.FRIDAY)
                .craic("New words.")
                .build();

        assertThat(identified(edited)).isEqualTo(known);
        assertThat(imported(edited)).isEqualTo(new TransferSession.Outcome.IsTakenDown());
    }

    @Test
    void no_other_session_is_changed_into_it() {
        Session other =
                SessionBuilder.at(venue).as("other").on(DayOfWeek.FRIDAY).build();
        members.publish(People.CATHAL, other);

        assertThat(members.change(
                        People.CATHAL, SessionBuilder.at(venue).as("other").build()))
                .isEqualTo(new ChangeSession.Outcome.IsTakenDown());
        assertThat(members.change(
                        People.CATHAL,
                        SessionBuilder.at(venue)
                                .as("other")
                                .on(DayOfWeek.SUNDAY)
                                .build()))
                .isEqualTo(new SessionEdit.Changed(2));
    }

    @Test
    void a_session_that_was_on_beside_it_goes_on() {
        members.listAgain(People.NIAMH, id);
        Session beside = SessionBuilder.at(venue).as("beside").build();
        members.publish(People.CATHAL, beside);
        members.takeDown(People.NIAMH, id);

        assertThat(members.change(
                        People.CATHAL,
                        SessionBuilder.at(venue)
                                .as("beside")
                                .craic("New words.")
                                .build()))
                .isEqualTo(new SessionEdit.Changed(2));
        Session again = members.session(beside.id());
        assertThat(transferSession.transfer(new TransferSession.Command(again, Feedback.none(again.id()))))
                .isInstanceOf(TransferSession.Outcome.Unchanged.class);
    }

    private SessionId identified(Session told) {
        IdentifySessions.Described record = new IdentifySessions.Described(
                null, venue.id(), told.description(), told.timetable().schedule());
        IdentifySessions.Identity identity = new IdentifySessions(ports.sessions(), ports.index())
                .identify(new IdentifySessions.Query("csv", List.of(record)))
                .getFirst();
        return ((IdentifySessions.Identity.Of) identity).session();
    }

    private ImportSession.Outcome imported(Session told) {
        return new ImportSession(transferSession, ports.sessions(), ports.knownVenues(), CLOCK)
                .importSession(new ImportSession.Command(
                        identified(told),
                        new Origin("csv", null),
                        venue.id(),
                        told.description(),
                        told.timetable().schedule(),
                        new ImportSession.Attribution(null, null, "csv")));
    }
}

package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.session.ChangeSession;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.application.session.PublishSession;
import ie.tradsessions.application.session.SessionEdit;
import ie.tradsessions.application.session.SetOccurrence;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.RegisterVenue;
import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole story of one session, from the pub nobody knew to the night after the last one. */
class LifeOfASessionTest {
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 11, 26);
    private static final GeoPoint DOOLIN = new GeoPoint(53.0163, -9.3775);
    private static final GeoPoint ACROSS_THE_BRIDGE = new GeoPoint(53.0180, -9.3790);
    private static final Etiquette ETIQUETTE =
            new Etiquette(Admission.OPEN, Leadership.ANCHORED, Pace.FULL, Focus.TUNES, Set.of());
    private static final SessionDescription DESCRIPTION =
            new SessionDescription(null, ETIQUETTE, Set.of(Instrument.FIDDLE), "Clare reels.");

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final Deque<VenueId> venueIds = new ArrayDeque<>(
            List.of(VenueBuilder.idOf("crane"), VenueBuilder.idOf("not stored"), VenueBuilder.idOf("heron")));
    private Instant now = Instant.parse("2026-11-20T18:00:00Z");
    private final InstantSource clock = () -> now;

    private final MemberRequests requests = ports.requests(clock);
    private final RegisterVenue registerVenue =
            new RegisterVenue(requests, ports.index(), CountyBoundaries.bundled(), venueIds::removeFirst);
    private final PublishSession publishSession =
            new PublishSession(requests, ports.knownVenues(), ports.index(), () -> SessionBuilder.idOf("the session"));
    private final SetOccurrence setOccurrence = new SetOccurrence(requests, ports.sessions(), ports.knownVenues());
    private final ChangeSession changeSession =
            new ChangeSession(requests, ports.sessions(), ports.knownVenues(), ports.index());
    private final FindSessions findSessions = new FindSessions(ports.index(), clock);
    private final ViewSession viewSession = new ViewSession(ports.index(), ports.pages(), ports.names(clock), clock);
    private final ViewVenue viewVenue = new ViewVenue(ports.index(), clock);

    @Test
    void a_session_is_shared_found_cancelled_moved_changed_and_ended() {
        // Somebody tells of a pub, and a second person of the same one.
        VenueId crane = ((RegisterVenue.Outcome.Registered) register("The Crane", DOOLIN)).id();
        assertThat(register("Crane Bar", DOOLIN)).isInstanceOf(RegisterVenue.Outcome.LooksLike.class);

        // The session is published and stands on the front page at once.
        Schedule schedule = new Schedule(
                new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY)), LocalTime.of(21, 30), LocalTime.of(23, 30), null);
        SessionId id = ((PublishSession.Outcome.Published) publishSession.publish(
                        new PublishSession.Command(People.NIAMH, null, crane, DESCRIPTION, schedule, false)))
                .id();
        assertThat(found(SessionQuery.builder().text("crane doolin"))).hasSize(1);
        assertThat(found(SessionQuery.builder().on(FIRST_NIGHT))).hasSize(1);

        // On the night itself somebody near looks for it.
        now = Instant.parse("2026-11-26T19:00:00Z");
        Listing tonight = found(SessionQuery.builder()
                        .near(new Nearby(new GeoPoint(53.01, -9.40), 25))
                        .on(FIRST_NIGHT))
                .getFirst();
        assertThat(tonight.nights().getFirst().date()).isEqualTo(FIRST_NIGHT);
        assertThat(tonight.freshness()).isEqualTo(Freshness.CONFIRMED);
        assertThat(tonight.distanceMetres()).isBetween(1_000.0, 2_000.0);

        // A funeral: the night is cancelled, and is shown as cancelled.
        assertThat(setOccurrence.set(new SetOccurrence.Command(
                        People.NIAMH, id, 1, FIRST_NIGHT, new OccurrenceStatus.Cancelled("Funeral"))))
                .isEqualTo(new SessionEdit.Changed(2));
        assertThat(found(SessionQuery.builder().on(FIRST_NIGHT)).getFirst().nights())
                .extracting(Occurrence::status)
                .containsExactly(new OccurrenceStatus.Cancelled("Funeral"));

        // Next week it moves across the bridge for one night.
        VenueId heron = ((RegisterVenue.Outcome.Registered) register("The Heron", ACROSS_THE_BRIDGE)).id();
        LocalDate secondNight = FIRST_NIGHT.plusWeeks(1);
        OccurrenceStatus moved = new OccurrenceStatus.Moved(heron, LocalTime.of(20, 0), "Wedding");
        assertThat(setOccurrence.set(new SetOccurrence.Command(People.NIAMH, id, 2, secondNight, moved)))
                .isEqualTo(new SessionEdit.Changed(3));
        ViewSession.View view = viewSession.view(id).orElseThrow();
        assertThat(view.nights().get(1).start().toLocalTime()).isEqualTo(LocalTime.of(20, 0));
        assertThat(view.movedTo().get(heron).name()).isEqualTo("The Heron");

        // It stays there for good, and somebody who saw an old version is told so.
        assertThat(change(id, 2, heron, schedule, null)).isEqualTo(new SessionEdit.Stale(3));
        assertThat(change(id, 3, heron, schedule, null)).isEqualTo(new SessionEdit.Changed(4));
        assertThat(viewVenue.view(crane).orElseThrow().sessions()).isEmpty();
        assertThat(viewVenue.view(heron).orElseThrow().sessions()).hasSize(1);
        assertThat(found(SessionQuery.builder().text("crane"))).isEmpty();
        assertThat(found(SessionQuery.builder().text("heron"))).hasSize(1);

        // A year later nobody has spoken of it, and its organiser ends it.
        now = Instant.parse("2027-11-26T19:00:00Z");
        assertThat(found(SessionQuery.builder()).getFirst().freshness()).isEqualTo(Freshness.STALE);
        assertThat(change(id, 4, heron, schedule, LocalDate.of(2027, 11, 26))).isEqualTo(new SessionEdit.Changed(5));
        assertThat(found(SessionQuery.builder())).isEmpty();

        // Its page stays, and says what it was.
        ViewSession.View remembered = viewSession.view(id).orElseThrow();
        assertThat(remembered.freshness()).isEqualTo(Freshness.ENDED);
        assertThat(remembered.nights()).isEmpty();
        assertThat(remembered.past().getLast().date()).isEqualTo(LocalDate.of(2027, 11, 25));
    }

    private RegisterVenue.Outcome register(String name, GeoPoint location) {
        VenueDescription description = new VenueDescription(
                name, null, List.of(), List.of(), null, "Doolin", null, null, null, false, location, null, null, null);
        return registerVenue.register(new RegisterVenue.Command(People.NIAMH, null, description, false));
    }

    private ChangeSession.Outcome change(
            SessionId id, long version, VenueId venue, Schedule schedule, LocalDate endedOn) {
        return changeSession.change(
                new ChangeSession.Command(People.NIAMH, id, version, venue, DESCRIPTION, schedule, endedOn));
    }

    private List<Listing> found(SessionQuery.Builder query) {
        return findSessions
                .find(new FindSessions.Query(query.build(), 20, null))
                .items();
    }
}

package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.PortsContract;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.application.session.SessionPages.VenuePage;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link SessionPages} promises. */
public abstract class SessionPagesContract extends PortsContract {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final Venue here =
            VenueBuilder.named("Tigh Choil\u00ed").in("Galway").build();
    private final Venue there = VenueBuilder.named("The Heron").in("Doolin").build();

    @Test
    void what_is_not_stored_has_no_page() {
        store(here);

        assertThat(ports().sessionPages().session(SessionBuilder.idOf("nothing")))
                .isEmpty();
        assertThat(ports().sessionPages().venue(VenueBuilder.idOf("nothing"))).isEmpty();
    }

    @Test
    void the_page_of_a_session_holds_all_that_it_shows() {
        Session session = SessionBuilder.at(here)
                .with(THURSDAY, new OccurrenceStatus.Moved(there.id(), null, "wedding"))
                .build();
        Feedback feedback =
                Said.of(session.id()).on(THURSDAY.minusWeeks(1)).rated(4, 5).build();
        store(here, there);
        store(session);

        assertThat(ports().sessionPages().session(session.id()))
                .contains(new SessionPage(
                        1, session, here, Feedback.none(session.id()), Map.of(there.id(), VenueSummary.of(there))));

        store(session);
        store(feedback);

        assertThat(ports().sessionPages().session(session.id()))
                .contains(new SessionPage(2, session, here, feedback, Map.of(there.id(), VenueSummary.of(there))));
    }

    @Test
    void a_session_that_has_ended_keeps_its_page() {
        Session ended = SessionBuilder.at(here).endedOn(THURSDAY.minusYears(1)).build();
        store(here);
        store(ended);

        assertThat(ports().sessionPages().session(ended.id()).orElseThrow().session())
                .isEqualTo(ended);
        assertThat(ports().sessionPages().venue(here.id()).orElseThrow().sessions())
                .extracting(SessionCard::id)
                .containsExactly(ended.id());
    }

    @Test
    void the_page_of_a_venue_holds_its_sessions_in_the_order_of_their_identifiers() {
        Session one = SessionBuilder.at(here).as("one").build();
        Session two = SessionBuilder.at(here).as("two").build();
        Session three = SessionBuilder.at(here).as("three").build();
        store(here, there);
        store(one, two, three, SessionBuilder.at(there).as("elsewhere").build());
        Feedback feedback = Said.of(two.id()).rated(5).build();
        store(feedback);

        assertThat(ports().sessionPages().venue(here.id()))
                .contains(new VenuePage(
                        1,
                        here,
                        List.of(
                                        SessionCard.of(one, here, Feedback.none(one.id()), Map.of()),
                                        SessionCard.of(two, here, feedback, Map.of()),
                                        SessionCard.of(three, here, Feedback.none(three.id()), Map.of()))
                                .stream()
                                .sorted(Comparator.comparing(SessionCard::id))
                                .toList()));
    }

    @Test
    void a_venue_without_a_session_has_a_page() {
        store(here);

        assertThat(ports().sessionPages().venue(here.id())).contains(new VenuePage(1, here, List.of()));
    }

    @Test
    void a_session_that_goes_elsewhere_leaves_the_page_of_its_venue() {
        store(here, there);
        store(SessionBuilder.at(here).as("moving").build());
        store(SessionBuilder.at(there).as("moving").build());

        assertThat(ports().sessionPages().venue(here.id()).orElseThrow().sessions())
                .isEmpty();
        assertThat(ports().sessionPages().venue(there.id()).orElseThrow().sessions())
                .extracting(SessionCard::id)
                .containsExactly(SessionBuilder.idOf("moving"));
    }

    @Test
    void a_venue_that_is_renamed_shows_so_on_every_page() {
        Session session = SessionBuilder.at(here)
                .with(THURSDAY, new OccurrenceStatus.Moved(there.id(), null, null))
                .build();
        store(here, there);
        store(session);
        Venue hereNow = VenueBuilder.named("Tigh Nua").as(here.id()).in("Cork").build();
        Venue thereNow =
                VenueBuilder.named("The Swan").as(there.id()).in("Kinsale").build();
        store(hereNow, thereNow);

        SessionPage page = ports().sessionPages().session(session.id()).orElseThrow();
        assertThat(page.venue()).isEqualTo(hereNow);
        assertThat(page.movedTo()).isEqualTo(Map.of(there.id(), VenueSummary.of(thereNow)));
        VenuePage venuePage = ports().sessionPages().venue(here.id()).orElseThrow();
        assertThat(venuePage.version()).isEqualTo(2);
        assertThat(venuePage.venue()).isEqualTo(hereNow);
        assertThat(venuePage.sessions().getFirst().venue()).isEqualTo(VenueSummary.of(hereNow));
        assertThat(venuePage.sessions().getFirst().movedTo()).isEqualTo(page.movedTo());
    }

    @Test
    void every_session_has_its_page() {
        GeneratedSessions generated = GeneratedSessions.of(150, 51);
        store(generated);

        for (Session session : generated.sessions()) {
            SessionPage page = ports().sessionPages().session(session.id()).orElseThrow();
            assertThat(page.session()).isEqualTo(session);
            assertThat(page.venue().id()).isEqualTo(session.venue());
            assertThat(ports().sessionPages()
                            .venue(session.venue())
                            .orElseThrow()
                            .sessions())
                    .contains(SessionCard.of(session, page.venue(), page.feedback(), page.movedTo()));
        }
    }
}

package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.ImportSession.Attribution;
import ie.tradsessions.application.session.ImportSession.Command;
import ie.tradsessions.application.session.ImportSession.Outcome;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportSessionTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Attribution NOBODY = new Attribution(null, null, "sessions.csv");
    private static final SessionKey KEY = new SessionKey("csv", "s1");

    private Instant now = GeneratedSessions.NOW;
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final ImportSession importSession = new ImportSession(
            new TransferSession(ports.sessions(), ports.feedbacks(), ports.knownVenues(), ports.index()),
            ports.sessions(),
            ports.knownVenues(),
            () -> now);
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
    private final Session told = SessionBuilder.at(venue).as(KEY.toId()).build();

    @BeforeEach
    void storeTheVenue() {
        ports.venues().save(venue, SaveOutcome.NEW);
    }

    @Test
    void a_session_is_stored_as_the_data_set_describes_it() {
        assertThat(importing(told, NOBODY)).isEqualTo(new TransferSession.Outcome.Added(KEY.toId()));

        assertThat(stored())
                .usingRecursiveComparison()
                .ignoringFields("shared", "origin")
                .isEqualTo(told);
        assertThat(stored().origin()).isEqualTo(new Origin("csv", "s1"));
        assertThat(stored().sample()).isFalse();
    }

    @Test
    void importing_it_again_later_changes_nothing() {
        importing(told, NOBODY);
        Session first = stored();
        now = now.plusSeconds(86_400);

        assertThat(importing(told, NOBODY)).isEqualTo(new TransferSession.Outcome.Unchanged(KEY.toId()));

        assertThat(stored()).isEqualTo(first);
    }

    @Test
    void the_same_key_in_another_data_set_is_another_session() {
        assertThat(new SessionKey("csv", "1").toId()).isNotEqualTo(new SessionKey("sample", "1").toId());
    }

    @Test
    void without_a_key_another_venue_recurrence_or_start_makes_another_session() {
        SessionKey key = derivedKey(told);

        assertThat(derivedKey(SessionBuilder.at(venue).craic("Loud.").build())).isEqualTo(key);
        assertThat(derivedKey(SessionBuilder.at(VenueBuilder.idOf("elsewhere")).build()))
                .isNotEqualTo(key);
        assertThat(derivedKey(SessionBuilder.at(venue).on(DayOfWeek.FRIDAY).build()))
                .isNotEqualTo(key);
        assertThat(derivedKey(SessionBuilder.at(venue).from(20, 0).build())).isNotEqualTo(key);
    }

    @Test
    void a_night_that_was_cancelled_here_stays_so_where_the_schedule_still_has_it() {
        OccurrenceStatus cancelled = new OccurrenceStatus.Cancelled("funeral");
        importing(told, NOBODY);
        ports.sessions().save(stored().withNight(THURSDAY, cancelled), 1);

        importing(SessionBuilder.at(venue).from(22, 0).build(), NOBODY);
        assertThat(stored().timetable().statusOf(THURSDAY)).isEqualTo(cancelled);

        importing(SessionBuilder.at(venue).on(DayOfWeek.FRIDAY).build(), NOBODY);
        assertThat(stored().timetable().changes()).isEmpty();
    }

    @Test
    void what_its_organiser_says_counts_for_more_than_what_a_file_says() {
        importing(told, NOBODY);
        Session taken = stored().organisedBy(People.NIAMH.member());
        ports.sessions().save(taken, 1);
        Session loud = SessionBuilder.at(venue).craic("Loud.").from(22, 0).build();

        assertThat(importing(loud, new Attribution("Cathal", null, "sessions.csv")))
                .isInstanceOfSatisfying(TransferSession.Outcome.KeptByOrganiser.class, kept -> {
                    assertThat(kept.now()).isEqualTo(taken);
                    assertThat(kept.told().craic()).isEqualTo("Loud.");
                });
        assertThat(ports.sessions().find(KEY.toId())).contains(new Versioned<>(taken, 2));
        assertThat(importing(told, NOBODY)).isEqualTo(new TransferSession.Outcome.Unchanged(KEY.toId()));

        ports.sessions().save(taken.organisedBy(null), 2);
        assertThat(importing(loud, NOBODY)).isInstanceOf(TransferSession.Outcome.Updated.class);
    }

    @Test
    void what_players_said_of_it_here_stays() {
        Feedback said = Said.of(KEY.toId()).on(THURSDAY).build();
        importing(told, NOBODY);
        ports.feedbacks().save(said, SaveOutcome.NEW);

        importing(SessionBuilder.at(venue).craic("Loud.").build(), NOBODY);

        assertThat(ports.feedbacks().find(KEY.toId())).contains(new Versioned<>(said, 1));
    }

    @Test
    void it_is_shared_by_whom_the_data_set_names_at_noon_of_the_day_that_it_gives() {
        LocalDate day = LocalDate.of(2026, 3, 1);

        importing(told, new Attribution("Niamh", day, "sessions.csv"));

        assertThat(stored().shared()).isEqualTo(Shared.on(day, venue.timeZone(), new Author.Named("Niamh")));
    }

    @Test
    void where_nobody_is_named_it_is_shared_by_the_data_set_now() {
        String longName = "a".repeat(70) + ".csv";

        importing(told, new Attribution(null, null, longName));

        assertThat(stored().shared()).isEqualTo(new Shared("a".repeat(60), GeneratedSessions.NOW));
    }

    @Test
    void who_shared_it_first_stays_unless_the_data_set_names_somebody_else() {
        importing(told, new Attribution("Niamh", null, "sessions.csv"));
        now = now.plusSeconds(86_400);

        importing(told, NOBODY);
        assertThat(stored().shared()).isEqualTo(new Shared("Niamh", GeneratedSessions.NOW));

        importing(told, new Attribution("Cathal", null, "sessions.csv"));
        assertThat(stored().shared()).isEqualTo(new Shared("Cathal", GeneratedSessions.NOW));
    }

    @Test
    void nobody_has_shared_a_session_tomorrow_as_its_venue_counts_the_days() {
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/Dublin"));

        assertThat(importing(told, new Attribution("Niamh", today.plusDays(1), "sessions.csv")))
                .isEqualTo(new Outcome.SharedInFuture(today.plusDays(1)));
        assertThat(ports.sessions().find(KEY.toId())).isEmpty();
        assertThat(importing(told, new Attribution("Niamh", today, "sessions.csv")))
                .isEqualTo(new TransferSession.Outcome.Added(KEY.toId()));
    }

    @Test
    void a_session_at_a_venue_that_nobody_knows_is_left_out() {
        Session elsewhere = SessionBuilder.at(VenueBuilder.idOf("nowhere")).build();

        assertThat(importing(elsewhere, NOBODY)).isEqualTo(new TransferSession.Outcome.NoSuchVenue(elsewhere.venue()));
        assertThat(ports.sessions().find(KEY.toId())).isEmpty();
    }

    private Outcome importing(Session session, Attribution attribution) {
        return importSession.importSession(new Command(
                KEY.toId(),
                new Origin("csv", "s1"),
                session.venue(),
                session.description(),
                session.timetable().schedule(),
                attribution));
    }

    private static SessionKey derivedKey(Session session) {
        return SessionKey.derivedFrom(
                "csv", session.venue(), session.timetable().schedule());
    }

    private Session stored() {
        SessionId id = KEY.toId();
        return ports.sessions().find(id).map(Versioned::value).orElseThrow();
    }
}

package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.CollectionContract;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} promises. */
public abstract class SessionsContract extends CollectionContract<SessionId, Session> {
    private static final Venue HERE = VenueBuilder.named("Here").build();
    private static final Venue THERE = VenueBuilder.named("There").in("Doolin").build();

    @BeforeEach
    void storeTheVenues() {
        store(HERE, THERE);
    }

    @Override
    protected final AggregateStore<SessionId, Session> aggregatesOf(Storage storage) {
        return storage.sessions();
    }

    @Override
    protected final SessionId idOf(Session session) {
        return session.id();
    }

    @Override
    protected final Session one(String key) {
        return SessionBuilder.at(HERE)
                .as(key)
                .named("The Late Session " + key)
                .with(LocalDate.of(2026, 11, 26), new OccurrenceStatus.Cancelled("funeral"))
                .with(LocalDate.of(2026, 12, 3), new OccurrenceStatus.Moved(THERE.id(), LocalTime.of(20, 0), "match"))
                .endedOn(LocalDate.of(2027, 1, 1))
                .importedFrom("csv", key)
                .build();
    }

    @Override
    protected final Session changed(Session session, String word) {
        return SessionBuilder.at(THERE)
                .as(session.id())
                .named(word)
                .by(new Recurrence.EveryNWeeks(2, LocalDate.of(2026, 1, 1), DayOfWeek.MONDAY))
                .pace(Pace.SLOW)
                .focus(Focus.SONGS)
                .importedFrom("csv", null)
                .craic(word)
                .build();
    }

    @Test
    void a_session_of_every_kind_is_found_whole() {
        GeneratedSessions generated = GeneratedSessions.of(200, 1);
        store(generated);

        for (Session session : generated.sessions()) {
            assertThat(find(session)).contains(new Versioned<>(session, 1));
        }
        for (Venue venue : generated.venues()) {
            assertThat(storage().venues().find(venue.id())).contains(new Versioned<>(venue, 1));
        }
    }

    @Test
    void two_sessions_at_one_venue_are_two_sessions() {
        save(one("a"), SaveOutcome.NEW);
        save(one("b"), SaveOutcome.NEW);

        assertThat(find(one("a"))).contains(new Versioned<>(one("a"), 1));
        assertThat(find(one("b"))).contains(new Versioned<>(one("b"), 1));
    }
}

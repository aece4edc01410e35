package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A card asks about the night that the session's page shows last. */
class RecentNightTest {
    private enum Kind {
        ASKED_ABOUT,
        CALLED_OFF,
        LONG_AGO,
        NONE
    }

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final Set<Kind> met = EnumSet.noneOf(Kind.class);

    @Test
    void it_is_the_newest_past_night_of_the_page_unless_it_was_called_off_or_is_older_than_a_week() {
        GeneratedSessions generated = GeneratedSessions.of(400, 31);
        ports.store(generated);
        // Also long before most of them were shared, and at an hour at which it is not the same night everywhere.
        for (int days : new int[] {-900, -20, -3, 0, 5}) {
            Instant now = GeneratedSessions.NOW.plus(Duration.ofDays(days).plusHours(17));
            for (Session session : generated.sessions()) {
                ViewSession.View page = page(session, now);
                LocalDate newest = newestOnPage(page, now);
                assertThat(recentOnCard(session, now))
                        .as("card of %s at %s", session, now)
                        .isEqualTo(newest);
                assertThat(page.recentNight())
                        .as("page of %s at %s", session, now)
                        .isEqualTo(newest);
            }
        }
        assertThat(met).isEqualTo(EnumSet.allOf(Kind.class));
    }

    private @Nullable LocalDate recentOnCard(Session session, Instant now) {
        return Listing.at(
                        now,
                        ports.index()
                                .current()
                                .session(session.id())
                                .orElseThrow()
                                .card())
                .recentNight();
    }

    private ViewSession.View page(Session session, Instant now) {
        InstantSource clock = InstantSource.fixed(now);
        return new ViewSession(ports.index(), ports.pages(), ports.names(clock), clock)
                .view(session.id())
                .orElseThrow();
    }

    private @Nullable LocalDate newestOnPage(ViewSession.View view, Instant now) {
        LocalDate tonight = Night.of(now, view.venue().timeZone());
        if (view.past().isEmpty()) {
            met.add(Kind.NONE);
            return null;
        }
        ViewSession.PastNight newest = view.past().getLast();
        if (newest.date().isBefore(tonight.minusDays(7))) {
            met.add(Kind.LONG_AGO);
            return null;
        }
        if (newest.status() instanceof OccurrenceStatus.Cancelled) {
            met.add(Kind.CALLED_OFF);
            return null;
        }
        met.add(Kind.ASKED_ABOUT);
        return newest.date();
    }
}

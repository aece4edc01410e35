package ie.tradsessions.application.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Objection;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Cases} promise. */
public abstract class CasesContract extends StorageContract {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final Subject SESSION = new Subject.OfSession(SessionBuilder.idOf("a"));
    private static final Subject VENUE = new Subject.OfVenue(VenueBuilder.idOf("a"));
    private static final Subject REVIEW = new Subject.OfReview(SessionBuilder.idOf("a"), 12);
    private static final Subject HELD = new Subject.HeldReviews(SessionBuilder.idOf("a"));

    @Test
    void of_what_nobody_reported_there_is_no_case() {
        assertThat(storage().cases().find(SESSION)).isEmpty();
        assertThat(storage().cases().open(10)).isEmpty();
    }

    @Test
    void a_case_is_found_whole() {
        Case whole = reported(SESSION, NOW)
                .with(report(SESSION, null, NOW.plusSeconds(1)))
                .with(decided(new Decision.Block(7)))
                .with(decided(new Decision.Block(null)))
                .with(decided(new Decision.Merge(VenueBuilder.idOf("b"))))
                .with(decided(new Decision.Keep()))
                .with(decided(new Decision.Remove()))
                .with(decided(new Decision.Hide()))
                .with(new Objection(People.NIAMH.member(), "It is ours.\nAsk anybody.", NOW.plusSeconds(2)))
                .orElseThrow();
        Case burst = Case.of(HELD, Report.ofBurst(NOW));

        save(whole, 1);
        save(burst, 1);
        save(Case.of(REVIEW, decided(new Decision.Keep())), 1);

        assertThat(storage().cases().find(SESSION)).contains(new Versioned<>(whole, 1));
        assertThat(storage().cases().find(HELD)).contains(new Versioned<>(burst, 1));
        assertThat(storage().cases().find(REVIEW)).isPresent();
        assertThat(storage().cases().find(VENUE)).isEmpty();
    }

    @Test
    void those_that_are_open_are_listed_and_the_one_that_waits_longest_comes_first() {
        Case session = reported(SESSION, NOW);
        Case venue = reported(VENUE, NOW.minusSeconds(60));
        Case review = reported(REVIEW, NOW.minusSeconds(30));
        save(session, 1);
        save(venue, 1);
        save(review, 1);
        assertThat(open(10)).containsExactly(VENUE, REVIEW, SESSION);
        assertThat(open(2)).containsExactly(VENUE, REVIEW);

        save(venue.with(decided(new Decision.Keep())), 2);
        assertThat(open(10)).containsExactly(REVIEW, SESSION);

        Case again = venue.with(decided(new Decision.Keep())).with(report(VENUE, "Again.", NOW.plusSeconds(9)));
        save(again, 3);
        assertThat(open(10)).containsExactly(REVIEW, SESSION, VENUE);
        assertThat(storage().cases().find(VENUE)).contains(new Versioned<>(again, 3));
    }

    @Test
    void of_two_who_change_one_case_the_second_is_refused() {
        Case reported = reported(SESSION, NOW);
        save(reported, 1);

        assertThat(attempt(reported.with(decided(new Decision.Hide())), 1)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(attempt(reported.with(decided(new Decision.Hide())), 3)).isEqualTo(new ChangeOutcome.Stale());
        save(reported.with(decided(new Decision.Hide())), 2);
        assertThat(attempt(reported, 2)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(attempt(reported, 1)).isEqualTo(new ChangeOutcome.Stale());
    }

    private List<Subject> open(int limit) {
        return storage().cases().open(limit).stream()
                .map(its -> its.value().subject())
                .toList();
    }

    private void save(Case next, long version) {
        assertThat(attempt(next, version)).isEqualTo(new ChangeOutcome.Saved());
    }

    private ChangeOutcome attempt(Case next, long version) {
        return storage().changes().save(List.of(new Change.SaveCase(next, version)));
    }

    private static Case reported(Subject subject, Instant at) {
        return Case.of(subject, report(subject, "Look at this.\nPlease.", at));
    }

    private static Report report(Subject subject, String text, Instant at) {
        return Report.by(People.CATHAL.member(), subject, Reason.NOT_TRUE, text, at);
    }

    private static Decided decided(Decision decision) {
        return new Decided(decision, "As the house rules say.", NOW.plusMillis(1));
    }
}

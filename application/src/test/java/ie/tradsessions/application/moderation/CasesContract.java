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
import ie.tradsessions.domain.moderation.LogEntry;
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
    void one_more_report_does_not_cost_a_case_its_place_and_the_queue_shows_it() {
        Case session = reported(SESSION, NOW);
        save(session, 1);
        save(reported(VENUE, NOW.plusSeconds(1)), 1);

        Case again = session.with(report(SESSION, null, NOW.plusSeconds(60)));
        save(again, 2);

        assertThat(storage().cases().open(1)).containsExactly(new Versioned<>(again, 2));
        assertThat(open(10)).containsExactly(SESSION, VENUE);
    }

    @Test
    void those_that_wait_since_the_same_moment_have_a_fixed_order() {
        List.of(VENUE, REVIEW, SESSION, HELD).forEach(subject -> save(reported(subject, NOW), 1));

        assertThat(open(10)).containsExactly(HELD, REVIEW, SESSION, VENUE);
        assertThat(open(3)).containsExactly(HELD, REVIEW, SESSION);
    }

    @Test
    void what_is_decided_is_found_and_waits_no_longer_however_often_it_is_decided() {
        Case decided = Case.of(VENUE, decided(new Decision.Keep()));
        save(decided, 1);
        assertThat(open(10)).isEmpty();

        Case twice = decided.with(decided(new Decision.Remove()));
        save(twice, 2);

        assertThat(open(10)).isEmpty();
        assertThat(storage().cases().find(VENUE)).contains(new Versioned<>(twice, 2));
    }

    @Test
    void a_case_waits_on_without_the_words_of_an_author_who_has_left() {
        Case objected = Case.of(SESSION, decided(new Decision.Hide()))
                .with(new Objection(People.NIAMH.member(), "It is ours.", NOW.plusSeconds(2)))
                .orElseThrow();
        save(objected, 1);

        Case without = objected.without(People.NIAMH.member());
        save(without, 2);

        assertThat(storage().cases().open(10)).containsExactly(new Versioned<>(without, 2));
    }

    @Test
    void a_decision_that_is_not_stored_whole_leaves_the_case_where_it_was() {
        Case waiting = reported(SESSION, NOW);
        save(waiting, 1);
        Case decided = waiting.with(decided(new Decision.Hide()));
        LogEntry entry =
                new LogEntry(2, People.MODERATOR.member(), SESSION, decided(new Decision.Hide()), "The Crane", null);
        storage().changes().save(List.of(new Change.AppendDecision(entry)));

        assertThat(storage()
                        .changes()
                        .save(List.of(
                                new Change.SaveCase(new Versioned<>(waiting, 1), decided),
                                new Change.AppendDecision(entry))))
                .isEqualTo(new ChangeOutcome.Stale());

        assertThat(storage().cases().find(SESSION)).contains(new Versioned<>(waiting, 1));
        assertThat(storage().cases().open(10)).containsExactly(new Versioned<>(waiting, 1));
    }

    @Test
    void of_two_who_change_one_case_the_second_is_refused() {
        Case reported = reported(SESSION, NOW);
        Case hidden = reported.with(decided(new Decision.Hide()));
        save(reported, 1);

        assertThat(attempt(null, hidden)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(attempt(new Versioned<>(reported, 2), hidden)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(open(10)).containsExactly(SESSION);
        save(hidden, 2);
        assertThat(attempt(new Versioned<>(reported, 1), reported)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(attempt(null, reported)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(open(10)).isEmpty();
        assertThat(storage().cases().find(SESSION)).contains(new Versioned<>(hidden, 2));
    }

    private List<Subject> open(int limit) {
        return storage().cases().open(limit).stream()
                .map(its -> its.value().subject())
                .toList();
    }

    private void save(Case next, long version) {
        Versioned<Case> before = storage().cases().find(next.subject()).orElse(null);
        assertThat(attempt(before, next)).isEqualTo(new ChangeOutcome.Saved());
        assertThat(storage().cases().find(next.subject())).contains(new Versioned<>(next, version));
    }

    private ChangeOutcome attempt(Versioned<Case> before, Case next) {
        return storage().changes().save(List.of(new Change.SaveCase(before, next)));
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

package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.application.session.ImportSample.Change;
import ie.tradsessions.application.session.ImportSample.Command;
import ie.tradsessions.application.session.ImportSample.Opinions;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportSampleTest {
    private static final LocalDate TONIGHT = LocalDate.of(2026, 11, 24);
    private static final LocalDate NEXT_THURSDAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate LAST_THURSDAY = LocalDate.of(2026, 11, 19);

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final ImportSample importSample = new ImportSample(
            new TransferSession(ports.sessions(), ports.feedbacks(), ports.knownVenues(), ports.index()),
            new TransferReviews(
                    ports.feedbacks(),
                    ports.storage().reviews(),
                    ports.storage().voices(),
                    ports.changes()),
            ports.feedbacks(),
            ports.members(),
            ports.changes());
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
    private final Session thursdays = SessionBuilder.at(venue).from(21, 30).build();

    @BeforeEach
    void storeTheVenue() {
        ports.venues().save(venue, SaveOutcome.NEW);
    }

    @Test
    void it_is_marked_as_a_sample() {
        assertThat(importing(thursdays, List.of(), Opinions.NONE))
                .isEqualTo(new TransferSession.Outcome.Added(thursdays.id()));

        assertThat(stored()).isEqualTo(thursdays.asSample());
    }

    @Test
    void importing_it_again_on_the_same_day_changes_nothing() {
        Opinions opinions = opinions(Map.of(1, new Confirmations(3, 0)));
        importing(thursdays, List.of(), opinions);

        assertThat(importing(thursdays, List.of(), opinions))
                .isEqualTo(new TransferSession.Outcome.Unchanged(thursdays.id()));
    }

    @Test
    void its_changed_nights_are_counted_from_tonight() {
        OccurrenceStatus cancelled = new OccurrenceStatus.Cancelled("funeral");
        OccurrenceStatus moved = new OccurrenceStatus.Moved(VenueBuilder.idOf("there"), null, null);

        importing(thursdays, List.of(new Change(1, cancelled), new Change(3, moved)), Opinions.NONE);

        assertThat(stored().timetable().changes())
                .isEqualTo(Map.of(NEXT_THURSDAY, cancelled, NEXT_THURSDAY.plusWeeks(2), moved));
    }

    @Test
    void its_confirmations_are_counted_back_from_tonight_and_the_latest_is_two_hours_into_the_night() {
        Opinions opinions = opinions(Map.of(1, new Confirmations(6, 0), 2, new Confirmations(4, 1)));

        importing(thursdays, List.of(), opinions);

        Feedback feedback = feedback();
        assertThat(feedback.nights())
                .isEqualTo(Map.of(
                        LAST_THURSDAY, new Confirmations(6, 0), LAST_THURSDAY.minusWeeks(1), new Confirmations(4, 1)));
        assertThat(feedback.lastWord())
                .isEqualTo(new Feedback.LastWord(new Author.Named("Cathal"), Instant.parse("2026-11-19T23:30:00Z")));
    }

    @Test
    void nobody_confirms_a_night_that_there_was_not() {
        Session once = SessionBuilder.at(venue)
                .by(new Recurrence.Dates(List.of(LAST_THURSDAY, NEXT_THURSDAY)))
                .build();

        importing(once, List.of(), opinions(Map.of(2, new Confirmations(4, 1))));

        assertThat(feedback().nights()).isEmpty();
        assertThat(feedback().lastWord()).isNull();
    }

    private TransferSession.Outcome importing(Session session, List<Change> changes, Opinions opinions) {
        return importSample.importSample(new Command(session, venue.timeZone(), TONIGHT, changes, opinions));
    }

    private static Opinions opinions(Map<Integer, Confirmations> confirmations) {
        return new Opinions(new TreeMap<>(confirmations), "Cathal", List.of(), 0);
    }

    private Session stored() {
        return ports.sessions().find(thursdays.id()).map(Versioned::value).orElseThrow();
    }

    private Feedback feedback() {
        return ports.feedbacks().find(thursdays.id()).map(Versioned::value).orElse(Feedback.none(thursdays.id()));
    }
}

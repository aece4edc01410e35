package ie.tradsessions.application.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.dataset.ExportDataSet.Entry;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.ReviewCopies;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportDataSetTest {
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());

    @Test
    void where_nothing_is_stored_nothing_is_given_away() {
        assertThat(page(10, null)).isEqualTo(new Page<Entry>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void all_venues_are_given_away_and_then_all_sessions_each_in_the_order_of_identifiers(int limit) {
        GeneratedSessions generated = GeneratedSessions.of(90, 71);
        ports.store(generated);

        assertThat(exported(ports, limit)).isEqualTo(entries(generated));
    }

    @Test
    void a_session_that_has_ended_is_given_away_too() {
        Venue venue = VenueBuilder.named("A").build();
        Session ended =
                SessionBuilder.at(venue).endedOn(LocalDate.of(2020, 1, 1)).build();
        store(venue);
        ports.sessions().save(ended, SaveOutcome.NEW);

        assertThat(page(10, null).items())
                .containsExactly(new Entry.VenueEntry(venue), new Entry.SessionEntry(ended, Feedback.none(ended.id())));
    }

    @Test
    void what_was_deleted_is_not_given_away() {
        Venue venue = VenueBuilder.named("A").build();
        store(venue);
        ports.venues().delete(venue.id(), 1);

        assertThat(page(10, null)).isEqualTo(new Page<Entry>(List.of(), null));
    }

    @Test
    void while_data_change_whatever_stays_is_given_away_once_and_in_order() {
        GeneratedSessions generated = GeneratedSessions.of(60, 72);
        ports.store(generated);
        List<Entry> added = new ArrayList<>();
        List<Entry> met = new ArrayList<>();
        PageToken after = null;
        do {
            Page<Entry> page = page(4, after);
            assertThat(page.items()).hasSizeBetween(1, 4);
            met.addAll(page.items());
            after = page.next();
            if (added.size() < 20) {
                // Else the list would grow as fast as it is read.
                Venue venue = VenueBuilder.named("Added " + added.size()).build();
                Session session = SessionBuilder.at(venue).build();
                store(venue);
                ports.sessions().save(session, SaveOutcome.NEW);
                added.add(new Entry.VenueEntry(venue));
                added.add(new Entry.SessionEntry(session, Feedback.none(session.id())));
            }
        } while (after != null);

        met.removeAll(added);
        assertThat(met).isEqualTo(entries(generated));
    }

    @Test
    void what_is_given_away_can_be_taken_over_elsewhere_without_loss() {
        ports.store(GeneratedSessions.of(150, 95));
        IndexedStorage elsewhere = IndexedStorage.of(InMemoryStores.empty());
        TransferSession transferSession = new TransferSession(
                elsewhere.sessions(), elsewhere.feedbacks(), elsewhere.knownVenues(), elsewhere.index());

        TransferReviews transferReviews = new TransferReviews(
                elsewhere.feedbacks(),
                elsewhere.storage().reviews(),
                elsewhere.storage().voices(),
                elsewhere.changes());
        post(6);

        for (Entry entry : exported(ports, 40)) {
            switch (entry) {
                case Entry.ReviewEntry(var review) ->
                    assertThat(transferReviews.transfer(new TransferReviews.Command(
                                    review.session(),
                                    List.of(ReviewCopies.by(new Author.FormerMember(), review)),
                                    TransferReviews.Origin.EXPORT)))
                            .isEqualTo(new TransferReviews.Transferred(1, 0, 0));
                case Entry.VenueEntry(var venue) ->
                    assertThat(elsewhere.venues().save(venue, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));
                case Entry.SessionEntry(var session, var feedback) ->
                    // Venues come first, so no session waits for its venue.
                    assertThat(transferSession.transfer(new TransferSession.Command(session, feedback)))
                            .isEqualTo(new TransferSession.Outcome.Added(session.id()));
            }
        }

        assertThat(exported(elsewhere, 500))
                .isEqualTo(exported(ports, 500).stream()
                        .map(entry -> entry instanceof Entry.ReviewEntry(var review)
                                ? new Entry.ReviewEntry(ReviewCopies.by(new Author.FormerMember(), review))
                                : entry)
                        .toList())
                .filteredOn(Entry.ReviewEntry.class::isInstance)
                .hasSize(5);
    }

    @Test
    void a_session_is_followed_by_its_reviews_that_are_shown_and_has_their_summary() {
        post(4);

        List<Entry> entries = exported(ports, 1);

        assertThat(entries).hasSize(5);
        assertThat(((Entry.SessionEntry) entries.get(1)).feedback().ratings().histogram())
                .containsExactly(0, 0, 0, 3, 0);
        assertThat(entries.subList(2, 5))
                .extracting(entry -> ((Entry.ReviewEntry) entry).review().number())
                .containsExactly(1, 2, 4);
    }

    /** So many members review a session; what the third of them wrote is hidden. */
    private void post(int reviews) {
        Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
        Session session = SessionBuilder.at(venue).as("reviewed").build();
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(session, SaveOutcome.NEW);
        TransferReviews transfer = new TransferReviews(
                ports.feedbacks(), ports.storage().reviews(), ports.storage().voices(), ports.changes());
        List<Review> written = new ArrayList<>();
        for (int number = 1; number <= reviews; number++) {
            written.add(Review.posted(
                    session.id(),
                    number,
                    People.member("Member " + number).member(),
                    new Review.Content(4, "Lovely, line " + number, null),
                    GeneratedSessions.NOW.plusSeconds(number),
                    number == 3 ? Visibility.HIDDEN : Visibility.SHOWN));
        }
        transfer.transfer(new TransferReviews.Command(session.id(), written, TransferReviews.Origin.SAMPLE));
    }

    @Test
    void a_token_that_no_page_gave_is_refused() {
        ports.store(GeneratedSessions.of(5, 96));

        for (String token : List.of("", " ", "x", "VENUE", "VENUE 12", "SESSION a b", "FEEDBACK 0123456789abcdef")) {
            assertThatThrownBy(() -> page(1, new PageToken(token)))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            refused -> assertThat(refused.field()).isEqualTo("cursor"));
        }
    }

    @Test
    void a_page_holds_one_to_a_thousand() {
        assertThatThrownBy(() -> new ExportDataSet.Query(0, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ExportDataSet.Query(1_001, null)).isInstanceOf(InvalidValue.class);
        assertThat(new ExportDataSet.Query(1_000, null).limit()).isEqualTo(1_000);
    }

    private void store(Venue venue) {
        ports.venues().save(venue, SaveOutcome.NEW);
    }

    private Page<Entry> page(int limit, PageToken after) {
        return page(ports, limit, after);
    }

    private static Page<Entry> page(IndexedStorage from, int limit, PageToken after) {
        return new ExportDataSet(
                        from.index(), from.storage().dataSet(), from.storage().reviews())
                .export(new ExportDataSet.Query(limit, after));
    }

    private static List<Entry> exported(IndexedStorage from, int limit) {
        List<Entry> entries = new ArrayList<>();
        PageToken after = null;
        do {
            Page<Entry> page = page(from, limit, after);
            entries.addAll(page.items());
            after = page.next();
        } while (after != null);
        return entries;
    }

    private static List<Entry> entries(GeneratedSessions generated) {
        Map<SessionId, Feedback> feedbacks = new HashMap<>();
        generated.feedbacks().forEach(feedback -> feedbacks.put(feedback.session(), feedback.with(Tally.NONE)));
        List<Entry> entries = new ArrayList<>();
        generated.venues().stream()
                .sorted(Comparator.comparing(Venue::id))
                .forEach(venue -> entries.add(new Entry.VenueEntry(venue)));
        generated.sessions().stream()
                .sorted(Comparator.comparing(Session::id))
                .forEach(session -> entries.add(new Entry.SessionEntry(
                        session, feedbacks.getOrDefault(session.id(), Feedback.none(session.id())))));
        return entries;
    }
}

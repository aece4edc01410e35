package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the tests of an index share: they store things, each time in the next version, and ask the index in one form. */
abstract class IndexTest {
    /** More pages than any test has; a walk that takes more goes round in circles. */
    private static final int MAX_PAGES = 10_000;

    private final IndexForm form;
    private Index index = Index.empty();

    IndexTest(IndexForm form) {
        this.form = form;
    }

    final Index index() {
        return index;
    }

    final void store(Venue... venues) {
        put(Stream.of(venues)
                .map(venue -> (StoredAggregate) new StoredAggregate.OfVenue(venue, next(AggregateKey.of(venue.id()))))
                .toList());
    }

    final void store(Session... sessions) {
        put(Stream.of(sessions)
                .map(session ->
                        (StoredAggregate) new StoredAggregate.OfSession(session, next(AggregateKey.of(session.id()))))
                .toList());
    }

    final void store(Feedback... feedbacks) {
        put(Stream.of(feedbacks)
                .map(feedback -> (StoredAggregate)
                        new StoredAggregate.OfFeedback(feedback, next(AggregateKey.feedbackOf(feedback.session()))))
                .toList());
    }

    final void delete(AggregateKey key) {
        put(List.of(new StoredAggregate.Deleted(key, next(key))));
    }

    /** All of them, and some of them again. */
    final void store(GeneratedSessions generated) {
        List<StoredAggregate> all = new ArrayList<>();
        generated.venues().forEach(venue -> all.add(new StoredAggregate.OfVenue(venue, 1)));
        generated.sessions().forEach(session -> all.add(new StoredAggregate.OfSession(session, 1)));
        generated.feedbacks().forEach(feedback -> all.add(new StoredAggregate.OfFeedback(feedback, 1)));
        put(all);
        put(all.stream()
                .filter(stored -> stored.key().id().charAt(0) < '4')
                .map(IndexTest::again)
                .toList());
    }

    private static StoredAggregate again(StoredAggregate stored) {
        return inVersion(stored, stored.version() + 1);
    }

    static StoredAggregate inVersion(StoredAggregate stored, long version) {
        return switch (stored) {
            case StoredAggregate.OfVenue(var venue, var before) -> new StoredAggregate.OfVenue(venue, version);
            case StoredAggregate.OfSession(var session, var before) -> new StoredAggregate.OfSession(session, version);
            case StoredAggregate.OfFeedback(var feedback, var before) ->
                new StoredAggregate.OfFeedback(feedback, version);
            case StoredAggregate.Deleted(var key, var before) -> new StoredAggregate.Deleted(key, version);
            case StoredAggregate.Unreadable(var key, var before, var reason) ->
                new StoredAggregate.Unreadable(key, version, reason);
        };
    }

    private long next(AggregateKey key) {
        return index.versionOf(key) + 1;
    }

    final void put(StoredAggregate... stored) {
        put(List.of(stored));
    }

    private void put(List<StoredAggregate> stored) {
        index = form.after(form.before(index).with(stored));
    }

    /** Walks all pages and returns what they hold; no page is empty unless the list is, and none but the last is short. */
    static <T> List<T> walk(int limit, Function<PageToken, Page<T>> pages) {
        List<T> items = new ArrayList<>();
        PageToken after = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            Page<T> found = pages.apply(after);
            items.addAll(found.items());
            assertThat(found.items()).hasSizeLessThanOrEqualTo(limit);
            if (found.next() == null) {
                return items;
            }
            assertThat(found.items()).hasSize(limit);
            after = found.next();
        }
        throw new AssertionError("the list does not end");
    }
}

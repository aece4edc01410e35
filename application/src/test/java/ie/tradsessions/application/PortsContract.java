package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all ports share. An adapter's test extends a contract and says where its ports come from. */
public abstract class PortsContract {
    /** More pages than any test has; a walk that takes more goes round in circles. */
    private static final int MAX_PAGES = 10_000;

    private Ports ports;

    /** The ports of a storage in which there is nothing yet. */
    protected abstract Ports emptyPorts();

    /** Called before a directory is asked: where directories follow the collections later, this is when they catch up. */
    protected void settle() {}

    @BeforeEach
    final void openEmptyPorts() {
        ports = emptyPorts();
    }

    /** As a program does that is started on what another has stored. */
    protected final void goOnWith(Ports others) {
        ports = others;
    }

    protected final Ports ports() {
        return ports;
    }

    protected final void store(Venue... venues) {
        for (Venue venue : venues) {
            long version =
                    ports.venues().find(venue.id()).map(Versioned::version).orElse(SaveOutcome.NEW);
            assertThat(ports.venues().save(venue, version)).isEqualTo(new SaveOutcome.Saved(version + 1));
        }
        settle();
    }

    protected final void store(Session... sessions) {
        for (Session session : sessions) {
            long version =
                    ports.sessions().find(session.id()).map(Versioned::version).orElse(SaveOutcome.NEW);
            assertThat(ports.sessions().save(session, version)).isEqualTo(new SaveOutcome.Saved(version + 1));
        }
        settle();
    }

    protected final void store(Feedback... feedbacks) {
        for (Feedback feedback : feedbacks) {
            long version = ports.feedbacks()
                    .find(feedback.session())
                    .map(Versioned::version)
                    .orElse(SaveOutcome.NEW);
            assertThat(ports.feedbacks().save(feedback, version)).isEqualTo(new SaveOutcome.Saved(version + 1));
        }
        settle();
    }

    protected final void store(GeneratedSessions generated) {
        generated.saveTo(ports.venues(), ports.sessions(), ports.feedbacks());
        settle();
    }

    /** Walks all pages and returns what they hold; no page is empty unless the list is, and none but the last is short. */
    protected static <T> List<T> walk(int limit, Function<PageToken, Page<T>> pages) {
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

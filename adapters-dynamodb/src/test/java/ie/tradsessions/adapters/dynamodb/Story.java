package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What happens to two venues and a session of theirs over some weeks, with all that is derived after each step, and
 * everything that people ask meanwhile. Whoever gets no answer asks again, as people do.
 */
final class Story {
    private static final int PATIENCE = 30;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private static final Venue CROSS = VenueBuilder.named("The Cross")
            .in(new Place("1 Main Street", "Miltown Malbay", County.CLARE, null, Country.IRELAND, false))
            .at(52.85, -9.40)
            .build();
    private static final Venue QUAY = VenueBuilder.named("The Quay")
            .in(new Place(null, "Galway", County.GALWAY, null, Country.IRELAND, false))
            .at(53.27, -9.05)
            .build();
    private static final Venue CROSSROADS = VenueBuilder.named("The Crossroads")
            .as(CROSS.id())
            .in(CROSS.place())
            .at(CROSS.location())
            .build();

    private final Ports ports;
    private final StreamReader stream;
    private final List<Object> answers = new ArrayList<>();
    private int unavailable;

    Story(Table table, DynamoServer server) {
        ports = DynamoPorts.on(table);
        Derivation derivation = new Derivation(table, InstantSource.fixed(NOW), LocalDynamo.tokens());
        stream = new StreamReader(server.client(), server.streams(), table.name(), derivation::changed);
    }

    /** What people were answered, in order. */
    List<Object> answers() {
        return List.copyOf(answers);
    }

    /** How often somebody was told to ask again. */
    int unavailable() {
        return unavailable;
    }

    void tell() {
        save(CROSS);
        save(QUAY);
        Session session = SessionBuilder.at(CROSS)
                .as("thursdays")
                .named("The Kettle")
                .on(DayOfWeek.THURSDAY)
                .build();
        save(session);
        look(session);
        save(Said.of(session.id()).on(THURSDAY.minusWeeks(1)).rated(5).build());
        save(Said.of(session.id())
                .on(THURSDAY.minusWeeks(1))
                .on(THURSDAY.minusWeeks(2))
                .rated(5, 4)
                .build());
        save(CROSSROADS);
        look(session);
        Session moved = SessionBuilder.at(CROSS)
                .as("thursdays")
                .named("The Kettle")
                .on(DayOfWeek.THURSDAY)
                .with(THURSDAY, new OccurrenceStatus.Moved(QUAY.id(), null, "Roof"))
                .build();
        save(moved);
        look(session);
        save(SessionBuilder.at(QUAY)
                .as("thursdays")
                .named("The Kettle")
                .on(DayOfWeek.FRIDAY)
                .build());
        look(session);
    }

    private void save(Venue venue) {
        save(
                venue,
                () -> ports.venues().find(venue.id()),
                version -> ports.venues().save(venue, version));
        derive();
    }

    private void save(Session session) {
        save(
                session,
                () -> ports.sessions().find(session.id()),
                version -> ports.sessions().save(session, version));
        derive();
    }

    private void save(Feedback feedback) {
        save(
                feedback,
                () -> ports.feedbacks().find(feedback.session()),
                version -> ports.feedbacks().save(feedback, version));
        derive();
    }

    /** Nobody else writes, so a save is never refused. */
    private <T> void save(T wanted, Supplier<Optional<Versioned<T>>> find, LongFunction<SaveOutcome> save) {
        patiently(() -> {
            Optional<Versioned<T>> known = find.get();
            if (known.map(Versioned::value).filter(wanted::equals).isPresent()) {
                // It was saved, and the answer lost.
                return known.get().version();
            }
            long version = known.map(Versioned::version).orElse(SaveOutcome.NEW);
            assertThat(save.apply(version)).isEqualTo(new SaveOutcome.Saved(version + 1));
            return version + 1;
        });
    }

    /** Until the stream has brought everything. */
    private void derive() {
        patiently(() -> {
            stream.readToEnd();
            return true;
        });
    }

    private void look(Session session) {
        ask(() -> ports.sessionPages().session(session.id()));
        ask(() -> ports.sessionPages().venue(CROSS.id()));
        ask(() -> ports.sessionDirectory()
                .find(SessionQuery.builder().text("cross kettle").build(), NOW, 20, null));
        ask(() -> ports.sessionDirectory()
                .find(SessionQuery.builder().county(County.CLARE).build(), NOW, 20, null));
        ask(() -> ports.venueDirectory().find(new VenueQuery("cro", null, null), 20, null));
        ask(() -> ports.venueDirectory().within(CROSS.location(), 500));
        ask(() -> ports.sessionCounts().count());
        ask(() -> ports.dataSet().read(50, null));
    }

    private void ask(Supplier<Object> question) {
        answers.add(patiently(question));
    }

    private <T> T patiently(Supplier<T> what) {
        for (int again = 0; again < PATIENCE; again++) {
            try {
                return what.get();
            } catch (StorageUnavailable e) {
                unavailable++;
            }
        }
        throw new AssertionError("nobody ever answers");
    }
}

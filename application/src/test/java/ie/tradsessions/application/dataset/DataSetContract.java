package ie.tradsessions.application.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PortsContract;
import ie.tradsessions.application.dataset.DataSet.Entry;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.feedback.Feedback;
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

/** What {@link DataSet} promises. */
public abstract class DataSetContract extends PortsContract {
    @Test
    void where_nothing_is_stored_nothing_is_given_away() {
        assertThat(ports().dataSet().read(10, null)).isEqualTo(new Page<Entry>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void all_venues_are_given_away_and_then_all_sessions_each_in_the_order_of_identifiers(int limit) {
        GeneratedSessions generated = GeneratedSessions.of(90, 71);
        store(generated);

        assertThat(walk(limit, after -> ports().dataSet().read(limit, after))).isEqualTo(entries(generated));
    }

    @Test
    void a_session_that_has_ended_is_given_away_too() {
        Venue venue = VenueBuilder.named("A").build();
        Session ended =
                SessionBuilder.at(venue).endedOn(LocalDate.of(2020, 1, 1)).build();
        store(venue);
        store(ended);

        assertThat(ports().dataSet().read(10, null).items())
                .containsExactly(new Entry.VenueEntry(venue), new Entry.SessionEntry(ended, Feedback.none(ended.id())));
    }

    @Test
    void while_data_change_whatever_stays_is_given_away_once_and_in_order() {
        GeneratedSessions generated = GeneratedSessions.of(60, 72);
        store(generated);
        List<Entry> added = new ArrayList<>();

        List<Entry> met = walk(4, after -> {
            Page<Entry> page = ports().dataSet().read(4, after);
            if (added.size() >= 20) {
                // Else the list would grow as fast as it is read.
                return page;
            }
            Venue venue = VenueBuilder.named("Added " + added.size()).build();
            Session session = SessionBuilder.at(venue).build();
            store(venue);
            store(session);
            added.add(new Entry.VenueEntry(venue));
            added.add(new Entry.SessionEntry(session, Feedback.none(session.id())));
            return page;
        });

        List<Entry> stayed = new ArrayList<>(met);
        stayed.removeAll(added);
        assertThat(stayed).isEqualTo(entries(generated));
    }

    private static List<Entry> entries(GeneratedSessions generated) {
        Map<SessionId, Feedback> feedbacks = new HashMap<>();
        generated.feedbacks().forEach(feedback -> feedbacks.put(feedback.session(), feedback));
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

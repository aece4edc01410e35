package ie.tradsessions.adapters.lambda.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DataSetOperationsTest {
    private final PublicHandler handler = new TestSessions().handler();

    @Test
    void the_export_leads_through_everything_by_its_links() {
        List<String> lines = new ArrayList<>();
        String address = "/v1/export?limit=2";
        while (address != null) {
            var response = TestRequest.get(address).sentTo(handler);
            lines.addAll(TestRequest.text(response).lines().toList());
            String link = response.getHeaders().get("Link");
            address = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(lines)
                .hasSize(TestSessions.VENUES + TestSessions.SESSIONS + TestSessions.REVIEWS)
                .isEqualTo(TestRequest.text(TestRequest.get("/v1/export").sentTo(handler))
                        .lines()
                        .toList());
        assertThat(lines.getFirst()).contains("\"kind\":\"VENUE\"", "\"dataset\":\"openstreetmap\",\"key\":\"node/1\"");
        assertThat(lines.get(TestSessions.VENUES))
                .contains("\"kind\":\"SESSION\"", "\"movedToTime\":\"22:00\"", "\"ratings\":[");
    }

    /** Lambda takes six megabytes; the quotes of a body are escaped once more on the way. */
    @Test
    void an_answer_always_fits_a_response() {
        TestSessions sessions = new TestSessions();
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            changes.put(
                    LocalDate.of(2026, 1, 1).plusDays(i), new OccurrenceStatus.Cancelled("\uD83C\uDFBB".repeat(20)));
        }
        int many = 300;
        for (int i = 0; i < many; i++) {
            sessions.session(new Session(
                    new SessionId(String.format(Locale.ROOT, "%016d", i)),
                    TestSessions.OHANLONS,
                    null,
                    new Timetable(
                            Schedule.of(new Recurrence.Irregular("Now and then"), LocalTime.of(21, 0)), changes, null),
                    new Etiquette(Admission.OPEN, Leadership.UNLED, Pace.STEADY, Focus.TUNES, Set.of()),
                    Set.of(),
                    null,
                    new Shared("Aoife", TestSessions.NOW),
                    true,
                    null));
        }
        PublicHandler crowded = sessions.handler();
        List<String> lines = new ArrayList<>();
        String address = "/v1/export?limit=1000";
        int pages = 0;
        while (address != null) {
            var response = TestRequest.get(address).sentTo(crowded);
            assertThat(response.getBody().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000_001);
            lines.addAll(TestRequest.text(response).lines().toList());
            String link = response.getHeaders().get("Link");
            address = link == null ? null : link.substring(1, link.indexOf('>'));
            pages++;
        }
        assertThat(lines)
                .hasSize(TestSessions.VENUES + TestSessions.SESSIONS + TestSessions.REVIEWS + many)
                .doesNotHaveDuplicates();
        assertThat(pages).isBetween(2, 10);
    }
}

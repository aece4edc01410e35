package ie.tradsessions.application.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryPorts;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.dataset.DataSet.Entry;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.session.ImportSession;
import ie.tradsessions.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportDataSetTest {
    private final Ports ports = InMemoryPorts.empty();

    @Test
    void what_is_given_away_can_be_taken_over_elsewhere_without_loss() {
        GeneratedSessions.of(150, 95).saveTo(ports.venues(), ports.sessions(), ports.feedbacks());
        Ports elsewhere = InMemoryPorts.empty();
        ImportSession importSession =
                new ImportSession(elsewhere.sessions(), elsewhere.feedbacks(), elsewhere.venues());

        for (Entry entry : exported(ports, 40)) {
            switch (entry) {
                case Entry.VenueEntry(var venue) ->
                    assertThat(elsewhere.venues().save(venue, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));
                case Entry.SessionEntry(var session, var feedback) ->
                    // Venues come first, so no session waits for its venue.
                    assertThat(importSession.importSession(new ImportSession.Command(session, Optional.of(feedback))))
                            .isEqualTo(new ImportSession.Outcome.Added(session.id()));
            }
        }

        assertThat(exported(elsewhere, 500)).isEqualTo(exported(ports, 500));
    }

    @Test
    void a_page_holds_one_to_a_thousand() {
        assertThatThrownBy(() -> new ExportDataSet.Query(0, null)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ExportDataSet.Query(1_001, null)).isInstanceOf(InvalidValue.class);
        assertThat(new ExportDataSet.Query(1_000, null).limit()).isEqualTo(1_000);
    }

    private static List<Entry> exported(Ports from, int limit) {
        ExportDataSet exportDataSet = new ExportDataSet(from.dataSet());
        List<Entry> entries = new ArrayList<>();
        PageToken after = null;
        do {
            Page<Entry> page = exportDataSet.export(new ExportDataSet.Query(limit, after));
            entries.addAll(page.items());
            after = page.next();
        } while (after != null);
        return entries;
    }
}

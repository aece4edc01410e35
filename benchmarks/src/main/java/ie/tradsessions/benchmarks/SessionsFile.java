package ie.tradsessions.benchmarks;

import de.siegmar.fastcsv.writer.CsvWriter;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions as a CSV file that the program imports. */
final class SessionsFile {
    private SessionsFile() {}

    static void write(Path file, GeneratedSessions generated) throws IOException {
        Map<VenueId, Venue> venues = new HashMap<>();
        generated.venues().forEach(venue -> venues.put(venue.id(), venue));
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            boolean first = true;
            for (Session session : generated.sessions()) {
                Map<String, String> columns = columns(session, Objects.requireNonNull(venues.get(session.venue())));
                if (first) {
                    csv.writeRecord(columns.keySet());
                    first = false;
                }
                csv.writeRecord(columns.values());
            }
        }
    }

    private static Map<String, String> columns(Session session, Venue venue) {
        Columns columns = new Columns();
        columns.put("key", session.id());
        columns.put("venue", venue.name());
        columns.put("street", venue.place().street());
        columns.put("town", venue.place().town());
        columns.put("county", venue.place().county());
        columns.put("region", venue.place().region());
        columns.put("country", venue.place().country().code());
        columns.put("time_zone", venue.timeZone().getId());
        columns.put("lat", venue.location().latitude());
        columns.put("lon", venue.location().longitude());
        columns.put("name", session.name());
        Schedule schedule = session.timetable().schedule();
        recurrence(columns, schedule.recurrence());
        columns.put("start", schedule.start());
        columns.put("end", schedule.end());
        Season season = schedule.season();
        columns.put("season_from", season == null ? null : season.from());
        columns.put("season_to", season == null ? null : season.to());
        columns.put("admission", session.etiquette().admission());
        columns.put("pace", session.etiquette().pace());
        columns.put("leadership", session.etiquette().leadership());
        columns.put("focus", session.etiquette().focus());
        columns.put("dances", list(session.etiquette().dances()));
        columns.put("instruments", list(session.instruments()));
        columns.put("craic", session.craic());
        columns.put("shared_by", session.shared().by() instanceof Author.Named(var name) ? name : null);
        columns.put("shared_on", session.shared().at().atZone(venue.timeZone()).toLocalDate());
        return columns.values;
    }

    private static void recurrence(Columns columns, Recurrence recurrence) {
        for (String column : List.of("recurrence", "days", "weeks", "anchor", "ordinals", "dates", "note")) {
            columns.put(column, null);
        }
        switch (recurrence) {
            case Recurrence.Weekly(var days) -> {
                columns.put("recurrence", "WEEKLY");
                columns.put("days", list(days));
            }
            case Recurrence.EveryNWeeks(var weeks, var anchor, var day) -> {
                columns.put("recurrence", "EVERY_N_WEEKS");
                columns.put("weeks", weeks);
                columns.put("anchor", anchor);
                columns.put("days", day);
            }
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) -> {
                columns.put("recurrence", "NTH_WEEKDAY_OF_MONTH");
                columns.put("ordinals", list(ordinals));
                columns.put("days", day);
            }
            case Recurrence.Dates(var dates) -> {
                columns.put("recurrence", "DATES");
                columns.put("dates", list(dates));
            }
            case Recurrence.Irregular(var note) -> {
                columns.put("recurrence", "IRREGULAR");
                columns.put("note", note);
            }
        }
    }

    private static String list(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(";"));
    }

    /** The fields of one row by the names of their columns, every row with the same ones. */
    private static final class Columns {
        final Map<String, String> values = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            values.put(name, value == null ? "" : value.toString());
        }
    }
}

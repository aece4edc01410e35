package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import tools.jackson.core.JsonGenerator;

/** When a session is on. */
final class ScheduleJson {
    private ScheduleJson() {}

    static void schedule(JsonGenerator json, Schedule schedule) {
        json.writeStartObject();
        switch (schedule.recurrence()) {
            case Recurrence.Weekly(var days) -> {
                json.writeStringProperty("kind", "WEEKLY");
                Json.names(json, "days", days);
            }
            case Recurrence.EveryNWeeks(var weeks, var anchor, var day) -> {
                json.writeStringProperty("kind", "EVERY_N_WEEKS");
                json.writeNumberProperty("weeks", weeks);
                Json.text(json, "anchor", anchor);
                json.writeStringProperty("day", day.name());
            }
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) -> {
                json.writeStringProperty("kind", "NTH_WEEKDAY_OF_MONTH");
                Json.names(json, "ordinals", ordinals);
                json.writeStringProperty("day", day.name());
            }
            case Recurrence.Dates(var dates) -> {
                json.writeStringProperty("kind", "DATES");
                Json.array(json, "dates", dates, (generator, date) -> generator.writeString(date.toString()));
            }
            case Recurrence.Irregular(var note) -> {
                json.writeStringProperty("kind", "IRREGULAR");
                json.writeStringProperty("note", note);
            }
        }
        Json.text(json, "start", schedule.start());
        Json.text(json, "end", schedule.end());
        Season season = schedule.season();
        if (season == null) {
            json.writeNullProperty("season");
        } else {
            json.writeObjectPropertyStart("season");
            json.writeStringProperty("from", season.from().name());
            json.writeStringProperty("to", season.to().name());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static String name(OccurrenceStatus status) {
        return switch (status) {
            case OccurrenceStatus.Scheduled() -> "SCHEDULED";
            case OccurrenceStatus.Cancelled(var note) -> "CANCELLED";
            case OccurrenceStatus.Moved(var to, var at, var note) -> "MOVED";
        };
    }
}

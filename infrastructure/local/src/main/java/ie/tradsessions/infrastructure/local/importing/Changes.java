package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import changed of a venue or a session, for people, by the names of our columns. */
final class Changes {
    private static final int MAX_LENGTH = 80;

    private Changes() {}

    static String of(Venue before, Venue now) {
        return between(values(before), values(now));
    }

    /** What players said of it is all that can be new where nothing of the session is. */
    static String of(Session before, Session now) {
        String changes = between(values(before), values(now));
        return changes.isEmpty() ? "what players said of it" : changes;
    }

    private static String between(Map<String, String> before, Map<String, String> now) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(now.keySet());
        List<String> changes = new ArrayList<>();
        for (String field : fields) {
            String was = before.getOrDefault(field, "");
            String is = now.getOrDefault(field, "");
            if (!was.equals(is)) {
                changes.add(field + ": " + shown(was) + " -> " + shown(is));
            }
        }
        return String.join(", ", changes);
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        String cut = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH - 1) + "…" : line;
        return cut.isEmpty() ? "nothing" : "“" + cut + "”";
    }

    private static Map<String, String> values(Venue venue) {
        Values values = new Values();
        values.put("name", venue.name());
        values.put("name_irish", venue.irishName());
        values.put("other_names", list(venue.otherNames()));
        values.put("former_names", list(venue.formerNames()));
        values.put("street", venue.place().street());
        values.put("town", venue.place().town());
        values.put("county", venue.place().county());
        values.put("region", venue.place().region());
        values.put("country", venue.place().country().code());
        values.put("gaeltacht", venue.place().gaeltacht());
        values.put("lat", venue.location().latitude());
        values.put("lon", venue.location().longitude());
        values.put("time_zone", venue.timeZone());
        values.put("website", venue.website());
        values.put("phone", venue.phone());
        values.put("sources", list(venue.sources().stream().map(Source::key).toList()));
        Closure closed = venue.closed();
        values.put("closed", closed == null ? null : author(closed) + " on " + closed.on());
        return values.all;
    }

    private static String author(Closure closed) {
        Source source = closed.source();
        return source == null ? "a member" : source.key();
    }

    private static String name(Author author) {
        return switch (author) {
            case Author.Named(var name) -> name;
            case Author.Member member -> "a member";
            case Author.FormerMember former -> "a former member";
        };
    }

    private static Map<String, String> values(Session session) {
        Values values = new Values();
        values.put("venue", session.venue());
        values.put("name", session.name());
        schedule(values, session.timetable().schedule());
        values.put("changed nights", session.timetable().changes());
        values.put("ended on", session.timetable().endedOn());
        values.put("admission", session.etiquette().admission());
        values.put("pace", session.etiquette().pace());
        values.put("leadership", session.etiquette().leadership());
        values.put("focus", session.etiquette().focus());
        values.put("dances", list(session.etiquette().dances()));
        values.put("instruments", list(session.instruments()));
        values.put("craic", session.craic());
        values.put("shared_by", name(session.shared().by()));
        values.put("shared_on", session.shared().at());
        values.put("sample", session.sample());
        return values.all;
    }

    private static void schedule(Values values, Schedule schedule) {
        switch (schedule.recurrence()) {
            case Recurrence.Weekly(var days) -> {
                values.put("recurrence", "WEEKLY");
                values.put("days", list(days));
            }
            case Recurrence.EveryNWeeks(var weeks, var anchor, var day) -> {
                values.put("recurrence", "EVERY_N_WEEKS");
                values.put("days", day);
                values.put("weeks", weeks);
                values.put("anchor", anchor);
            }
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) -> {
                values.put("recurrence", "NTH_WEEKDAY_OF_MONTH");
                values.put("days", day);
                values.put("ordinals", list(ordinals));
            }
            case Recurrence.Dates(var dates) -> {
                values.put("recurrence", "DATES");
                values.put("dates", list(dates));
            }
            case Recurrence.Irregular(var note) -> {
                values.put("recurrence", "IRREGULAR");
                values.put("note", note);
            }
        }
        values.put("start", schedule.start());
        values.put("end", schedule.end());
        Season season = schedule.season();
        values.put("season_from", season == null ? null : season.from());
        values.put("season_to", season == null ? null : season.to());
    }

    private static String list(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(";"));
    }

    private static final class Values {
        final Map<String, String> all = new LinkedHashMap<>();

        void put(String field, @Nullable Object value) {
            all.put(field, value == null ? "" : value.toString());
        }
    }
}

package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of a session.
 *
 * @param another whether it is none of those that it looks like; of a new one only
 * @param endedOn the date from which there are no more nights, or null; of a changed one only
 */
record SessionInput(
        VenueId venue,
        SessionDescription description,
        Schedule schedule,
        boolean another,
        @Nullable LocalDate endedOn) {
    static SessionInput ofNew(JsonBody json) {
        return read(json, json.flag("anotherSession"), null);
    }

    static SessionInput ofChanged(JsonBody json) {
        return read(json, false, json.optional("endedOn", ParameterParsers::date));
    }

    private static SessionInput read(JsonBody json, boolean another, @Nullable LocalDate endedOn) {
        VenueId venue = json.needed("venue", VenueId::new);
        SessionDescription description = description(json);
        JsonBody within = json.neededObject("schedule");
        Schedule schedule = within == null ? null : ScheduleInput.of(within);
        return json.into(() -> new SessionInput(
                Objects.requireNonNull(venue),
                Objects.requireNonNull(description),
                Objects.requireNonNull(schedule),
                another,
                endedOn));
    }

    private static @Nullable SessionDescription description(JsonBody json) {
        String name = json.text("name");
        Admission admission = json.needed("admission", ParameterParsers.oneOf(Admission.class));
        Leadership leadership = json.needed("leadership", ParameterParsers.oneOf(Leadership.class));
        Pace pace = json.needed("pace", ParameterParsers.oneOf(Pace.class));
        Focus focus = json.needed("focus", ParameterParsers.oneOf(Focus.class));
        Set<Dance> dances = new LinkedHashSet<>(json.list("dances", ParameterParsers.oneOf(Dance.class)));
        Set<Instrument> instruments =
                new LinkedHashSet<>(json.list("instruments", ParameterParsers.oneOf(Instrument.class)));
        String craic = json.text("craic");
        return json.value(() -> new SessionDescription(
                name,
                new Etiquette(
                        Objects.requireNonNull(admission),
                        Objects.requireNonNull(leadership),
                        Objects.requireNonNull(pace),
                        Objects.requireNonNull(focus),
                        dances),
                instruments,
                craic));
    }
}

package ie.tradsessions.adapters.lambda.feedback;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import java.time.LocalDate;
import java.util.Objects;

/** That a session was on, or is, on one night, or that it was not. */
record NightWord(LocalDate date, boolean on) {
    static NightWord of(JsonBody json) {
        LocalDate date = json.needed("date", ParameterParsers::date);
        boolean on = json.neededFlag("on");
        return json.into(() -> new NightWord(Objects.requireNonNull(date), on));
    }
}

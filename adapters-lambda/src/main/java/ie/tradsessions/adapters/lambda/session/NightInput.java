package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalTime;
import java.util.Objects;

/** Reads how one night is to stand. */
final class NightInput {
    private enum Status {
        SCHEDULED,
        CANCELLED,
        MOVED
    }

    private NightInput() {}

    static OccurrenceStatus of(JsonBody json) {
        Status status = json.needed("status", ParameterParsers.oneOf(Status.class));
        String note = json.text("note");
        LocalTime at = json.optional("at", ParameterParsers::time);
        VenueId to = json.optional("to", VenueId::new);
        if (status != null && status != Status.MOVED && (at != null || to != null)) {
            json.refuse(at == null ? "to" : "at", "is only for a night that is MOVED");
        }
        if (status == Status.SCHEDULED && note != null) {
            json.refuse("note", "is only for a night that is CANCELLED or MOVED");
        }
        return json.into(() -> switch (Objects.requireNonNull(status)) {
            case SCHEDULED -> new OccurrenceStatus.Scheduled();
            case CANCELLED -> new OccurrenceStatus.Cancelled(note);
            case MOVED -> new OccurrenceStatus.Moved(to, at, note);
        });
    }
}

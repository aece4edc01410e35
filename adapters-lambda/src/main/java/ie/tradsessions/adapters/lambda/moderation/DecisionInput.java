package ie.tradsessions.adapters.lambda.moderation;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Objects;

/**
 * What a moderator decides.
 *
 * @param version that of the case that was seen
 */
record DecisionInput(Subject subject, long version, Decision decision, String note) {
    private static final int MAX_VERSION = 999_999;
    private static final int MAX_DAYS = 365;

    static DecisionInput of(JsonBody json) {
        Subject subject = json.needed("subject", Subject::parse);
        Integer version = json.number("version", ParameterParsers.wholeNumber(MAX_VERSION));
        Decision.Kind kind = json.needed("decision", ParameterParsers.oneOf(Decision.Kind.class));
        VenueId into = json.optional("into", VenueId::new);
        Integer days = json.optionalNumber("days", ParameterParsers.wholeNumber(MAX_DAYS));
        String note = json.needed("note", text -> text);
        if (kind == Decision.Kind.MERGE && !json.isGiven("into")) {
            json.refuse("into", "is needed: the venue that stays");
        }
        if (kind != null && kind != Decision.Kind.MERGE && into != null) {
            json.refuse("into", "is only for MERGE");
        }
        if (kind != null && kind != Decision.Kind.BLOCK && days != null) {
            json.refuse("days", "is only for BLOCK");
        }
        return json.into(() -> new DecisionInput(
                Objects.requireNonNull(subject),
                Objects.requireNonNull(version),
                switch (Objects.requireNonNull(kind)) {
                    case KEEP -> new Decision.Keep();
                    case HIDE -> new Decision.Hide();
                    case REMOVE -> new Decision.Remove();
                    case MERGE -> new Decision.Merge(Objects.requireNonNull(into));
                    case BLOCK -> new Decision.Block(days);
                },
                Objects.requireNonNull(note)));
    }
}

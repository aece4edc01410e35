package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Subject}. */
final class SubjectText {
    static final String ALLOWED = "session:ID, venue:ID, review:ID:NUMBER or held:ID";

    private static final Pattern FORM =
            Pattern.compile("(?<kind>session|venue|held|review):(?<id>[^:]+)(?::(?<number>[1-9][0-9]{0,8}))?");

    private SubjectText() {}

    static Subject parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group("kind").equals("review") != (parts.group("number") != null)) {
            throw new InvalidValue("subject", ALLOWED);
        }
        try {
            String id = parts.group("id");
            return switch (parts.group("kind")) {
                case "session" -> new Subject.OfSession(new SessionId(id));
                case "venue" -> new Subject.OfVenue(new VenueId(id));
                case "held" -> new Subject.HeldReviews(new SessionId(id));
                default -> new Subject.OfReview(new SessionId(id), Integer.parseInt(parts.group("number")));
            };
        } catch (InvalidValue e) {
            throw new InvalidValue("subject", ALLOWED);
        }
    }
}

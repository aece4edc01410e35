package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody reported something. Who it was is not kept: only moderators see reports, and not even they see that.
 *
 * @param text what the member adds, 1 to {@value #MAX_TEXT} characters, or null
 * @param reporter the same for each report of one member about one subject, and another for every other subject
 */
public record Report(Reason reason, @Nullable String text, Instant at, String reporter) {
    public static final int MAX_TEXT = 1_000;

    private static final String NOBODY = Identifier.derivedFrom("nobody");

    public Report {
        text = Text.optionalLines("text", text, MAX_TEXT);
        CalendarYears.checked("at", at);
        Identifier.checked("reporter", reporter);
    }

    public static Report by(MemberId member, Subject subject, Reason reason, @Nullable String text, Instant at) {
        return new Report(reason, text, at, Identifier.derivedFrom("report by " + member + " of " + subject));
    }

    /** That many new members reviewed one session in a short while. */
    public static Report ofBurst(Instant at) {
        return new Report(Reason.BURST, null, at, NOBODY);
    }
}

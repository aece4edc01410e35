package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Text;
import java.time.Instant;

/**
 * What the author says against a decision.
 *
 * @param by the author
 * @param text 1 to {@value #MAX_TEXT} characters
 */
public record Objection(MemberId by, String text, Instant at) {
    public static final int MAX_TEXT = 1_000;

    public Objection {
        text = Text.lines("text", text, MAX_TEXT);
        CalendarYears.checked("at", at);
    }
}

package ie.tradsessions.domain.member;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moderator's decision that a member may change nothing for now.
 *
 * @param until null where it holds for good
 * @param note why, 1 to {@value #MAX_NOTE} characters, in lines; the member is told
 */
public record Block(
        MemberId member, Instant since, @Nullable Instant until, String note) {
    public static final int MAX_NOTE = 1_000;

    public Block {
        CalendarYears.checked("since", since);
        if (until != null) {
            CalendarYears.checked("until", until);
        }
        note = Text.lines("note", note, MAX_NOTE);
    }

    public boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}

package ie.tradsessions.domain.session;

import ie.tradsessions.domain.Text;
import java.time.Instant;

/**
 * Who shared a session with the others, and when.
 *
 * @param by the name under which that person is known here, 1 to 60 characters
 */
public record Shared(String by, Instant at) {
    public Shared {
        by = Text.line("shared.by", by, 60);
    }
}

package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Calls a moderator where reviews of a session are held; to be stored together with the review that opened the burst. */
public final class OpenBurstCase {
    private final Cases cases;

    public OpenBurstCase(Cases cases) {
        this.cases = cases;
    }

    public Change of(SessionId session, Instant now) {
        Subject held = new Subject.HeldReviews(session);
        Report report = Report.ofBurst(now);
        Optional<Versioned<Case>> known = cases.find(held);
        return new Change.SaveCase(
                known.orElse(null), known.map(its -> its.value().with(report)).orElseGet(() -> Case.of(held, report)));
    }
}

package ie.tradsessions.application.moderation;

import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Objection;
import java.util.List;

/** Decisions about what is no longer there: it was removed, and its author objects, or it was withdrawn. */
final class Gone {
    private Gone() {}

    /** The case can be closed either way; nothing comes back. Whoever objected is told. */
    static Effect effect(Occasion occasion) {
        return switch (occasion.decision()) {
            case Decision.Keep keep -> closing(occasion);
            case Decision.Remove remove -> closing(occasion);
            case Decision.Hide hide -> refused(occasion);
            case Decision.Block block -> refused(occasion);
            case Decision.Merge merge -> refused(occasion);
        };
    }

    private static Effect closing(Occasion occasion) {
        if (occasion.before() == null) {
            return refused(occasion);
        }
        Objection objection = occasion.objection();
        return new Effect.Changed(List.of(), objection == null ? null : objection.by());
    }

    private static Effect refused(Occasion occasion) {
        return new Effect.Refused(new Decide.Outcome.NoSuchSubject(occasion.subject()));
    }

    static IllegalStateException doesNotGo(Occasion occasion) {
        return new IllegalStateException(occasion.decision() + " does not go with " + occasion.subject());
    }
}

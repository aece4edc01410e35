package ie.tradsessions.application.moderation;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Takedown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decisions do to sessions. */
final class SessionDecisions {
    private final Sessions sessions;

    SessionDecisions(Sessions sessions) {
        this.sessions = sessions;
    }

    Effect effect(SessionId id, Occasion occasion) {
        Optional<Versioned<Session>> found = sessions.find(id);
        if (found.isEmpty()) {
            return Gone.effect(occasion);
        }
        Session session = found.get().value();
        long next = found.get().version() + 1;
        @Nullable MemberId author = Authors.of(session).orElse(null);
        return switch (occasion.decision()) {
            case Decision.Keep keep -> changed(session, kept(session, occasion), next, author);
            case Decision.Hide hide -> changed(session, hidden(session, occasion), next, author);
            case Decision.Remove remove ->
                new Effect.Changed(
                        List.of(new Change.Save(new StoredAggregate.Deleted(AggregateKey.of(id), next))), author);
            case Decision.Block block ->
                author == null
                        ? new Effect.Refused(new Decide.Outcome.NoAuthor())
                        : changed(session, hidden(session, occasion), next, author);
            case Decision.Merge merge -> throw Gone.doesNotGo(occasion);
        };
    }

    /** What its players asked for stays: only what moderators hid because of a report is shown again. */
    private static Session kept(Session session, Occasion occasion) {
        Takedown takedown = session.takenDown();
        return takedown != null && takedown.byModerator() && occasion.takesBackHiding()
                ? session.listedAgain()
                : session;
    }

    private static Session hidden(Session session, Occasion occasion) {
        Takedown takedown = session.takenDown();
        return takedown != null && takedown.byModerator()
                ? session
                : session.takenDown(new Takedown(occasion.decided().at(), true));
    }

    private static Effect changed(Session before, Session after, long version, @Nullable MemberId author) {
        return new Effect.Changed(
                after.equals(before)
                        ? List.of()
                        : List.of(new Change.Save(new StoredAggregate.OfSession(after, version))),
                author);
    }
}

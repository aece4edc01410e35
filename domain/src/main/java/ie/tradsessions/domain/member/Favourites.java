package ie.tradsessions.domain.member;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.session.SessionId;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The sessions that a member follows.
 *
 * @param sessions in the order in which they were added, each once, at most {@value #MAX_SESSIONS}
 */
public record Favourites(MemberId member, List<SessionId> sessions) {
    private static final int MAX_SESSIONS = 200;

    public Favourites {
        sessions = List.copyOf(new LinkedHashSet<>(sessions));
        if (sessions.size() > MAX_SESSIONS) {
            throw new InvalidValue("favourites", "at most " + MAX_SESSIONS + " sessions");
        }
    }

    public static Favourites none(MemberId member) {
        return new Favourites(member, List.of());
    }

    /** @throws InvalidValue if there are as many as may be, and the session is none of them */
    public Favourites with(SessionId session) {
        LinkedHashSet<SessionId> all = new LinkedHashSet<>(sessions);
        all.add(session);
        return new Favourites(member, List.copyOf(all));
    }

    public Favourites without(SessionId session) {
        return new Favourites(
                member,
                sessions.stream().filter(other -> !other.equals(session)).toList());
    }
}

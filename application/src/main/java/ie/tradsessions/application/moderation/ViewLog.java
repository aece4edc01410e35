package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.LogEntry;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows moderators what they have decided, newest first. */
public final class ViewLog {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 100;

    private final DecisionLog log;
    private final MemberNames names;

    public ViewLog(DecisionLog log, MemberNames names) {
        this.log = log;
        this.names = names;
    }

    public record Query(Identity who, int limit, @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    /** @param by the name of the moderator, or null where that is a former member */
    public record Line(LogEntry entry, @Nullable String by) {}

    /**
     * Empty where the member is no moderator.
     *
     * @throws ie.tradsessions.domain.InvalidValue on the field {@code cursor} if no earlier page gave the token
     */
    public Optional<Page<Line>> view(Query query) {
        if (!query.who().moderator()) {
            return Optional.empty();
        }
        Page<LogEntry> page = log.read(query.limit(), query.after());
        Map<MemberId, String> known = names.of(
                page.items().stream().map(LogEntry::moderator).distinct().toList());
        return Optional.of(page.map(entry -> new Line(entry, known.get(entry.moderator()))));
    }
}

package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.moderation.DecisionLog;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.moderation.LogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class InMemoryDecisionLog implements DecisionLog {
    private final InMemoryStore store;

    InMemoryDecisionLog(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page<LogEntry> read(int limit, @Nullable PageToken after) {
        LogEntry last = after == null
                ? null
                : store.moderation(its -> its.logged(after.value()))
                        .orElseThrow(() -> new InvalidValue("cursor", "as an earlier answer gave it"));
        List<LogEntry> found = store.moderation(its -> its.newest(limit + 1, last));
        boolean goesOn = found.size() > limit;
        List<LogEntry> shown = goesOn ? found.subList(0, limit) : found;
        return new Page<>(shown, goesOn ? new PageToken(ModerationMemory.tokenOf(shown.getLast())) : null);
    }
}

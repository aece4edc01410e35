package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What {@link InMemoryStore} holds of moderation; under that one's lock. */
final class ModerationMemory {
    private static final Comparator<Versioned<Case>> LONGEST_WAITING = Comparator.comparing(
                    (Versioned<Case> its) -> its.value().openedAt())
            .thenComparing(its -> its.value().subject().toString());

    private static final Comparator<Notice> NEWEST = Comparator.comparing(
                    (Notice notice) -> notice.decided().at())
            .reversed()
            .thenComparing(notice -> notice.subject().toString());

    private final Map<Subject, Versioned<Case>> cases = new HashMap<>();
    private final NavigableSet<Versioned<Case>> queue = new TreeSet<>(LONGEST_WAITING);
    private final NavigableSet<LogEntry> log = new TreeSet<>();
    private final Map<MemberId, Map<Subject, Notice>> notices = new HashMap<>();
    private final Map<VenueId, Versioned<MergeRecord>> merges = new HashMap<>();

    Optional<Versioned<Case>> find(Subject subject) {
        return Optional.ofNullable(cases.get(subject));
    }

    List<Versioned<Case>> open(int limit) {
        return queue.stream().limit(limit).toList();
    }

    /** @param after the last that was read, or null at the beginning */
    List<LogEntry> newest(int limit, @Nullable LogEntry after) {
        NavigableSet<LogEntry> rest = after == null ? log : log.headSet(after, false);
        return rest.descendingSet().stream().limit(limit).toList();
    }

    Optional<LogEntry> logged(String token) {
        return log.stream().filter(entry -> tokenOf(entry).equals(token)).findFirst();
    }

    static String tokenOf(LogEntry entry) {
        return entry.at() + " " + entry.position() + " " + entry.subject();
    }

    List<Notice> notices(MemberId member) {
        return notices.getOrDefault(member, Map.of()).values().stream()
                .sorted(NEWEST)
                .toList();
    }

    Optional<Versioned<MergeRecord>> merge(VenueId from) {
        return Optional.ofNullable(merges.get(from));
    }

    boolean isNext(Change.OfModeration change) {
        return switch (change) {
            case Change.SaveCase its ->
                its.version() == version(cases.get(its.next().subject())) + 1;
            case Change.AppendDecision(var entry) -> !log.contains(entry);
            case Change.SaveNotice notice -> true;
            case Change.DropNotice notice -> true;
            case Change.SaveMerge(var record, var version) -> version == version(merges.get(record.from())) + 1;
            case Change.DropMerge(var from, var version) -> version == version(merges.get(from));
        };
    }

    private static long version(@Nullable Versioned<?> known) {
        return known == null ? 0 : known.version();
    }

    private void put(Versioned<Case> next) {
        Versioned<Case> before = cases.put(next.value().subject(), next);
        if (before != null) {
            queue.remove(before);
        }
        if (next.value().isOpen()) {
            queue.add(next);
        }
    }

    void put(Change.OfModeration change) {
        switch (change) {
            case Change.SaveCase its -> put(new Versioned<>(its.next(), its.version()));
            case Change.AppendDecision(var entry) -> log.add(entry);
            case Change.SaveNotice(var notice) ->
                notices.computeIfAbsent(notice.author(), author -> new HashMap<>())
                        .put(notice.subject(), notice);
            case Change.DropNotice(var author, var subject) -> {
                Map<Subject, Notice> its = notices.get(author);
                if (its != null && its.remove(subject) != null && its.isEmpty()) {
                    notices.remove(author);
                }
            }
            case Change.SaveMerge(var record, var version) ->
                merges.put(record.from(), new Versioned<>(record, version));
            case Change.DropMerge(var from, var version) -> merges.remove(from);
        }
    }
}

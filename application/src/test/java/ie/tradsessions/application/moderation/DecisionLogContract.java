package ie.tradsessions.application.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.Subject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link DecisionLog} promises. */
public abstract class DecisionLogContract extends StorageContract {
    private static final Instant NOW = GeneratedSessions.NOW;

    @Test
    void of_decisions_that_nobody_made_nothing_is_kept() {
        assertThat(storage().decisionLog().read(10, null)).isEqualTo(new Page<LogEntry>(List.of(), null));
    }

    @Test
    void decisions_are_read_whole_and_page_by_page_the_newest_first() {
        List<LogEntry> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(entry(i + 1, NOW.plusSeconds(i / 2), decision(i)));
        }
        all.forEach(this::append);
        all.sort(Comparator.reverseOrder());

        List<LogEntry> read = new ArrayList<>();
        PageToken next = null;
        do {
            Page<LogEntry> page = storage().decisionLog().read(3, next);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            read.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(read).isEqualTo(all);
    }

    @Test
    void what_was_decided_at_the_same_moment_is_all_kept_and_the_last_page_says_that_it_is() {
        List<LogEntry> all = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            Subject subject = new Subject.OfVenue(VenueBuilder.idOf(name));
            Decided decided = new Decided(new Decision.Keep(), "As the house rules say.", NOW);
            all.add(new LogEntry(1, People.MODERATOR.member(), subject, decided, null, null));
        }
        all.forEach(this::append);

        Page<LogEntry> first = storage().decisionLog().read(2, null);
        Page<LogEntry> second = storage().decisionLog().read(2, first.next());

        assertThat(first.items()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(storage().decisionLog().read(2, first.next())).isEqualTo(second);
    }

    @Test
    void what_was_decided_while_somebody_reads_does_not_disturb_the_pages() {
        for (int i = 1; i <= 4; i++) {
            append(entry(i, NOW.plusSeconds(i), new Decision.Keep()));
        }
        Page<LogEntry> first = storage().decisionLog().read(2, null);
        append(entry(9, NOW.plusSeconds(9), new Decision.Hide()));

        assertThat(storage().decisionLog().read(2, first.next()).items())
                .extracting(LogEntry::position)
                .containsExactly(2L, 1L);
    }

    @Test
    void a_decision_is_never_replaced() {
        LogEntry entry = entry(1, NOW, new Decision.Hide());
        append(entry);
        LogEntry other = new LogEntry(
                1,
                People.CATHAL.member(),
                entry.subject(),
                new Decided(new Decision.Keep(), "Another note.", NOW),
                "Another name",
                null);

        assertThat(attempt(other)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(attempt(entry)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(storage().decisionLog().read(10, null).items()).containsExactly(entry);
    }

    @Test
    void no_change_but_one_more_decision_touches_the_log() {
        assertThat(Stream.concat(
                                Stream.of(Change.class.getPermittedSubclasses()),
                                Stream.of(Change.OfModeration.class.getPermittedSubclasses()))
                        .filter(Class::isRecord)
                        .filter(change -> Stream.of(change.getRecordComponents())
                                .map(RecordComponent::getGenericType)
                                .anyMatch(type -> type.getTypeName().contains(LogEntry.class.getName()))))
                .containsExactly(Change.AppendDecision.class);
        assertThat(DecisionLog.class.getDeclaredMethods())
                .singleElement()
                .satisfies(method -> assertThat(method.getName()).isEqualTo("read"));
    }

    @Test
    void a_token_that_no_page_gave_is_refused() {
        assertThatThrownBy(() -> storage().decisionLog().read(10, new PageToken("yesterday")))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("cursor"));
    }

    private static Decision decision(int number) {
        return switch (number % 5) {
            case 0 -> new Decision.Keep();
            case 1 -> new Decision.Hide();
            case 2 -> new Decision.Remove();
            case 3 -> new Decision.Merge(VenueBuilder.idOf("b"));
            default -> new Decision.Block(number);
        };
    }

    private void append(LogEntry entry) {
        assertThat(attempt(entry)).isEqualTo(new ChangeOutcome.Saved());
    }

    private ChangeOutcome attempt(LogEntry entry) {
        return storage().changes().save(List.of(new Change.AppendDecision(entry)));
    }

    private static LogEntry entry(int position, Instant at, Decision decision) {
        return new LogEntry(
                position,
                People.MODERATOR.member(),
                new Subject.OfSession(SessionBuilder.idOf("a")),
                new Decided(decision, "As the house rules say.", at),
                position % 2 == 0 ? null : "The Crane",
                decision instanceof Decision.Merge ? "Crane Bar" : null);
    }
}

package ie.tradsessions.application.membership;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.domain.MemberId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a name is remembered, and by whose word. */
class MemberNamesTest {
    private static final MemberId NIAMH = People.NIAMH.member();

    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final List<String> reads = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    /** Those of another process than the one in which members change theirs. */
    private final MemberNames names = new MemberNames(
            InterceptedStorage.of(ports.storage(), new InterceptedStorage.Interceptor() {
                        @Override
                        public void after(Object port, String call, Object[] arguments, Object answer) {
                            reads.add(call);
                            meanwhile.run();
                        }
                    })
                    .members(),
            clock);

    @Test
    void a_name_is_read_once_a_minute() {
        members.name(People.NIAMH, "Niamh", 0);
        for (int second = 0; second < 120; second++) {
            assertThat(names.of(List.of(NIAMH))).isEqualTo(Map.of(NIAMH, "Niamh"));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(reads).hasSize(2);
    }

    @Test
    void what_is_told_here_holds_at_once() {
        members.name(People.NIAMH, "Niamh", 0);
        names.of(List.of(NIAMH));

        names.renamed(NIAMH, "Niamh of Doolin");
        assertThat(names.of(List.of(NIAMH))).isEqualTo(Map.of(NIAMH, "Niamh of Doolin"));

        names.forgotten(NIAMH);
        assertThat(names.of(List.of(NIAMH))).isEmpty();
        assertThat(reads).hasSize(1);
    }

    @Test
    void a_read_that_was_under_way_does_not_bring_the_former_name_back() {
        members.name(People.NIAMH, "Niamh", 0);
        meanwhile = () -> names.renamed(NIAMH, "Niamh of Doolin");
        names.of(List.of(NIAMH));

        assertThat(names.of(List.of(NIAMH))).isEqualTo(Map.of(NIAMH, "Niamh of Doolin"));
    }

    @Test
    void no_more_than_some_are_remembered() {
        for (int i = 0; i < 3_000; i++) {
            names.renamed(People.member("member " + i).member(), "Name");
        }
        assertThat(names.of(List.of(People.member("member 2999").member()))).hasSize(1);
        assertThat(names.of(List.of(People.member("member 0").member()))).isEmpty();
    }
}

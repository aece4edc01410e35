package ie.tradsessions.adapters.dynamodb.derived;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.DynamoPorts;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.TableContent;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RebuildTest {
    private static final GeneratedSessions GENERATED = GeneratedSessions.of(24, 17);

    private final LocalDynamo dynamo = new LocalDynamo();
    private final Table table = dynamo.table();
    private final Rebuild rebuild = new Rebuild(table, () -> GeneratedSessions.NOW, LocalDynamo.tokens());
    private Map<Key, Map<String, AttributeValue>> sound;

    @BeforeEach
    void store() {
        Layout.check(table);
        Ports ports = DynamoPorts.on(table);
        GENERATED.saveTo(ports.venues(), ports.sessions(), ports.feedbacks());
        Rebuild.Report report = rebuild.run(looked -> {});
        assertThat(report.wrong()).as("nothing was derived before").isPositive();
        sound = TableContent.of(table);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    @Test
    void what_a_rebuild_makes_is_what_the_stream_would_have_made() {
        try (LocalDynamo other = new LocalDynamo()) {
            Table streamed = other.table();
            Layout.check(streamed);
            Ports ports = DynamoPorts.on(streamed);
            GENERATED.saveTo(ports.venues(), ports.sessions(), ports.feedbacks());
            Derivation derivation = new Derivation(streamed, () -> GeneratedSessions.NOW, LocalDynamo.tokens());
            GENERATED
                    .venues()
                    .forEach(venue ->
                            derivation.refreshAll(List.of("V#" + venue.id().value())));
            GENERATED
                    .sessions()
                    .forEach(session ->
                            derivation.refreshAll(List.of("S#" + session.id().value())));
            assertThat(sound).isEqualTo(TableContent.of(streamed));
        }
    }

    @Test
    void nothing_is_wrong_with_what_has_been_derived() {
        List<Long> told = new ArrayList<>();
        Rebuild.Report report = rebuild.run(told::add);
        int venues = GENERATED.venues().size();
        int sessions = GENERATED.sessions().size();
        assertThat(report).isEqualTo(new Rebuild.Report(venues, sessions, 0, List.of()));
        assertThat(rebuild.count()).isEqualTo(venues + sessions);
        assertThat(told).isSorted().endsWith((long) venues + sessions);
        assertThat(TableContent.of(table)).isEqualTo(sound);
    }

    @Test
    void a_list_that_lost_some_of_its_sessions_has_them_again() {
        List<Key> lost = some(key -> key.partition().startsWith("r#"), 7);
        table.write(new Table.Changes(List.of(), lost));
        assertRepaired(lost.size(), lost);
    }

    @Test
    void a_card_that_tells_something_else_is_written_anew() {
        Key key = some(one -> one.partition().startsWith("g#"), 1).getFirst();
        Map<String, AttributeValue> changed = new HashMap<>(sound.get(key));
        changed.put("c", AttributeValue.fromB(SdkBytes.fromUtf8String("nonsense")));
        table.write(new Table.Changes(List.of(new Item(key, changed)), List.of()));
        assertRepaired(1, List.of(key));
    }

    @Test
    void what_stands_in_a_list_without_a_reason_is_taken_out() {
        Key session = some(key -> key.partition().startsWith("n#"), 1).getFirst();
        List<Item> strays = List.of(
                new Item(new Key("n#ATLANTIS", session.sort()), sound.get(session)),
                new Item(new Key("t#zzz", "0123456789a" + "zzzzzzzzzzzzzzzz"), sound.get(session)),
                new Item(new Key("vn#*", "nobody's"), Map.of()));
        table.write(new Table.Changes(strays, List.of()));
        assertRepaired(strays.size(), strays.stream().map(Item::key).toList());
    }

    @Test
    void counts_are_counted_again() {
        Key county = some(key -> key.partition().equals(Tallies.PARTITION), 1).getFirst();
        table.add(List.of(new Table.Addition(county, Map.of("sessions", 3L, "venues", -1L))), "wrong");
        assertRepaired(1, List.of(county));
    }

    @Test
    void a_copy_of_a_venue_and_what_keeps_it_fresh_are_made_again() {
        List<Key> lost = new ArrayList<>(some(key -> key.sort().startsWith("c#") && isSession(key), 2));
        lost.addAll(some(key -> key.sort().startsWith("m#"), 2));
        table.write(new Table.Changes(List.of(), lost));
        assertRepaired(lost.size(), lost);
    }

    @Test
    void a_manifest_that_is_gone_is_written_again_and_nothing_counted_twice() {
        List<Key> lost = some(key -> key.sort().equals(Manifest.SORT) && isSession(key), 3);
        table.write(new Table.Changes(List.of(), lost));
        Rebuild.Report report = rebuild.run(looked -> {});
        assertThat(report.wrong()).isPositive();
        assertThat(TableContent.of(table)).isEqualTo(sound);
        assertThat(rebuild.run(looked -> {}).wrong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_is_lost_of_what_is_derived_comes_back(long seed) {
        List<Key> derived = new ArrayList<>(sound.keySet());
        derived.removeIf(key -> isAggregate(key) || key.partition().equals("LAYOUT"));
        Collections.sort(derived, Comparator.comparing(Key::toString));
        Collections.shuffle(derived, new Random(seed));
        table.write(new Table.Changes(List.of(), derived.subList(0, derived.size() / 5)));
        assertThat(rebuild.run(looked -> {}).wrong()).isPositive();
        assertThat(TableContent.of(table)).isEqualTo(sound);
        assertThat(rebuild.run(looked -> {}).wrong()).isZero();
    }

    private void assertRepaired(int wrong, List<Key> keys) {
        Rebuild.Report report = rebuild.run(looked -> {});
        assertThat(report.wrong()).isEqualTo(wrong);
        assertThat(report.firstWrong()).hasSize(wrong);
        keys.forEach(key ->
                assertThat(report.firstWrong()).anyMatch(line -> line.startsWith(key.partition() + " " + key.sort())));
        assertThat(TableContent.of(table)).isEqualTo(sound);
        assertThat(rebuild.run(looked -> {}).wrong()).isZero();
    }

    private List<Key> some(Predicate<Key> which, int count) {
        List<Key> some = sound.keySet().stream()
                .filter(which)
                .sorted(Comparator.comparing(Key::toString))
                .limit(count)
                .toList();
        assertThat(some).hasSize(count);
        return some;
    }

    private static boolean isSession(Key key) {
        return key.partition().startsWith("S#");
    }

    private static boolean isAggregate(Key key) {
        return Subjects.isSubject(key.partition())
                && (key.sort().equals("a") || key.sort().equals("b"));
    }
}

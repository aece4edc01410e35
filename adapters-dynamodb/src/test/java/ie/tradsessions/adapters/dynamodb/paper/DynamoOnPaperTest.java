package ie.tradsessions.adapters.dynamodb.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.PortsOf;
import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.Question;
import ie.tradsessions.adapters.dynamodb.derived.AllAtOnce;
import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table on paper answers and charges as DynamoDB Local does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoOnPaperTest {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static final int MAX_OF_A_KIND = 100;
    private static final GeneratedSessions FEW = GeneratedSessions.of(50, 1607);
    private static final GeneratedSessions MANY = GeneratedSessions.of(600, 1607);

    /** A table and what it charges. */
    private static final class Charged {
        final Counter counter = new Counter();
        final Table table;
        final Ports ports;

        Charged(DynamoDbClient client) {
            table = new Table(client, LocalDynamo.TABLE, counter);
            ports = PortsOf.table(table, PortsOf.tokens());
        }

        /** Saves and derives, and answers with what each step was charged. */
        List<String> fill() {
            List<String> charged = new ArrayList<>();
            Derivation derivation = new Derivation(table, CLOCK, PortsOf.tokens());
            FEW.saveTo(ports.venues(), ports.sessions(), ports.feedbacks());
            charged.add("saving: " + counter.taken());
            for (String partition : partitions()) {
                derivation.refreshAll(List.of(partition));
                charged.add(partition + ": " + counter.taken());
            }
            return charged;
        }

        private static List<String> partitions() {
            return Stream.concat(
                            FEW.sessions().stream()
                                    .map(session -> "S#" + session.id().value()),
                            FEW.venues().stream().map(venue -> "V#" + venue.id().value()))
                    .toList();
        }
    }

    private final LocalDynamo local = new LocalDynamo();
    private final DynamoOnPaper paper = DynamoOnPaper.likeLocal();
    private final Charged onLocal = new Charged(local.client());
    private final Charged onPaper = new Charged(paper);

    @BeforeAll
    void fill() {
        List<Item> items = new ArrayList<>();
        AllAtOnce.fill(items::add, MANY, GeneratedSessions.NOW, PortsOf.tokens());
        onLocal.table.write(new Table.Changes(items, List.of()));
        items.forEach(paper::place);
    }

    @AfterAll
    void close() {
        local.close();
    }

    @ParameterizedTest
    @EnumSource
    void answers_the_same_and_charges_the_same(Question question) {
        assertThat(asked(question, onPaper)).isEqualTo(asked(question, onLocal));
    }

    @Test
    void keeps_the_same_and_charges_the_same_for_it() {
        DynamoOnPaper another = DynamoOnPaper.likeLocal();
        try (LocalDynamo emptyLocal = new LocalDynamo()) {
            assertThat(new Charged(another).fill()).isEqualTo(new Charged(emptyLocal.client()).fill());
            assertThat(items(another)).isEqualTo(items(emptyLocal.client()));
        }
    }

    @Test
    void is_filled_at_once_with_what_saving_and_deriving_puts_there() {
        DynamoOnPaper byAndBy = DynamoOnPaper.table();
        new Charged(byAndBy).fill();

        DynamoOnPaper atOnce = DynamoOnPaper.table();
        AllAtOnce.fill(atOnce::place, FEW, GeneratedSessions.NOW, PortsOf.tokens());

        assertThat(withoutRevisions(atOnce)).isEqualTo(withoutRevisions(byAndBy));
    }

    @Test
    void charges_for_what_dynamodb_local_forgets() {
        Charged charged = new Charged(DynamoOnPaper.table());

        charged.table.query(List.of(Range.whole("nothing")), Reading.EVENTUAL);
        assertThat(charged.counter.taken().readUnits()).isEqualTo(0.5);

        charged.table.get(List.of(new Key("not", "there"), new Key("nor", "here")), Reading.EVENTUAL);
        assertThat(charged.counter.taken().readUnits()).isEqualTo(1);

        charged.table.putAndAdd(
                new Item(new Key("a", "b"), Map.of()),
                Condition.NONE,
                List.of(new Table.Addition(new Key("c", "d"), Map.of("n", 1L))),
                "once");
        assertThat(charged.counter.taken().writeUnits()).isEqualTo(4);
    }

    private static List<String> asked(Question question, Charged charged) {
        return question.instances(MANY)
                .limit(MAX_OF_A_KIND)
                .map(instance -> {
                    OptionalLong bytes = instance.ask(charged.ports, charged.counter::taken);
                    return bytes + ": " + charged.counter.taken();
                })
                .toList();
    }

    private static Map<Key, Map<String, AttributeValue>> items(DynamoOnPaper paper) {
        Map<Key, Map<String, AttributeValue>> items = new HashMap<>();
        paper.items().forEach(item -> items.put(item.key(), item.attributes()));
        return items;
    }

    private static Map<Key, Map<String, AttributeValue>> items(DynamoDbClient client) {
        Map<Key, Map<String, AttributeValue>> items = new HashMap<>();
        client.scanPaginator(request -> request.tableName(LocalDynamo.TABLE))
                .items()
                .forEach(all -> {
                    Map<String, AttributeValue> attributes = new HashMap<>(all);
                    Key key = new Key(
                            attributes.remove(Key.PARTITION).s(),
                            attributes.remove(Key.SORT).s());
                    items.put(key, attributes);
                });
        return items;
    }

    /** Which tell only how often something was derived. */
    private static Map<String, Map<String, AttributeValue>> withoutRevisions(DynamoOnPaper paper) {
        Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
        paper.items().forEach(item -> items.put(item.key().toString(), withoutRevision(item)));
        return items;
    }

    private static Map<String, AttributeValue> withoutRevision(Item item) {
        Map<String, AttributeValue> attributes = new HashMap<>(item.attributes());
        if (item.key().sort().equals("0")) {
            attributes.remove("r");
        }
        return attributes;
    }
}

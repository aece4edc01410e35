package ie.tradsessions.adapters.dynamodb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LayoutTest {
    private static final Key LAYOUT = new Key("LAYOUT", "0");

    private final Table table = LocalDynamo.newTable();

    @Test
    void a_new_table_has_the_layout_of_the_program_that_found_it() {
        Layout.check(table);
        assertThat(content()).containsExactly(new Item(LAYOUT, Map.of("v", AttributeValue.fromN("" + Layout.VERSION))));
        assertThatCode(() -> Layout.check(table)).doesNotThrowAnyException();
    }

    @Test
    void an_older_program_keeps_its_hands_off_a_newer_table() {
        has(Layout.VERSION + 1);
        refuses("layout " + (Layout.VERSION + 1), "written by a newer program", "use the newer one");
    }

    @Test
    void a_newer_program_says_how_an_older_table_is_taken_over() {
        has(Layout.VERSION - 1);
        refuses("layout " + (Layout.VERSION - 1), "./run export FILE", "./run import FILE");
    }

    @Test
    void a_table_of_something_else_is_left_alone() {
        put(new Item(new Key("customer#1", "order#7"), Map.of()));
        refuses("name another table");
    }

    @Test
    void a_table_that_tells_its_layout_otherwise_is_left_alone() {
        put(new Item(LAYOUT, Map.of("v", AttributeValue.fromS("one"))));
        refuses("does not tell its layout");
    }

    private void refuses(String... words) {
        List<Item> before = content();
        assertThatExceptionOfType(UnsupportedLayout.class)
                .isThrownBy(() -> Layout.check(table))
                .withMessageContainingAll(words)
                .withMessageContaining(table.name());
        assertThat(content()).isEqualTo(before);
    }

    private void has(int version) {
        put(new Item(LAYOUT, Map.of("v", AttributeValue.fromN("" + version))));
    }

    private void put(Item item) {
        assertThat(table.put(item, Condition.NONE)).isEqualTo(new PutOutcome.Stored());
    }

    private List<Item> content() {
        List<Item> items = new ArrayList<>();
        table.scan(items::add);
        return items;
    }
}

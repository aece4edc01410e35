package ie.tradsessions.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bill and its picture, from the prices and from the counts that {@code docs/costs.md} states. */
class BillTest {
    private static final CostsDocument DOCUMENT = new CostsDocument();
    private static final Prices PRICES = new Prices();
    private static final Bill BILL = new Bill(PRICES, DOCUMENT.counted());

    @Test
    void the_document_has_the_dollars_that_its_counts_and_the_prices_give() {
        check(BILL);
    }

    @Test
    @Tag("long")
    void so_it_has_if_everything_is_counted_anew() {
        check(new Bill(PRICES, CostMeasurement.counted(new PrintStream(OutputStream.nullOutputStream()))));
    }

    private static void check(Bill bill) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        bill.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(DOCUMENT.lines())
                .containsAll(printed.toString(StandardCharsets.UTF_8).lines().toList());
        assertThat(CostsDocument.read("costs.svg")).isEqualTo(bill.picture());
    }

    @Test
    void every_price_says_where_and_when_it_was_seen() {
        assertThat(PRICES.names()).isNotEmpty().allSatisfy(price -> {
            assertThat(PRICES.number(price)).as(price).isPositive();
            assertThat(PRICES.source(price)).as(price).containsPattern("[a-z]+.*\\b20\\d\\d-\\d\\d-\\d\\d\\b");
        });
    }

    @Property(tries = 200)
    void more_visitors_never_cost_less(
            @ForAll @IntRange(max = 2_000_000) int visitors,
            @ForAll @IntRange(max = 1_000_000) int more,
            @ForAll boolean cached) {
        assertThat(BILL.month(visitors + more, cached).total())
                .isGreaterThanOrEqualTo(BILL.month(visitors, cached).total());
    }

    @Property(tries = 200)
    void what_the_edge_keeps_saves_money(@ForAll @IntRange(min = 1, max = 2_000_000) int visitors) {
        assertThat(BILL.month(visitors, true).total())
                .isLessThan(BILL.month(visitors, false).total());
    }

    @Property(tries = 50)
    void the_parts_of_the_picture_are_the_whole_bill(@ForAll @IntRange(max = 2_000_000) int visitors) {
        Month month = BILL.month(visitors, true);

        double parts = 0;
        for (Expense.Part part : Expense.Part.values()) {
            parts += month.dollars(part);
        }
        assertThat(parts).isEqualTo(month.total(), within(1e-6));
    }
}

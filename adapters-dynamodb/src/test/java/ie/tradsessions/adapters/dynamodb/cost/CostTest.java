package ie.tradsessions.adapters.dynamodb.cost;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.cost.CostTable.Measured;
import ie.tradsessions.adapters.dynamodb.cost.Question.Target;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable.Change;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No question costs more than it did: where a target is met, the target; where it is not, what was reached. */
class CostTest {
    /** What a question may cost; a target that is missed is one of these. */
    private record Ceiling(double mean, double p99, int trips) {}

    /**
     * Why these are dearer than their targets. By next night no list stands in that order, so all of three weekdays are
     * read. Two words are looked up in the lists of both, and those hold much that the other word does not begin. Near me
     * and a map's box find towns of 60 to 600 sessions within 1.5 km: what is read besides the 20 that are shown is what
     * shares a range of the curve with them. An area holds sessions that are not read by place but by rank. The export
     * gets aggregates one by one, and each is charged by itself.
     */
    private static final Map<Question, Ceiling> MISSED = Map.ofEntries(
            Map.entry(Question.NEXT_NIGHT, new Ceiling(51, 51, 1)),
            Map.entry(Question.NEXT_NIGHT_IN_A_COUNTY, new Ceiling(3.6, 5, 2)),
            Map.entry(Question.WORD, new Ceiling(0.65, 2.5, 2)),
            Map.entry(Question.WORD_2, new Ceiling(0.65, 2.5, 2)),
            Map.entry(Question.TWO_WORDS, new Ceiling(3.2, 10, 3)),
            Map.entry(Question.COUNTY_NAME, new Ceiling(1.4, 4.5, 4)),
            Map.entry(Question.NEAR, new Ceiling(4.1, 15.5, 4)),
            Map.entry(Question.NEAR_2, new Ceiling(2.2, 13, 9)),
            Map.entry(Question.NEAR_ON_A_WEEKDAY, new Ceiling(1.7, 7.5, 4)),
            Map.entry(Question.VENUES_NEARBY, new Ceiling(3.9, 10.5, 4)),
            Map.entry(Question.VENUE_BY_NAME, new Ceiling(0.65, 3, 3)),
            Map.entry(Question.VENUE_BY_NAME_2, new Ceiling(0.65, 3, 3)),
            Map.entry(Question.AREA, new Ceiling(1.5, 3.5, 1)),
            Map.entry(Question.MAP_BOX, new Ceiling(4.7, 36, 6)),
            Map.entry(Question.EXPORT, new Ceiling(252, 252, 2)));

    /** In the same towns: what is dense at 8,000 is ten times as dense. */
    private static final Map<Question, Ceiling> MISSED_BY_MANY = Map.ofEntries(
            Map.entry(Question.NEXT_NIGHT, new Ceiling(490, 490, 4)),
            Map.entry(Question.NEXT_NIGHT_IN_A_COUNTY, new Ceiling(12.5, 48, 1)),
            Map.entry(Question.WORD, new Ceiling(0.7, 2.5, 3)),
            Map.entry(Question.WORD_2, new Ceiling(0.7, 2.5, 3)),
            Map.entry(Question.TWO_WORDS, new Ceiling(14, 94, 5)),
            Map.entry(Question.COUNTY_NAME, new Ceiling(1.4, 4.5, 3)),
            Map.entry(Question.NEAR, new Ceiling(7, 11, 4)),
            Map.entry(Question.NEAR_2, new Ceiling(5.8, 11, 5)),
            Map.entry(Question.NEAR_ON_A_WEEKDAY, new Ceiling(4.5, 11.5, 4)),
            Map.entry(Question.VENUES_NEARBY, new Ceiling(7.8, 13, 4)),
            Map.entry(Question.VENUE_BY_NAME, new Ceiling(0.75, 7.5, 4)),
            Map.entry(Question.VENUE_BY_NAME_2, new Ceiling(0.7, 3, 3)),
            Map.entry(Question.AREA, new Ceiling(3.5, 4, 1)),
            Map.entry(Question.MAP_BOX, new Ceiling(17.5, 182, 6)),
            Map.entry(Question.EXPORT, new Ceiling(252, 252, 2)));

    @Test
    void questions_cost_no_more_than_they_may_at_8000_sessions() {
        check(CostTable.of(8_000), MISSED);
    }

    @Test
    @Tag("long")
    void questions_cost_no_more_than_they_may_at_80000_sessions() {
        check(CostTable.of(80_000), MISSED_BY_MANY);
    }

    private static void check(CostTable table, Map<Question, Ceiling> missed) {
        SoftAssertions all = new SoftAssertions();
        assertThat(table.measured().keySet()).isEqualTo(EnumSet.allOf(Question.class));
        table.measured().forEach((question, cost) -> {
            Ceiling ceiling = missed.get(question);
            String shown = "%s: mean %.2f, p99 %.1f, trips %d"
                    .formatted(question, cost.mean(), cost.percentile(99), cost.mostTrips());
            all.assertThat(ceiling == null ? meets(cost, question.target()) : within(cost, ceiling))
                    .as(shown)
                    .isTrue();
        });
        all.assertAll();
    }

    private static boolean within(Measured cost, Ceiling ceiling) {
        return cost.mean() <= ceiling.mean()
                && cost.percentile(99) <= ceiling.p99()
                && cost.mostTrips() <= ceiling.trips();
    }

    private static boolean meets(Measured cost, Target target) {
        boolean cheap = switch (target) {
            case A_LIST, A_PAGE -> cost.most() <= 1;
            case NEAR_ON_A_WEEKDAY -> cost.mean() <= 1.1 && cost.percentile(99) <= 2;
            case HALF_MORE -> cost.mean() <= 1.5 * cost.floor();
            case NONE -> true;
        };
        return cheap && cost.mostTrips() == 1 && cost.mostSideBySide() <= 4;
    }

    @Test
    void changes_cost_no_more_than_they_did() {
        Map<Change, WriteTable.Measured> measured = WriteTable.measure();

        assertThat(measured.get(Change.REGISTER).derived().writeUnits()).isLessThan(27);
        assertThat(measured.get(Change.PUBLISH).derived().writeUnits()).isLessThan(60);
        assertThat(measured.get(Change.CHANGE).derived().writeUnits()).isLessThan(33);
        assertThat(measured.get(Change.CHANGE_UNSEEN).derived().writeUnits()).isZero();
        assertThat(measured.get(Change.CONFIRM).derived().writeUnits()).isLessThan(58);
        assertThat(measured.get(Change.RENAME).derived().writeUnits()).isLessThan(94);
        assertThat(Set.copyOf(measured.values().stream()
                        .map(cost -> cost.saved().writeUnits())
                        .toList()))
                .containsExactly(1.0);
    }
}

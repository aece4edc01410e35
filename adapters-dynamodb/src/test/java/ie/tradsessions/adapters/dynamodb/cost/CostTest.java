package ie.tradsessions.adapters.dynamodb.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No question and no change costs more than it may. */
class CostTest {
    private static final Counter.Cost NOTHING = new Counter.Cost(0, 0, 0, 0, 0);

    /** They read something of their own besides the journal. */
    private static final Set<Question> OF_THE_TABLE = Set.of(Question.SESSION_PAGE, Question.EXPORT);

    @Test
    void a_question_costs_half_a_unit_and_nothing_within_the_second() {
        Map<Question, CostTable.Measured> measured = CostTable.measure(600);

        measured.forEach((question, cost) -> {
            if (!OF_THE_TABLE.contains(question)) {
                assertThat(cost.unchanged()).as(question.title()).isEqualTo(new Counter.Cost(0.5, 0, 1, 1, 1));
                assertThat(cost.withinTheSecond()).as(question.title()).isEqualTo(NOTHING);
                assertThat(cost.oneChanged()).as(question.title()).isEqualTo(new Counter.Cost(1, 0, 2, 2, 1));
            }
        });
        CostTable.Measured page = measured.get(Question.SESSION_PAGE);
        assertThat(page.unchanged().readUnits()).isEqualTo(1);
        assertThat(page.withinTheSecond()).isEqualTo(new Counter.Cost(0.5, 0, 1, 1, 1));
        // Half a unit for each of 500 venues.
        assertThat(measured.get(Question.EXPORT).withinTheSecond().readUnits()).isEqualTo(250);
    }

    @Test
    void a_change_costs_four_units() {
        WriteTable.measure()
                .forEach((change, costs) ->
                        assertThat(costs).as(change.title()).containsOnly(new Counter.Cost(0, 4, 1, 1, 1)));
    }

    @Test
    void a_change_by_a_member_costs_eight_units_at_most_with_its_guard_and_the_journal() {
        Map<String, Counter.Cost> measured = MemberTable.measure();
        MemberTable.print(measured, System.out);

        // Not one change, but one for each session and each corrected venue that names the member.
        Counter.Cost deletion = Objects.requireNonNull(measured.remove("delete a member"));
        assertThat(deletion.writeUnits()).isEqualTo(6 + 4 + 2);
        assertThat(measured).allSatisfy((what, cost) -> {
            assertThat(cost.writeUnits()).as(what).isLessThanOrEqualTo(8);
            // One trip stores all of it; what it is judged by is read before.
            assertThat(cost.trips()).as(what).isLessThanOrEqualTo(4);
        });
        assertThat(measured.get("publish a session")).isEqualTo(new Counter.Cost(1, 6, 2, 2, 1));
        assertThat(measured.get("change a session")).isEqualTo(new Counter.Cost(2, 6, 3, 3, 1));
        assertThat(measured.get("correct a venue").writeUnits()).isEqualTo(8);
        assertThat(measured.get("take over a session that was offered").writeUnits())
                .isEqualTo(8);
    }

    @Test
    void a_profile_costs_one_and_a_half_units_at_most_and_one_trip() {
        Counter.Cost profile = MemberTable.measure().get("the profile");

        assertThat(profile.readUnits()).isLessThanOrEqualTo(1.5);
        assertThat(profile.writeUnits()).isZero();
        assertThat(profile.trips()).isEqualTo(1);
    }

    @Test
    void a_fresh_process_reads_the_snapshot_in_three_trips_and_a_fold_is_paid_for_by_the_saves() {
        check(LoadTable.measure(2_500));
    }

    @Test
    @Tag("long")
    void so_it_is_with_8000_sessions() {
        check(LoadTable.measure(8_000));
    }

    private static void check(LoadTable.Measured measured) {
        double snapshot = measured.bytes() / 8192.0;
        LoadTable.printHeader(System.out);
        LoadTable.print(measured, System.out);
        assertThat(measured.load().trips()).isEqualTo(3);
        // The head, the journal, and what each chunk is charged for beyond its bytes.
        assertThat(measured.load().readUnits()).isBetween(snapshot, snapshot * 1.02 + 1.5 + measured.chunks());
        assertThat(measured.fold().writeUnits() / measured.saves()).isLessThanOrEqualTo(1);
    }
}

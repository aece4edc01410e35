package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.CostTable.Measured;
import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.adapters.dynamodb.cost.Question;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable.Change;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was counted on DynamoDB Local, from which the bill is made.
 *
 * @param members what each thing costs that a member does, by what it is called
 * @param load of the index, at as many sessions as the bill is for
 */
record CountedCosts(
        Map<Question, Measured> questions,
        Map<Change, List<Counter.Cost>> changes,
        Map<String, Counter.Cost> members,
        LoadTable.Measured load) {
    /** As if it were asked a second or more after the last question: what is asked more often costs nothing more. */
    double readUnits(Question question) {
        return Objects.requireNonNull(questions.get(question)).unchanged().readUnits();
    }

    double writeUnits(Change change) {
        return WriteTable.mean(Objects.requireNonNull(changes.get(change)));
    }

    Counter.Cost ofMember(String what) {
        return Objects.requireNonNull(members.get(what), what);
    }
}

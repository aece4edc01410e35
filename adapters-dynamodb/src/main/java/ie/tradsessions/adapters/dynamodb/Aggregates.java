package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.Versions;
import ie.tradsessions.adapters.dynamodb.table.Calls;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.PutOutcome;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Loads and saves aggregates, each of which is one item. */
final class Aggregates {
    private final Table table;
    private final Supplier<String> tokens;
    private final Consumer<String> saved;

    /**
     * @param tokens gives one that no save has had
     * @param saved is told the partition of what has been saved
     */
    Aggregates(Table table, Supplier<String> tokens, Consumer<String> saved) {
        this.table = table;
        this.tokens = tokens;
        this.saved = saved;
    }

    boolean isStored(Key key) {
        return table.get(key, Reading.CONSISTENT).isPresent();
    }

    <T> Optional<Versioned<T>> find(Key key, Function<Map<String, AttributeValue>, T> read) {
        return table.get(key, Reading.CONSISTENT)
                .map(item -> new Versioned<>(read.apply(item.attributes()), Versions.of(item)));
    }

    SaveOutcome save(Key key, Map<String, AttributeValue> attributes, long expectedVersion) {
        String token = tokens.get();
        long version = expectedVersion + 1;
        Condition condition = expectedVersion == SaveOutcome.NEW
                ? Condition.ABSENT
                : Condition.equal(Versions.VERSION, expectedVersion);
        Item item = new Item(key, Versions.with(attributes, version, token));
        SaveOutcome outcome = switch (table.put(item, condition)) {
            case PutOutcome.Stored() -> new SaveOutcome.Saved(version);
            case PutOutcome.Refused(var feedback, var perhapsStoredBefore) ->
                refused(token, version, feedback, perhapsStoredBefore);
        };
        if (outcome instanceof SaveOutcome.Saved) {
            saved.accept(key.partition());
        }
        return outcome;
    }

    private static SaveOutcome refused(String token, long version, Item feedback, boolean perhapsStoredBefore) {
        if (Versions.savedBy(token, feedback)) {
            return new SaveOutcome.Saved(version);
        }
        long now = feedback.attributes().isEmpty() ? SaveOutcome.NEW : Versions.of(feedback);
        // What stands there may be built upon what was stored before the answer was lost.
        if (perhapsStoredBefore && now > version) {
            throw Calls.outcomeUnknown();
        }
        return new SaveOutcome.Stale(now);
    }
}

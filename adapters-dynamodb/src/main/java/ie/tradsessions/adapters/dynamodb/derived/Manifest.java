package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What has been derived from one aggregate, so that whatever stands in lists because of it can be found again.
 *
 * @param revision one more with every change of the manifest
 * @param current what stands in the lists, or null where nothing does yet
 * @param attempts what somebody has begun to put in their place and, as far as is known, not ended
 * @param shownVersion the version of the aggregate of which copies elsewhere are made
 */
record Manifest(
        long revision, @Nullable Map<String, AttributeValue> current, List<Attempt> attempts, long shownVersion) {
    /** Sorts before everything else in the partition, and is not read with a page. */
    static final String SORT = "0";

    static final Manifest NONE = new Manifest(0, null, List.of(), 0);

    private static final String REVISION = "r";
    private static final String CURRENT = "d";
    private static final String ATTEMPTS = "q";
    private static final String SHOWN_VERSION = "x";
    private static final String BY = "w";
    private static final String AT = "n";

    /** @param by whose attempt it is */
    record Attempt(Map<String, AttributeValue> derived, String by, Instant at) {}

    Manifest {
        attempts = List.copyOf(attempts);
    }

    static Manifest read(@Nullable Item item) {
        if (item == null) {
            return NONE;
        }
        Map<String, AttributeValue> from = item.attributes();
        AttributeValue current = from.get(CURRENT);
        List<Attempt> attempts = new ArrayList<>();
        AttributeValue begun = from.get(ATTEMPTS);
        if (begun != null) {
            begun.l().forEach(one -> attempts.add(attempt(one.m())));
        }
        return new Manifest(
                number(from, REVISION), current == null ? null : current.m(), attempts, number(from, SHOWN_VERSION));
    }

    /** Whether nothing needs to be done for this to be what stands in the lists. */
    boolean stands(Map<String, AttributeValue> derived, long version) {
        return derived.equals(current) && attempts.isEmpty() && shownVersion == version;
    }

    Manifest begun(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Manifest(revision + 1, current, all, shownVersion);
    }

    /** Attempts of others are kept while they might still be at it. */
    Manifest ended(Attempt attempt, long version, Instant tooOld) {
        List<Attempt> left = attempts.stream()
                .filter(one -> !one.by().equals(attempt.by()) && one.at().isAfter(tooOld))
                .toList();
        return new Manifest(revision + 1, attempt.derived(), left, version);
    }

    Item at(String partition) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put(REVISION, number(revision));
        attributes.put(SHOWN_VERSION, number(shownVersion));
        if (current != null) {
            attributes.put(CURRENT, AttributeValue.fromM(current));
        }
        if (!attempts.isEmpty()) {
            attributes.put(
                    ATTEMPTS,
                    AttributeValue.fromL(
                            attempts.stream().map(Manifest::attributes).toList()));
        }
        return new Item(new Key(partition, SORT), attributes);
    }

    /** That the manifest is still as it was read. */
    Condition unchanged() {
        return revision == 0 ? Condition.ABSENT : Condition.equal(REVISION, revision);
    }

    private static Attempt attempt(Map<String, AttributeValue> from) {
        Map<String, AttributeValue> derived = new HashMap<>(from);
        AttributeValue by = derived.remove(BY);
        AttributeValue at = derived.remove(AT);
        if (by == null || at == null) {
            throw new IllegalStateException("an attempt by nobody: " + from.keySet());
        }
        return new Attempt(Map.copyOf(derived), by.s(), Instant.ofEpochSecond(Long.parseLong(at.n())));
    }

    private static AttributeValue attributes(Attempt attempt) {
        Map<String, AttributeValue> attributes = new HashMap<>(attempt.derived());
        attributes.put(BY, AttributeValue.fromS(attempt.by()));
        attributes.put(AT, number(attempt.at().getEpochSecond()));
        return AttributeValue.fromM(attributes);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(Map<String, AttributeValue> from, String attribute) {
        AttributeValue number = from.get(attribute);
        return number == null ? 0 : Long.parseLong(number.n());
    }
}

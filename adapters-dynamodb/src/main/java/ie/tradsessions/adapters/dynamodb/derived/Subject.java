package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.table.Item;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An aggregate as far as something is derived from it, as it was read at one moment. */
interface Subject {
    String partition();

    Manifest manifest();

    /** The version of the aggregate, where copies of it are made elsewhere; else 0. */
    long version();

    /** All that stands in lists because of it, in as few bytes as tell it. */
    Map<String, AttributeValue> derived();

    /** The items that follow from what {@link #derived} gave, now or at some time before. */
    List<Item> items(Map<String, AttributeValue> derived);

    /** What it adds to the counts. */
    Tallies tallies(Map<String, AttributeValue> derived);
}

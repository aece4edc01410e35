package ie.tradsessions.adapters.dynamodb.table;

/** One of several writes that are carried out together. */
public sealed interface Write {
    /** Stores an item in the place of what is there, if a condition holds of that. */
    record Put(Item item, Condition condition) implements Write {}

    /** Deletes what is there, if a condition holds of it. */
    record Delete(Key key, Condition condition) implements Write {}
}

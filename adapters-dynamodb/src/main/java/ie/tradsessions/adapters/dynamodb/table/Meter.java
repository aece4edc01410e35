package ie.tradsessions.adapters.dynamodb.table;

/** Is told what the table charges for. Called by several threads at once. */
public interface Meter {
    /** Takes no notice. */
    Meter NONE = new Meter() {
        @Override
        public void called(String operation, double readUnits, double writeUnits) {}

        @Override
        public void travelled() {}
    };

    /** @param operation as the API names it, for example {@code Query} */
    void called(String operation, double readUnits, double writeUnits);

    /** Calls were made side by side and waited for: one trip, however many they were. */
    void travelled();
}

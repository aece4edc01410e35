package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.table.Meter;

/** Adds up what calls cost until somebody takes the sum. */
public final class Counter implements Meter {
    private double readUnits;
    private double writeUnits;
    private int calls;
    private int trips;
    private int sideBySide;
    private int mostSideBySide;

    /** @param sideBySide how many calls were made at once at most */
    public record Cost(double readUnits, double writeUnits, int trips, int calls, int sideBySide) {}

    @Override
    public synchronized void called(String operation, double read, double written) {
        readUnits += read;
        writeUnits += written;
        calls++;
        sideBySide++;
    }

    @Override
    public synchronized void travelled() {
        trips++;
        mostSideBySide = Math.max(mostSideBySide, sideBySide);
        sideBySide = 0;
    }

    /** What was counted since this was last called. */
    public synchronized Cost taken() {
        Cost cost = new Cost(readUnits, writeUnits, trips, calls, mostSideBySide);
        readUnits = 0;
        writeUnits = 0;
        calls = 0;
        trips = 0;
        sideBySide = 0;
        mostSideBySide = 0;
        return cost;
    }
}

package ie.tradsessions.adapters.dynamodb.cell;

/**
 * Some places of a large cell.
 *
 * @param from the first of them, see {@link Cell#fine}
 * @param to the last of them
 */
public record CellRange(String partition, String from, String to) {
    public boolean holds(Cell cell) {
        return partition.equals(cell.partition()) && from.compareTo(cell.fine()) <= 0 && to.compareTo(cell.fine()) >= 0;
    }
}

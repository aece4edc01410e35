package ie.tradsessions.adapters.dynamodb.cell;

/**
 * Where a point lies.
 *
 * @param partition the name of the large cell that holds it
 * @param fine its place within that, to some forty metres; places next to each other in this order lie side by side
 */
public record Cell(String partition, String fine) {}

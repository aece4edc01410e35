package ie.tradsessions.application;

/**
 * A stored aggregate and how often it has been saved.
 *
 * @param version 1 after the first save, one more after each later one
 */
public record Versioned<T>(T value, long version) {}

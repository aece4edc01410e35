package ie.tradsessions.application;

/**
 * A place in a list, from which a later call goes on. Only the adapter that gave it can read it, and only for the same
 * question. Going on from it never repeats or skips an item that was in the list, in the same place, all the while.
 */
public record PageToken(String value) {}

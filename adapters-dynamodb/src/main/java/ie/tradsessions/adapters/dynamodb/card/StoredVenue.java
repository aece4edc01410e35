package ie.tradsessions.adapters.dynamodb.card;

import ie.tradsessions.domain.venue.Venue;

/**
 * A venue as lists hold it.
 *
 * @param sessions how many sessions it has that have not been ended by their organiser
 */
public record StoredVenue(Venue venue, int sessions) {}

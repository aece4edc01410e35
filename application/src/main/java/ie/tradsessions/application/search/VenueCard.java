package ie.tradsessions.application.search;

import org.jspecify.annotations.Nullable;

/**
 * A venue in a list.
 *
 * @param sessions how many sessions it has that have not ended
 */
public record VenueCard(VenueSummary venue, @Nullable String irishName, int sessions, boolean sample) {}

/** Venues: the places that host sessions, and when two of them look like one. */
@NullMarked
package ie.tradsessions.domain.venue;

import org.jspecify.annotations.NullMarked;

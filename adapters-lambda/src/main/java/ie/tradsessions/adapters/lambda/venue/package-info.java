/** Venues: their operations, and their JSON. */
@NullMarked
package ie.tradsessions.adapters.lambda.venue;

import org.jspecify.annotations.NullMarked;

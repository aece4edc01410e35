/** Registering venues and finding them. */
@NullMarked
package ie.tradsessions.application.venue;

import org.jspecify.annotations.NullMarked;

/** Counties and countries, and how many sessions they have. */
@NullMarked
package ie.tradsessions.application.place;

import org.jspecify.annotations.NullMarked;

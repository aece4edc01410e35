/** Places: counties, positions and areas, as parameters and as JSON. */
@NullMarked
package ie.tradsessions.adapters.lambda.place;

import org.jspecify.annotations.NullMarked;

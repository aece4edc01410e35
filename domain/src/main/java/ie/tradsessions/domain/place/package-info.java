/** Where things are: points, boxes, counties and countries. */
@NullMarked
package ie.tradsessions.domain.place;

import org.jspecify.annotations.NullMarked;

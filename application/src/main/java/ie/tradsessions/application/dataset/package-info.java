/** The whole of what is known, in and out: imports and the open export. */
@NullMarked
package ie.tradsessions.application.dataset;

import org.jspecify.annotations.NullMarked;

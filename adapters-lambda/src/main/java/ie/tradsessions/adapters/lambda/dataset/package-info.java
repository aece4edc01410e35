/** The open data set: its operation, and the format of its export. */
@NullMarked
package ie.tradsessions.adapters.lambda.dataset;

import org.jspecify.annotations.NullMarked;

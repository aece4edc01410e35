/** Sessions: their operations, and their JSON. */
@NullMarked
package ie.tradsessions.adapters.lambda.session;

import org.jspecify.annotations.NullMarked;

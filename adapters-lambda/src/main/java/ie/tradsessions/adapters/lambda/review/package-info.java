/** Reviews: their operations, and their JSON. */
@NullMarked
package ie.tradsessions.adapters.lambda.review;

import org.jspecify.annotations.NullMarked;

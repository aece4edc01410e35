/** What members say of sessions, reviews apart: the operations, and the JSON. */
@NullMarked
package ie.tradsessions.adapters.lambda.feedback;

import org.jspecify.annotations.NullMarked;

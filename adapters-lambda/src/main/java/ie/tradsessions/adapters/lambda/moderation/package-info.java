/** Moderation: its operations, and its JSON. */
@NullMarked
package ie.tradsessions.adapters.lambda.moderation;

import org.jspecify.annotations.NullMarked;

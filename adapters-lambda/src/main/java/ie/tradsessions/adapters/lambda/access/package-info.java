/** Who asks: the check of access tokens, and how people sign up and in. */
@NullMarked
package ie.tradsessions.adapters.lambda.access;

import org.jspecify.annotations.NullMarked;

/** What Lambda starts: the functions, put together from what the environment says. */
@NullMarked
package ie.tradsessions.infrastructure.function;

import org.jspecify.annotations.NullMarked;

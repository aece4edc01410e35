/** The composition root of one machine: its command line, and everything put together by hand. */
@NullMarked
package ie.tradsessions.infrastructure.local;

import org.jspecify.annotations.NullMarked;

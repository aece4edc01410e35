/** What members think of a session, and what their ratings add up to. */
@NullMarked
package ie.tradsessions.domain.review;

import org.jspecify.annotations.NullMarked;

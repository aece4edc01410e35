/** What the ratings of a session add up to. */
@NullMarked
package ie.tradsessions.domain.review;

import org.jspecify.annotations.NullMarked;

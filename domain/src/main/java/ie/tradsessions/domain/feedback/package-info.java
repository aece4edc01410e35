/** What players say of a session, and what follows from it: freshness and rank. */
@NullMarked
package ie.tradsessions.domain.feedback;

import org.jspecify.annotations.NullMarked;

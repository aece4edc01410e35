/** What members think of sessions: posting, changing and listing reviews. */
@NullMarked
package ie.tradsessions.application.review;

import org.jspecify.annotations.NullMarked;

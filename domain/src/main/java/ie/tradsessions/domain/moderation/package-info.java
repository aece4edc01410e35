/** What members report, what moderators decide about it, and what its author is told. */
@NullMarked
package ie.tradsessions.domain.moderation;

import org.jspecify.annotations.NullMarked;

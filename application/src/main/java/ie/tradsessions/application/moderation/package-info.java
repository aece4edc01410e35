/** Moderation: what members report, what moderators decide about it, and the log of that. */
@NullMarked
package ie.tradsessions.application.moderation;

import org.jspecify.annotations.NullMarked;

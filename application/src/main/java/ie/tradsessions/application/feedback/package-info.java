/** What players say of sessions. */
@NullMarked
package ie.tradsessions.application.feedback;

import org.jspecify.annotations.NullMarked;

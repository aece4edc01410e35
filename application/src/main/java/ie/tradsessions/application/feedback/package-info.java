/** What members say of sessions: whether a night was on, whether the next one is, and whether one is gone. */
@NullMarked
package ie.tradsessions.application.feedback;

import org.jspecify.annotations.NullMarked;

/** What members say of sessions, and what they think of them, as it is kept. */
@NullMarked
package ie.tradsessions.application.opinion;

import org.jspecify.annotations.NullMarked;

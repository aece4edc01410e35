/** Sessions: recurring gatherings of players, their schedules, their nights and whether they are still on. */
@NullMarked
package ie.tradsessions.domain.session;

import org.jspecify.annotations.NullMarked;

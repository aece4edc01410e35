/** What is kept of members, and what every request of a member has in common. */
@NullMarked
package ie.tradsessions.application.membership;

import org.jspecify.annotations.NullMarked;

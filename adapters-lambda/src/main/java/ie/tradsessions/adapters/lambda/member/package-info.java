/** What belongs to one member: the profile, favourites, the calendar, and leaving. */
@NullMarked
package ie.tradsessions.adapters.lambda.member;

import org.jspecify.annotations.NullMarked;

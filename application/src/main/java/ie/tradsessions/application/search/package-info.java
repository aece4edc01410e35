/** Finding venues and sessions: the index, what it answers, and how it follows what is stored. */
@NullMarked
package ie.tradsessions.application.search;

import org.jspecify.annotations.NullMarked;

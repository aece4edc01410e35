/** Publishing, changing and finding sessions. */
@NullMarked
package ie.tradsessions.application.session;

import org.jspecify.annotations.NullMarked;

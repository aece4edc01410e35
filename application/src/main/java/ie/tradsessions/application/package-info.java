/** What people do with sessions, as use cases, and the ports through which the use cases reach the world. */
@NullMarked
package ie.tradsessions.application;

import org.jspecify.annotations.NullMarked;

/** The HTTP server of one machine: the API through the Lambda handlers, and the generated web app. */
@NullMarked
package ie.tradsessions.infrastructure.local.server;

import org.jspecify.annotations.NullMarked;

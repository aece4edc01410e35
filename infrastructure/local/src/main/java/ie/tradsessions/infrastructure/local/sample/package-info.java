/** The sample data that show what the app does before anybody has imported anything. */
@NullMarked
package ie.tradsessions.infrastructure.local.sample;

import org.jspecify.annotations.NullMarked;

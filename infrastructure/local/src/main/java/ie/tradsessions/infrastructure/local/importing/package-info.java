/** Files that people bring: what they are, what their records say, and what came of importing them. */
@NullMarked
package ie.tradsessions.infrastructure.local.importing;

import org.jspecify.annotations.NullMarked;

/** Where the data are kept, and how what is derived from them follows. */
@NullMarked
package ie.tradsessions.infrastructure.local.storage;

import org.jspecify.annotations.NullMarked;

/** Where the data are kept, and how they are backed up. */
@NullMarked
package ie.tradsessions.infrastructure.local.storage;

import org.jspecify.annotations.NullMarked;

@NullMarked
package ie.tradsessions.adapters.inmemory;

import org.jspecify.annotations.NullMarked;

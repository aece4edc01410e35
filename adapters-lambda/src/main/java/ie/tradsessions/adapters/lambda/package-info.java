@NullMarked
package ie.tradsessions.adapters.lambda;

import org.jspecify.annotations.NullMarked;

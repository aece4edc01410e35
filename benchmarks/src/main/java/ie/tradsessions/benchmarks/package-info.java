/** What is measured, and how. */
@NullMarked
package ie.tradsessions.benchmarks;

import org.jspecify.annotations.NullMarked;

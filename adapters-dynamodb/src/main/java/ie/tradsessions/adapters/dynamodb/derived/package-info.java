/** What is derived from the aggregates, and how it is kept true. */
@NullMarked
package ie.tradsessions.adapters.dynamodb.derived;

import org.jspecify.annotations.NullMarked;

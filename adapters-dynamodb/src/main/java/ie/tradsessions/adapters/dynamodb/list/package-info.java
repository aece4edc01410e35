/** The lists that are derived from the aggregates: what stands in them, and how a question is answered from them. */
@NullMarked
package ie.tradsessions.adapters.dynamodb.list;

import org.jspecify.annotations.NullMarked;

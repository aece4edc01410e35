/** The one table, and every call that is made to it. */
@NullMarked
package ie.tradsessions.adapters.dynamodb.table;

import org.jspecify.annotations.NullMarked;

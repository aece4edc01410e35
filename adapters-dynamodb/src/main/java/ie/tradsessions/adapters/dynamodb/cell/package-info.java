/** Where points lie in the table, and which parts of it hold the points of a box. */
@NullMarked
package ie.tradsessions.adapters.dynamodb.cell;

import org.jspecify.annotations.NullMarked;

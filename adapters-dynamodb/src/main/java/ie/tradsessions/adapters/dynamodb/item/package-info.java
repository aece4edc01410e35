/** How what is stored looks in the table: an aggregate is one item, and each of its fields an attribute that has its name. */
@NullMarked
package ie.tradsessions.adapters.dynamodb.item;

import org.jspecify.annotations.NullMarked;

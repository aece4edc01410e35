/** What lists hold, in as few bytes as it takes: a page of twenty has to fit in the 4 KB that one unit reads. */
@NullMarked
package ie.tradsessions.adapters.dynamodb.card;

import org.jspecify.annotations.NullMarked;

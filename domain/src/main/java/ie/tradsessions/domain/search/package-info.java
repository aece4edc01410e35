/** When two spellings are the same word to somebody who searches. */
@NullMarked
package ie.tradsessions.domain.search;

import org.jspecify.annotations.NullMarked;

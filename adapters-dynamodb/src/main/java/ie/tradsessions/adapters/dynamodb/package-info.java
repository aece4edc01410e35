/** Every driven port on one DynamoDB table. */
@NullMarked
package ie.tradsessions.adapters.dynamodb;

import org.jspecify.annotations.NullMarked;

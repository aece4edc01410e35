package ie.tradsessions.adapters.dynamodb.table;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * What the table is: two attributes of text as its key, paid by the request, no index and no stream, and an attribute
 * that says when an item expires. The program relies on nothing else.
 *
 * <p>Deletion protection, point-in-time recovery, encryption and tags do not change what the program sees. They are set
 * by the template that makes the table on AWS, and DynamoDB Local does not have all of them.
 */
public final class TableDefinition {
    /** The attribute that says when an item expires, in seconds since 1970; an item without it stays. */
    public static final String EXPIRES = "x";

    private TableDefinition() {}

    public static CreateTableRequest createRequest(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .attributeDefinitions(text(Key.PARTITION), text(Key.SORT))
                .keySchema(keySchema())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build();
    }

    /** For a table that has been created; what has expired is deleted within days, at no cost. */
    public static UpdateTimeToLiveRequest timeToLiveRequest(String table) {
        return UpdateTimeToLiveRequest.builder()
                .tableName(table)
                .timeToLiveSpecification(expiry -> expiry.attributeName(EXPIRES).enabled(true))
                .build();
    }

    static List<KeySchemaElement> keySchema() {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(Key.PARTITION)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(Key.SORT)
                        .keyType(KeyType.RANGE)
                        .build());
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}

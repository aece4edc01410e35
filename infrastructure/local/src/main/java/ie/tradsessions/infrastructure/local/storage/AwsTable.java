package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.table.Calls;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A table on AWS, reached with the region and the credentials that the AWS tools use. */
final class AwsTable implements AutoCloseable {
    private final DynamoDbClient client;
    private final String name;
    private final Region region;

    private AwsTable(DynamoDbClient client, String name, Region region) {
        this.client = client;
        this.name = name;
        this.region = region;
    }

    /** @throws UnusableStore if it is not there, or may not be reached */
    static AwsTable open(String name) throws UnusableStore {
        Region region = usualRegion();
        DynamoDbClient client = DynamoDbClient.builder()
                .region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(Calls.clientSettings())
                .build();
        boolean open = false;
        try {
            client.describeTable(request -> request.tableName(name));
            open = true;
            return new AwsTable(client, name, region);
        } catch (ResourceNotFoundException e) {
            throw new UnusableStore("table " + name + ": there is no such table in " + region + " in this account");
        } catch (SdkClientException e) {
            throw new UnusableStore(
                    isOfCredentials(e)
                            ? "AWS credentials are missing: set AWS_PROFILE, or sign in as the AWS tools want it"
                            : "table " + name + ": DynamoDB in " + region + " cannot be reached from here");
        } catch (SdkException e) {
            throw new UnusableStore("table " + name + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer"));
        } finally {
            if (!open) {
                client.close();
            }
        }
    }

    private static Region usualRegion() throws UnusableStore {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new UnusableStore("AWS region is missing: set AWS_REGION, or a region in the AWS profile");
        }
    }

    private static boolean isOfCredentials(SdkClientException e) {
        return String.valueOf(e.getMessage()).contains("credentials");
    }

    Table table() {
        return new Table(client, name, Meter.NONE);
    }

    String region() {
        return region.id();
    }

    @Override
    public void close() {
        client.close();
    }
}
